package dev.honeydo.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthRoutesTest {
  private static final String ME = "/api/users/me";

  private final TestServer server = TestServer.start();
  private final Client client = server.client();
  private String ada = "";

  @BeforeEach
  void nobodyHasTheAddressYet() {
    ada = Client.address();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void whoRegistersIsShownAsTheyAreKept() {
    String now = server.clock.instant().toString();
    Client.Reply reply =
        client.post(
            "/api/auth/register",
            "{\"name\":\" Ada \",\"email\":\"A%s\",\"password\":\"correct horse\"}".formatted(ada));

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.header("Location")).isEqualTo(ME);
    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    assertThat(reply.header("Set-Cookie")).isEmpty();
    String id = reply.json().get("id").textValue();
    assertThat(reply.body())
        .isEqualTo(
            "{\"id\":\""
                + id
                + "\",\"name\":\"Ada\",\"email\":\"A"
                + ada
                + "\",\"role\":\"user\","
                + "\"email_verified\":false,\"created_at\":\""
                + now
                + "\","
                + "\"updated_at\":\""
                + now
                + "\",\"version\":1}");
  }

  @Test
  void anAddressIsTakenHoweverItIsSpelled() {
    client.post("/api/auth/register", Client.registration(ada)).expect(201);
    client
        .post("/api/auth/register", Client.registration(ada.toUpperCase(Locale.ROOT)))
        .expect(409, "email_taken");
  }

  @Test
  void aLoginAnswersWithEverythingThatIsNeededToGoOn() {
    client.post("/api/auth/register", Client.registration(ada)).expect(201);
    Client.Reply reply =
        client
            .with("User-Agent", "test/1")
            .post(
                "/api/auth/login",
                "{\"email\":\"%s\",\"password\":\"%s\",\"device\":\" laptop \",\"data\":{\"theme\" : \"dark\",\"n\":[1.50,null,true]}}"
                    .formatted(ada.toUpperCase(Locale.ROOT), Client.PASSWORD));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    JsonNode json = reply.json();
    assertThat(names(json))
        .containsExactly(
            "access_token",
            "token_type",
            "expires_in",
            "refresh_token",
            "session_id",
            "session",
            "user");
    assertThat(json.get("token_type").textValue()).isEqualTo("Bearer");
    assertThat(json.get("expires_in").intValue()).isEqualTo(1800);
    assertThat(json.get("session_id").textValue()).startsWith("s1.");
    JsonNode session = json.get("session");
    assertThat(names(session))
        .containsExactly(
            "id",
            "device",
            "user_agent",
            "ip",
            "created_at",
            "last_accessed_at",
            "expires_at",
            "authentication_method",
            "current",
            "data");
    assertThat(session.get("device").textValue()).isEqualTo("laptop");
    assertThat(session.get("user_agent").textValue()).isEqualTo("test/1");
    assertThat(session.get("ip").textValue()).isEqualTo("127.0.0.1");
    assertThat(session.get("created_at").textValue()).isEqualTo(server.clock.instant().toString());
    assertThat(session.get("expires_at").textValue())
        .isEqualTo(server.clock.instant().plus(Duration.ofHours(24)).toString());
    assertThat(session.get("authentication_method").textValue()).isEqualTo("password");
    assertThat(session.get("current").booleanValue()).isTrue();
    assertThat(reply.body()).contains("\"data\":{\"theme\":\"dark\",\"n\":[1.50,null,true]}");
    assertThat(json.get("user").get("email").textValue()).isEqualTo(ada);
    assertThat(reply.header("Set-Cookie"))
        .isEqualTo(
            "session_id="
                + json.get("session_id").textValue()
                + "; Max-Age=2592000; Path=/; HttpOnly; SameSite=Lax");
  }

  @Test
  void whatIsNotSaidOfADeviceIsNull() {
    JsonNode session = client.login(ada).json().get("session");
    assertThat(session.get("device").isNull()).isTrue();
    assertThat(session.get("data").toString()).isEqualTo("{}");
  }

  @Test
  void behindTlsTheCookieIsSecure() {
    try (TestServer tls = TestServer.start(it -> it.publicUrl("https://todo.example.org"))) {
      Client.Reply login = tls.client().login(ada);
      assertThat(login.header("Set-Cookie")).endsWith("; SameSite=Lax; Secure");
      Client session = tls.client().bearer(login.json().get("access_token").textValue());
      assertThat(session.send("POST", "/api/auth/logout").header("Set-Cookie"))
          .isEqualTo("session_id=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure");
    }
  }

  @Test
  void aWrongPasswordAndAnUnknownAddressAreAnsweredAlike() {
    client.post("/api/auth/register", Client.registration(ada)).expect(201);
    int before = server.hasher.verifications();
    Client.Reply wrong =
        client.post("/api/auth/login", "{\"email\":\"" + ada + "\",\"password\":\"wrong\"}");
    Client.Reply unknown = client.post("/api/auth/login", Client.credentials(Client.address()));

    wrong.expect(401, "invalid_credentials");
    assertThat(unknown.body()).isEqualTo(wrong.body());
    assertThat(unknown.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"honeydo\"");
    assertThat(wrong.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"honeydo\"");
    assertThat(server.hasher.verifications()).isEqualTo(before + 2);
  }

  @Test
  void tooManyLoginsAtOnceAreToldToComeBack() {
    client.post("/api/auth/register", Client.registration(ada)).expect(201);
    server.hasher.setOverloaded(true);
    Client.Reply login = client.post("/api/auth/login", Client.credentials(ada));
    login.expect(503, "overloaded");
    assertThat(login.header("Retry-After")).isEqualTo("1");
    client
        .post("/api/auth/register", Client.registration(Client.address()))
        .expect(503, "overloaded");
    server.hasher.setOverloaded(false);
  }

  @Test
  void registeringLoggingInAndRefreshingIgnoreWhatCredentialsComeAlong() {
    Client bad =
        client
            .bearer("nonsense")
            .with("X-Session-ID", "nonsense")
            .with("Cookie", "session_id=nonsense")
            .with("Sec-Fetch-Site", "cross-site");
    bad.post("/api/auth/register", Client.registration(ada)).expect(201);
    Client.Reply login = bad.post("/api/auth/login", Client.credentials(ada)).expect(200);
    bad.post("/api/auth/refresh", refresh(login)).expect(200);
  }

  @Test
  void aRefreshGivesFreshTokensAndTheSameOnesAgainForTenSeconds() {
    Client.Reply login = client.login(ada);
    Client.Reply first = client.post("/api/auth/refresh", refresh(login)).expect(200);
    assertThat(names(first.json()))
        .containsExactly("access_token", "token_type", "expires_in", "refresh_token");
    assertThat(first.header("Cache-Control")).isEqualTo("no-store");
    assertThat(first.json().get("refresh_token")).isNotEqualTo(login.json().get("refresh_token"));
    client.bearer(first.json().get("access_token").textValue()).get(ME).expect(200);

    server.clock.elapse(Duration.ofSeconds(10));
    Client.Reply again = client.post("/api/auth/refresh", refresh(login)).expect(200);
    assertThat(again.json().get("refresh_token")).isEqualTo(first.json().get("refresh_token"));
  }

  @Test
  void anOldRefreshTokenEndsTheSession() {
    Client.Reply login = client.login(ada);
    Client.Reply next = client.post("/api/auth/refresh", refresh(login)).expect(200);
    server.clock.elapse(Duration.ofSeconds(11));

    Client.Reply reused = client.post("/api/auth/refresh", refresh(login));
    reused.expect(401, "refresh_token_reused");
    assertThat(reused.header("WWW-Authenticate"))
        .isEqualTo("Bearer realm=\"honeydo\", error=\"invalid_token\"");
    client.post("/api/auth/refresh", refresh(next)).expect(401, "token_revoked");
    client.bearer(next.json().get("access_token").textValue()).get(ME).expect(401, "token_revoked");
    client
        .with("X-Session-ID", login.json().get("session_id").textValue())
        .get(ME)
        .expect(401, "session_expired");
  }

  @Test
  void aRefreshTokenThatIsNoneIsInvalid() {
    Client.Reply reply = client.post("/api/auth/refresh", "{\"refresh_token\":\"x\"}");
    reply.expect(401, "token_invalid");
    assertThat(reply.header("WWW-Authenticate")).contains("invalid_token");
  }

  @Test
  void afterALogoutNothingOfTheSessionIsGoodAnyMore() {
    Client.Reply login = client.login(ada);
    Client bearer = client.bearer(login.json().get("access_token").textValue());

    Client.Reply logout = bearer.send("POST", "/api/auth/logout");

    assertThat(logout.status()).isEqualTo(204);
    assertThat(logout.body()).isEmpty();
    assertThat(logout.header("Content-Type")).isEmpty();
    assertThat(logout.header("Cache-Control")).isEqualTo("no-store");
    assertThat(logout.header("Set-Cookie"))
        .isEqualTo("session_id=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax");
    bearer.get(ME).expect(401, "token_revoked");
    bearer.send("POST", "/api/auth/logout").expect(401, "token_revoked");
    client.post("/api/auth/refresh", refresh(login)).expect(401, "token_revoked");
    String session = login.json().get("session_id").textValue();
    client.with("Authorization", "Session " + session).get(ME).expect(401, "session_expired");
  }

  @Test
  void loggingOutOneDeviceLeavesTheOther() {
    Client first = client.registered(ada);
    Client second =
        client.bearer(
            client
                .post("/api/auth/login", Client.credentials(ada))
                .json()
                .get("access_token")
                .textValue());
    first.send("POST", "/api/auth/logout").expect(204);
    second.get(ME).expect(200);
  }

  private static String refresh(Client.Reply issued) {
    return "{\"refresh_token\":" + issued.json().get("refresh_token") + "}";
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
