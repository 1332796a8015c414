package dev.honeydo.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What people see first: the landing page, the reference and the list of problems. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {
  private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

  private final TestServer server = TestServer.start();
  private final Client client = server.client();
  private final Client machine = client.with("Accept", "application/json");

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void theLandingPageTellsOfThisInstance() {
    Client.Reply page = client.get("/").expect(200);
    assertThat(page.body())
        .contains("This instance is <strong>healthy</strong>", "1.2.3")
        .contains("http://127.0.0.1:" + server.port() + "/api/auth/register");
    assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(machine.get("/").expect(200).json().get("status").asText()).isEqualTo("healthy");
  }

  @Test
  void itsLinksLeadSomewhere() {
    JsonNode links = machine.get("/").expect(200).json().required("links");
    assertThat(links.size()).isGreaterThanOrEqualTo(5);
    links.forEach(link -> client.get(link.textValue()).expect(200));
  }

  @Test
  void itsLinesAreThoseOfItsPublicUrl() {
    try (TestServer proxied = TestServer.start(it -> it.publicUrl("https://todo.example.org/"))) {
      JsonNode lines =
          proxied.client().with("Accept", "application/json").get("/").json().required("try");
      assertThat(lines).hasSize(3);
      lines.forEach(line -> assertThat(line.asText()).contains("'https://todo.example.org/api/"));
    }
  }

  @Test
  void theReferenceLoadsNothingFromAnywhereElse() {
    Client.Reply page = client.get("/docs").expect(200);
    assertThat(page.header("Content-Security-Policy"))
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';")
        .doesNotContain("http", "*", "unsafe-eval", "script-src 'self' 'unsafe-inline'");
    assertThat(page.body()).doesNotContain("http://", "https://", "//", "<script>", "onload");
    List<String> loaded = new ArrayList<>();
    Matcher matcher = LOADED.matcher(page.body());
    while (matcher.find()) {
      loaded.add(matcher.group(1));
    }
    assertThat(loaded).hasSize(5);
    for (String file : loaded) {
      Client.Reply reply = client.get("/" + file).expect(200);
      if (!file.equals("openapi.json")) {
        assertThat(reply.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        client.with("If-None-Match", reply.header("ETag")).get("/" + file).expect(304);
      }
    }
  }

  @Test
  void onlyTheFilesOfTheReferenceAreServed() {
    for (String name :
        List.of("swagger-ui.css", "index.html", "swagger-ui.js", "..%2fapplication.conf", "x")) {
      assertThat(client.get("/docs/" + name).status()).isIn(404, 400);
    }
  }

  @Test
  void everyTypeOfProblemIsListed() {
    JsonNode problems = machine.get("/problems").expect(200).json().required("problems");
    Client.Reply page = client.get("/problems").expect(200);
    for (JsonNode problem : problems) {
      String path = problem.required("type").textValue();
      assertThat(page.body()).contains("href=\"" + path.substring(1) + "\"");
      assertThat(machine.get(path).expect(200).json().get("code")).isEqualTo(problem.get("code"));
    }
    assertThat(problems.size()).isGreaterThan(30);
  }
}
