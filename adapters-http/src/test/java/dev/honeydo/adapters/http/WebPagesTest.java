package dev.honeydo.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the pages at {@code /app} and {@code /admin} are served. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebPagesTest {
  private static final Pattern LOCAL =
      Pattern.compile("(?:href|src)=\"((?:app|admin)/[^\"]+)\"|from '(\\.\\.?/[^']+)'");

  /** As much as a bad connection carries in a moment. */
  private static final int MOST_BYTES = 100_000;

  private final TestServer server = TestServer.start();

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/app, text/html;charset=utf-8",
    "/admin, text/html;charset=utf-8",
    "/app/main.js, text/javascript;charset=utf-8",
    "/app/style.css, text/css;charset=utf-8",
    "/app/icon.svg, image/svg+xml"
  })
  void eachFileSaysWhatItIsAndWhenItHasChanged(String path, String mediaType) {
    Client.Reply reply = server.client().get(path).expect(200);
    assertThat(reply.header("Content-Type")).isEqualTo(mediaType);
    assertThat(reply.header("Cache-Control")).isEqualTo("public, no-cache");
    String etag = reply.header("ETag");
    assertThat(etag).matches("\"[^\"]+\"");
    Client.Reply again = server.client().with("If-None-Match", etag).get(path).expect(304);
    assertThat(again.header("ETag")).isEqualTo(etag);
    assertThat(again.body()).isEmpty();
    Client.Reply other = server.client().with("If-None-Match", "\"other\"").get(path).expect(200);
    assertThat(other.body()).isEqualTo(reply.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/app", "/admin", "/app/main.js", "/app/sw.js"})
  void nothingInlineAndNothingForeignMayRun(String path) {
    Client.Reply reply = server.client().get(path).expect(200);
    assertThat(reply.header("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "http", "*");
    assertThat(reply.body()).doesNotContain("style=\"", "<style", "https://", "eval(", "innerHTML");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/app", "/admin"})
  void whatAPageNamesIsThereAndIsNotMuch(String page) {
    String html = server.client().get(page).expect(200).body();
    List<String> files = local(html);
    assertThat(files).isNotEmpty();
    int bytes = html.length();
    for (String file : files) {
      String text = server.client().get("/" + file).expect(200).body();
      bytes += text.length();
      if (file.endsWith(".js")) {
        String folder = file.substring(0, file.lastIndexOf('/') + 1);
        local(text)
            .forEach(it ->
                server.client().get("/" + java.net.URI.create(folder).resolve(it)).expect(200));
      }
    }
    assertThat(bytes).isLessThan(MOST_BYTES);
  }

  private static List<String> local(String text) {
    return LOCAL.matcher(text).results().map(WebPagesTest::named).distinct().toList();
  }

  private static String named(MatchResult found) {
    return found.group(1) == null ? found.group(2) : found.group(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/app/none.js",
        "/app/..",
        "/app/%2e%2e",
        "/app/..%2fadmin%2fmain.js",
        "/app/package-info.class",
        "/admin/outbox.js",
        "/app/app/main.js"
      })
  void onlyFilesOfTheListAreServed(String path) {
    try (RawConnection connection = new RawConnection(server.port())) {
      RawConnection.Answered answer =
          connection
              .send("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
              .read();
      assertThat(answer.status()).isIn(400, 404);
    }
  }

  @Test
  void theWorkerMayLookAfterItsPage() {
    assertThat(server.client().get("/app/sw.js").expect(200).header("Service-Worker-Allowed"))
        .isEqualTo("../app");
  }

  /** The page is opened without a connection only where the worker keeps all that it needs. */
  @Test
  void theWorkerKeepsEveryFileOfThePage() {
    String worker = server.client().get("/app/sw.js").expect(200).body();
    for (String file : local(server.client().get("/app").expect(200).body())) {
      assertThat(worker).contains("'" + file.substring("app/".length()) + "'");
    }
  }
}
