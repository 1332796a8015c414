package dev.honeydo.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is let in by which credentials, alone and together. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CredentialsTest {
  private static final String ME = "/api/users/me";
  private static final String CHALLENGE = "Bearer realm=\"honeydo\"";
  private static final String BAD_TOKEN = CHALLENGE + ", error=\"invalid_token\"";

  private final TestServer server = TestServer.start();
  private final Client client = server.client();
  private Map<String, String> secrets = Map.of();

  /** Ada has two sessions, and one that has ended; Bob has one. */
  @BeforeAll
  void logIn() {
    Client.Reply expired = client.login("ada@example.org");
    server.clock.elapse(Duration.ofHours(25));
    Client.Reply ada = logIn("ada@example.org");
    Client.Reply ada2 = logIn("ada@example.org");
    Client.Reply bob = client.login("bob@example.org");
    Client.Reply ended = logIn("ada@example.org");
    client.bearer(token(ended)).send("POST", "/api/auth/logout").expect(204);
    secrets =
        Map.ofEntries(
            Map.entry("{ada.token}", token(ada)),
            Map.entry("{ada.session}", session(ada)),
            Map.entry("{ada2.token}", token(ada2)),
            Map.entry("{ada2.session}", session(ada2)),
            Map.entry("{bob.token}", token(bob)),
            Map.entry("{bob.session}", session(bob)),
            Map.entry("{ended.token}", token(ended)),
            Map.entry("{ended.session}", session(ended)),
            Map.entry("{expired.token}", token(expired)),
            Map.entry("{expired.session}", session(expired)));
  }

  private Client.Reply logIn(String email) {
    return client.post("/api/auth/login", Client.credentials(email)).expect(200);
  }

  private static String token(Client.Reply login) {
    return login.json().get("access_token").textValue();
  }

  private static String session(Client.Reply login) {
    return login.json().get("session_id").textValue();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  /** Which headers are sent, and what is to come back: a name or a code. */
  record Case(String name, List<String> headers, int status, String outcome) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Case admitted(String name, String... headers) {
    return new Case(name, List.of(headers), 200, "ada@example.org");
  }

  private static Case refused(String name, String code, String... headers) {
    int status = code.equals("ambiguous_credentials") ? 400 : 401;
    return new Case(name, List.of(headers), status, code);
  }

  static Stream<Case> single() {
    return Stream.of(
        admitted("bearer", "Authorization: Bearer {ada.token}"),
        admitted("bearer in any case", "Authorization: bEARER {ada.token}"),
        admitted("bearer after two spaces", "Authorization: Bearer  {ada.token}"),
        admitted("session", "Authorization: Session {ada.session}"),
        admitted("session in any case", "Authorization: session {ada.session}"),
        admitted("header", "X-Session-ID: {ada.session}"),
        admitted("cookie", "Cookie: session_id={ada.session}"),
        admitted("cookie among others", "Cookie: a=b; session_id={ada.session}; c=d"),
        admitted("cookie in quotes", "Cookie: session_id=\"{ada.session}\""),
        refused("nothing", "authentication_required"),
        refused("another scheme", "authentication_required", "Authorization: Basic YTpi"),
        refused("an empty cookie", "authentication_required", "Cookie: session_id="),
        refused("another cookie", "authentication_required", "Cookie: xsession_id={ada.session}"),
        refused("an empty header", "authentication_required", "X-Session-ID: "),
        refused("bearer of nothing", "token_invalid", "Authorization: Bearer"),
        refused("bearer of nonsense", "token_invalid", "Authorization: Bearer x.y.z"),
        refused("bearer of a session", "token_invalid", "Authorization: Bearer {ada.session}"),
        refused("bearer past its time", "token_expired", "Authorization: Bearer {expired.token}"),
        refused(
            "bearer of an ended session", "token_revoked", "Authorization: Bearer {ended.token}"),
        refused("session of nothing", "session_expired", "Authorization: Session"),
        refused("session of a token", "session_expired", "Authorization: Session {ada.token}"),
        refused("header past its time", "session_expired", "X-Session-ID: {expired.session}"),
        refused("header of an ended session", "session_expired", "X-Session-ID: {ended.session}"),
        refused(
            "cookie of an ended session", "session_expired", "Cookie: session_id={ended.session}"),
        refused(
            "a session that the client chose",
            "session_expired",
            "X-Session-ID: s1.AAAAAAAAAAAAAAAAAAAAAA." + "A".repeat(43)));
  }

  static Stream<Case> several() {
    return Stream.of(
        admitted(
            "all four of one session",
            "Authorization: Bearer {ada.token}",
            "X-Session-ID: {ada.session}",
            "Cookie: session_id={ada.session}"),
        admitted(
            "another scheme beside a cookie",
            "Authorization: Basic YTpi",
            "Cookie: session_id={ada.session}"),
        admitted(
            "an empty cookie beside a token",
            "Authorization: Bearer {ada.token}",
            "Cookie: session_id="),
        refused(
            "two sessions of one user",
            "ambiguous_credentials",
            "Authorization: Bearer {ada.token}",
            "X-Session-ID: {ada2.session}"),
        refused(
            "two users",
            "ambiguous_credentials",
            "Authorization: Bearer {ada.token}",
            "Cookie: session_id={bob.session}"),
        refused(
            "two cookies",
            "ambiguous_credentials",
            "Cookie: session_id={ada.session}; session_id={bob.session}"),
        refused(
            "a good token, a bad header",
            "session_expired",
            "Authorization: Bearer {ada.token}",
            "X-Session-ID: {ended.session}"),
        refused(
            "a bad token, a good cookie",
            "token_invalid",
            "Authorization: Bearer x",
            "Cookie: session_id={ada.session}"),
        refused(
            "an expired token, a good header",
            "token_expired",
            "Authorization: Bearer {expired.token}",
            "X-Session-ID: {ada.session}"),
        refused(
            "two good ones that differ and a bad one",
            "session_expired",
            "Authorization: Bearer {ada.token}",
            "X-Session-ID: {ended.session}",
            "Cookie: session_id={bob.session}"));
  }

  @ParameterizedTest
  @MethodSource({"single", "several"})
  void decideWhoIsLetIn(Case it) {
    Client shown = client;
    for (String header : it.headers) {
      int colon = header.indexOf(": ");
      shown = shown.with(header.substring(0, colon), filled(header.substring(colon + 2)));
    }
    Client.Reply reply = shown.get(ME);
    assertThat(reply.status()).as(reply.body()).isEqualTo(it.status);
    String told = it.status == 200 ? reply.json().get("email").textValue() : reply.code();
    assertThat(told).isEqualTo(it.outcome);
    String challenge = it.outcome.startsWith("token_") ? BAD_TOKEN : CHALLENGE;
    assertThat(reply.header("WWW-Authenticate")).isEqualTo(it.status == 401 ? challenge : "");
    assertThat(reply.header("Set-Cookie")).isEmpty();
  }

  private String filled(String text) {
    String filled = text;
    for (Map.Entry<String, String> secret : secrets.entrySet()) {
      filled = filled.replace(secret.getKey(), secret.getValue());
    }
    return filled;
  }

  @Test
  void twoAuthorizationsAreTwoCredentials() {
    try (RawConnection connection = new RawConnection(server.port())) {
      RawConnection.Answered answer =
          connection
              .send(
                  "GET /api/users/me HTTP/1.1\r\nHost: x\r\n"
                      + filled("Authorization: Bearer {ada.token}\r\n")
                      + filled("Authorization: Session {bob.session}\r\n\r\n"))
              .read();
      assertThat(answer.json().path("code").asText()).isEqualTo("ambiguous_credentials");
    }
  }

  @Test
  void aSecretIsNeverRepeated() {
    Client.Reply reply = client.bearer("my-secret-token").get(ME);
    assertThat(reply.body() + reply.response().headers().map()).doesNotContain("my-secret");
  }
}
