package dev.honeydo.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.adapters.http.exchange.Route;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of other origins: those that were named, and all others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorsTest {
  private static final String NAMED = "https://app.example.org";

  private final TestServer server = TestServer.start();
  private final Client page = server.client().with("Origin", NAMED);

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void aNamedOriginMayReadWithCredentials() {
    Client.Reply reply = page.registered().get("/api/todos").expect(200);
    assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo(NAMED);
    assertThat(reply.header("Access-Control-Allow-Credentials")).isEqualTo("true");
    assertThat(List.of(reply.header("Access-Control-Expose-Headers").split(", ")))
        .contains(
            "ETag",
            "Link",
            "Location",
            "Retry-After",
            "RateLimit",
            "RateLimit-Policy",
            "Idempotent-Replayed",
            "X-Request-Id",
            "WWW-Authenticate",
            "Server-Timing");
  }

  @Test
  void refusalsAreReadToo() {
    for (Client.Reply refusal :
        List.of(
            page.get("/api/todos").expect(401),
            page.get("/nowhere").expect(404),
            page.delete("/livez").expect(405))) {
      assertThat(refusal.header("Access-Control-Allow-Origin")).isEqualTo(NAMED);
      assertThat(refusal.header("Vary")).contains("Origin");
    }
  }

  @Test
  void everyAnswerVariesByOriginWhoeverAsks() {
    Client ada = server.client().registered();
    Client.Reply whole = ada.get("/api/users/me").expect(200);
    assertThat(whole.header("Vary")).isEqualTo("Authorization, Cookie, X-Session-ID, Origin");
    assertThat(whole.header("Access-Control-Allow-Origin")).isEmpty();
    Client.Reply fresh =
        ada.with("If-None-Match", whole.header("ETag")).get("/api/users/me").expect(304);
    assertThat(fresh.header("Vary"))
        .isEqualTo("Authorization, Cookie, X-Session-ID, Origin, Accept-Encoding");
    assertThat(server.client().get("/livez").expect(200).header("Vary")).isEqualTo("Origin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example.org",
        "http://app.example.org",
        "https://app.example.org:8443",
        "https://app.example.org.evil.example",
        "null",
        "*",
        ""
      })
  void noOtherOriginIsToldAnything(String origin) {
    Client.Reply reply = server.client().with("Origin", origin).get("/livez").expect(200);
    assertThat(reply.response().headers().map().keySet())
        .noneMatch(name -> name.startsWith("access-control-"));
    Client.Reply preflight = preflight(server.client().with("Origin", origin), "/api/todos");
    assertThat(preflight.response().headers().map().keySet())
        .noneMatch(name -> name.startsWith("access-control-"));
  }

  @Test
  void aPreflightNeedsNoLoginAndTellsWhatMayBeSent() {
    Client.Reply reply = preflight(page, "/api/todos");
    assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo(NAMED);
    assertThat(reply.header("Access-Control-Allow-Credentials")).isEqualTo("true");
    assertThat(reply.header("Access-Control-Allow-Methods"))
        .isEqualTo("DELETE, GET, HEAD, OPTIONS, POST");
    assertThat(List.of(reply.header("Access-Control-Allow-Headers").split(", ")))
        .contains(
            "Authorization",
            "Content-Type",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "X-Session-ID");
    assertThat(reply.header("Access-Control-Max-Age")).isEqualTo("7200");
    assertThat(reply.header("Vary")).contains("Origin");
    assertThat(reply.body()).isEmpty();
  }

  @Test
  void optionsTellsTheMethodsOfEveryPath() {
    for (Route route : server.server.routes()) {
      Client.Reply reply = server.client().send("OPTIONS", route.path().replaceAll("[{}]", ""));
      assertThat(List.of(reply.expect(204).header("Allow").split(", ")))
          .contains(route.method(), "OPTIONS");
      assertThat(reply.header("Access-Control-Allow-Methods")).isEmpty();
    }
    server.client().send("OPTIONS", "/nowhere").expect(404);
  }

  private static Client.Reply preflight(Client client, String path) {
    return client
        .with("Access-Control-Request-Method", "POST")
        .with("Access-Control-Request-Headers", "content-type")
        .send("OPTIONS", path)
        .expect(204);
  }
}
