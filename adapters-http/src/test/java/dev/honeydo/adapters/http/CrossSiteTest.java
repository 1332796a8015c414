package dev.honeydo.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which page may have a browser change something with no more than its cookie. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrossSiteTest {
  private static final String BODY = "{\"heading\":\"a\"}";

  private final TestServer server =
      TestServer.start(it -> it.publicUrl("https://todo.example.org"));
  private String session = "";

  @BeforeAll
  void logIn() {
    session = server.client().login("ada@example.org").json().get("session_id").textValue();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  /** What a browser says of the page; {@code {port}} stands for the server's. */
  record Case(String name, boolean admitted, List<String> headers) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Case admitted(String name, String... headers) {
    return new Case(name, true, List.of(headers));
  }

  private static Case refused(String name, String... headers) {
    return new Case(name, false, List.of(headers));
  }

  static Stream<Case> pages() {
    return Stream.of(
        refused("nothing is said"),
        admitted("the same origin", "Sec-Fetch-Site: same-origin"),
        admitted("no page at all", "Sec-Fetch-Site: none"),
        refused("a sibling", "Sec-Fetch-Site: same-site"),
        refused("another site", "Sec-Fetch-Site: cross-site"),
        refused("an unknown word", "Sec-Fetch-Site: same-origin-ish"),
        admitted("the address in use", "Origin: http://127.0.0.1:{port}"),
        admitted("the public address", "Origin: https://todo.example.org"),
        admitted("the public address in capitals", "Origin: HTTPS://Todo.Example.org"),
        admitted("an origin that is listed", "Origin: https://app.example.org"),
        admitted(
            "an origin that is listed, elsewhere",
            "Sec-Fetch-Site: cross-site",
            "Origin: https://app.example.org"),
        refused("an origin that is not listed", "Origin: https://evil.example.org"),
        refused("the right name, no TLS", "Origin: http://todo.example.org"),
        refused("the right name, another port", "Origin: https://todo.example.org:8443"),
        refused("a name that begins alike", "Origin: https://todo.example.org.evil.com"),
        refused("a name that ends alike", "Origin: https://eviltodo.example.org"),
        refused("another port here", "Origin: http://127.0.0.1:1"),
        refused("no origin to speak of", "Origin: null"),
        refused("an empty origin", "Origin: "),
        refused("only a referrer", "Referer: https://todo.example.org/"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void isAskedOfACookieAlone(Case it) {
    Client client = server.client();
    for (String header : it.headers) {
      int colon = header.indexOf(": ");
      String value = header.substring(colon + 2).replace("{port}", "" + server.port());
      client = client.with(header.substring(0, colon), value);
    }
    Client cookie = client.with("Cookie", "session_id=" + session);
    Client.Reply reply = cookie.post("/api/todos", BODY);
    if (it.admitted) {
      reply.expect(201);
    } else {
      reply.expect(403, "cross_site_request");
    }
    // Reading is safe, and so is what no page can have a browser send.
    cookie.get("/api/todos").expect(200);
    cookie.send("HEAD", "/api/todos").expect(200);
    client.with("X-Session-ID", session).post("/api/todos", BODY).expect(201);
    client.with("Authorization", "Session " + session).post("/api/todos", BODY).expect(201);
    cookie.with("X-Session-ID", session).post("/api/todos", BODY).expect(201);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void isAskedForEveryMethodThatChangesSomething(Case it) {
    Client client = server.client().with("Cookie", "session_id=" + session);
    for (String header : it.headers) {
      int colon = header.indexOf(": ");
      String value = header.substring(colon + 2).replace("{port}", "" + server.port());
      client = client.with(header.substring(0, colon), value);
    }
    String gone = "/api/todos/01a1fa91-d2d0-7000-8000-0000000fffff";
    int status = it.admitted ? 404 : 403;
    assertThat(client.put(gone, BODY).status()).isEqualTo(status);
    assertThat(client.patch(gone, BODY).status()).isEqualTo(status);
    assertThat(client.delete(gone).status()).isEqualTo(status);
  }
}
