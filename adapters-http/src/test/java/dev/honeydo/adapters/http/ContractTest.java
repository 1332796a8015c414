package dev.honeydo.adapters.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.honeydo.adapters.http.Contract.Came;
import dev.honeydo.adapters.http.Contract.Sent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every exchange of the other tests is held against sees what is wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTest {
  private static final String TODO =
      """
      {"id":"a","heading":"Buy bread","task":"","completed":false,"priority":"normal",\
      "due_at":null,"tags":[],"completed_at":null,"created_at":"2026-11-20T20:07:03.120Z",\
      "updated_at":"2026-11-20T20:07:03.120Z","version":1}\
      """;

  private final TestServer server = TestServer.start();
  private final JsonNode document = server.client().get("/openapi.json").expect(200).json();
  private final Contract contract = new Contract(document);

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void whatIsAsDescribedPasses() {
    assertThatCode(() -> contract.check(created("{\"heading\":\"a\"}"), came(201, TODO)))
        .doesNotThrowAnyException();
    assertThat(contract.seen()).contains("POST createTodo 201");
  }

  @Test
  void aStatusThatIsNotDescribedIsSeen() {
    assertFault(created("{\"heading\":\"a\"}"), came(200, TODO), "status is not described");
  }

  @Test
  void aFieldThatIsNotDescribedIsSeen() {
    String more = TODO.replace("\"version\":1", "\"version\":1,\"colour\":\"red\"");
    assertFault(created("{\"heading\":\"a\"}"), came(201, more), "colour");
  }

  @Test
  void aFieldThatIsMissingIsSeen() {
    assertFault(
        created("{\"heading\":\"a\"}"), came(201, TODO.replace(",\"version\":1", "")), "version");
  }

  @Test
  void aFieldOfTheWrongFormIsSeen() {
    assertFault(
        created("{\"heading\":\"a\"}"), came(201, TODO.replace("03.120Z", "03Z")), "created_at");
    assertFault(created("{\"heading\":\"a\"}"), came(201, TODO.replace("[]", "null")), "tags");
    assertFault(
        created("{\"heading\":\"a\"}"), came(201, TODO.replace("normal", "urgent")), "priority");
  }

  @Test
  void aHeaderThatIsMissingIsSeen() {
    Map<String, List<String>> headers = headers("application/json");
    assertThat(headers.remove("etag")).isNotNull();
    assertFault(
        created("{\"heading\":\"a\"}"), new Came(201, headers, TODO.getBytes(UTF_8)), "ETag");
  }

  @Test
  void aHeaderThatIsNotDescribedIsSeen() {
    Map<String, List<String>> headers = headers("application/json");
    headers.put("x-powered-by", List.of("bees"));
    assertFault(
        created("{\"heading\":\"a\"}"),
        new Came(201, headers, TODO.getBytes(UTF_8)),
        "x-powered-by");
  }

  @Test
  void aHeaderOfTheWrongFormIsSeen() {
    Map<String, List<String>> headers = headers("application/json");
    headers.put("etag", List.of("W/1"));
    assertFault(
        created("{\"heading\":\"a\"}"), new Came(201, headers, TODO.getBytes(UTF_8)), "ETag");
  }

  @Test
  void aContentTypeThatIsNotDescribedIsSeen() {
    assertFault(
        created("{\"heading\":\"a\"}"),
        new Came(201, headers("text/plain"), TODO.getBytes(UTF_8)),
        "content type");
  }

  @Test
  void aRequestThatIsServedThoughItIsNotDescribedIsSeen() {
    assertFault(created("{\"heading\":\"a\",\"colour\":1}"), came(201, TODO), "colour");
    assertFault(created("{}"), came(201, TODO), "heading");
    assertFault(created("[]"), came(201, TODO), "request");
    Sent sent = created("{\"heading\":\"a\"}");
    assertFault(
        new Sent("POST", sent.path(), "colour=red", sent.headers(), sent.body()),
        came(201, TODO),
        "colour");
  }

  @Test
  void aCodeThatIsNotOfTheOperationIsSeen() {
    String problem =
        """
        {"type":"/problems/email-taken","title":"E-mail address taken","status":409,\
        "code":"email_taken","detail":"a","instance":"/api/todos","request_id":"made-here"}\
        """;
    Map<String, List<String>> headers = headers("application/problem+json");
    assertThat(headers.remove("location")).isNotNull();
    assertThat(headers.remove("etag")).isNotNull();
    assertFault(
        created("{\"heading\":\"a\"}"),
        new Came(409, headers, problem.getBytes(UTF_8)),
        "code is not described");
  }

  @Test
  void aPathThatIsNotDescribedIsSeen() {
    Sent sent = created("{\"heading\":\"a\"}");
    assertFault(
        new Sent("GET", "/api/secrets", "", sent.headers(), new byte[0]),
        came(200, "{}"),
        "no operation");
  }

  /** The examples are what is described, too. */
  @Test
  void everyExampleIsRight() {
    int count = 0;
    for (JsonNode path : document.required("paths")) {
      for (JsonNode operation : path) {
        count += check(operation.path("requestBody").path("content"));
        for (JsonNode response : operation.required("responses")) {
          count += check(resolved(response).path("content"));
        }
      }
    }
    assertThat(count).isGreaterThan(200);
  }

  private int check(JsonNode content) {
    int count = 0;
    for (JsonNode media : content) {
      assertThat(media.path("examples").isEmpty()).isFalse();
      for (JsonNode example : media.path("examples")) {
        JsonNode value = resolved(example).required("value");
        String schema = media.required("schema").required("$ref").textValue();
        assertThat(contract.faults(schema, value)).as(schema + " " + value).isEmpty();
        count++;
      }
    }
    return count;
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").textValue().substring(1)) : node;
  }

  private void assertFault(Sent sent, Came came, String what) {
    assertThatThrownBy(() -> contract.check(sent, came))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("is not as /openapi.json describes it")
        .hasMessageContaining(what);
  }

  private static Sent created(String body) {
    return new Sent(
        "POST", "/api/todos", "", Map.of("content-type", "application/json"), body.getBytes(UTF_8));
  }

  private static Came came(int status, String body) {
    return new Came(status, headers("application/json"), body.getBytes(UTF_8));
  }

  private static Map<String, List<String>> headers(String contentType) {
    Map<String, List<String>> headers = new TreeMap<>();
    headers.put("content-type", List.of(contentType));
    headers.put("x-request-id", List.of("made-here"));
    headers.put("x-content-type-options", List.of("nosniff"));
    headers.put("cache-control", List.of("private, no-cache"));
    headers.put("location", List.of("/api/todos/a"));
    headers.put("etag", List.of("\"1\""));
    return headers;
  }
}
