package dev.honeydo.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.honeydo.adapters.http.exchange.Route;
import dev.honeydo.adapters.http.openapi.OpenApiDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The document is exactly what is served. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {
  private static final String RECIPE =
      "describe it in adapters-http/src/main/resources/dev/honeydo/adapters/http/openapi (see \"A"
          + " route\" in CONTRIBUTING.md)";

  private final TestServer server = TestServer.start();
  private final JsonNode document = server.client().get("/openapi.json").expect(200).json();
  private final JsonNode older = server.client().get("/openapi-3.0.json").expect(200).json();

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void everyRouteIsDescribed() {
    Set<String> missing = served();
    missing.removeAll(OpenApiDocument.described());
    assertThat(missing).as("routes without a description: " + RECIPE).isEmpty();
    assertThat(operations(document)).isEqualTo(served());
    assertThat(operations(older)).isEqualTo(served());
  }

  @Test
  void nothingIsDescribedThatIsNotThere() {
    Set<String> surplus = new TreeSet<>(OpenApiDocument.described());
    surplus.removeAll(served());
    assertThat(surplus).as("descriptions without a route").isEmpty();
  }

  @Test
  void operationsHaveNamesOfTheirOwn() {
    assertThat(document.path("paths").findValuesAsText("operationId")).doesNotHaveDuplicates();
  }

  @Test
  void theOlderOneHasNothingThatIsNewer() {
    assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
    assertThat(older.path("openapi").asText()).isEqualTo("3.0.3");
    older.findValues("type").forEach(type -> assertThat(type.isArray()).isFalse());
    assertThat(older.findValues("nullable")).hasSameSizeAs(typesOrNull());
  }

  private java.util.List<JsonNode> typesOrNull() {
    return document.findValues("type").stream().filter(JsonNode::isArray).toList();
  }

  @Test
  void itIsKeptUntilItChanges() {
    Client client = server.client();
    for (String path : Set.of("/openapi.json", "/openapi-3.0.json")) {
      Client.Reply whole = client.get(path).expect(200);
      assertThat(whole.header("Cache-Control")).isEqualTo("public, no-cache");
      client.with("If-None-Match", whole.header("ETag")).get(path).expect(304);
    }
  }

  /** Where the linters find what is served: {@code docs/openapi/lint}. */
  @Test
  void itIsWrittenForTheLinters() throws IOException {
    Path target = Files.createDirectories(Path.of("target", "openapi"));
    Path current = target.resolve("openapi.json");
    assertThat(Files.writeString(current, document.toPrettyString())).isNotEmptyFile();
    Path other = target.resolve("openapi-3.0.json");
    assertThat(Files.writeString(other, older.toPrettyString())).isNotEmptyFile();
  }

  private Set<String> served() {
    Set<String> served = new TreeSet<>();
    for (Route route : server.server.routes()) {
      served.add(route.method() + " " + route.path());
    }
    return served;
  }

  private static Set<String> operations(JsonNode document) {
    Set<String> operations = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      path.getValue()
          .fieldNames()
          .forEachRemaining(
              method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }
    return operations;
  }
}
