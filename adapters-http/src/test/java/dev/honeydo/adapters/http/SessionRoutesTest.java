package dev.honeydo.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.honeydo.contracts.Race;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionData;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionRoutesTest {
  private static final String ALL = "/api/sessions";
  private static final String CURRENT = "/api/sessions/current";
  private static final String CLEARED = "session_id=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax";

  private final TestServer server = TestServer.start();
  private final Client client = server.client();
  private String email = "";
  private Client.Reply login = logInAnew();
  private Client ada = client;

  private Client.Reply logInAnew() {
    email = Client.address();
    return client.login(email);
  }

  @BeforeEach
  void logIn() {
    login = logInAnew();
    ada = client.bearer(token(login));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private Client.Reply another(String body) {
    server.clock.elapse(Duration.ofMillis(10));
    return client.post("/api/auth/login", body).expect(200);
  }

  private Client.Reply another() {
    return another(Client.credentials(email));
  }

  private static String token(Client.Reply login) {
    return login.json().get("access_token").textValue();
  }

  private static String secret(Client.Reply login) {
    return login.json().get("session_id").textValue();
  }

  private static String id(Client.Reply login) {
    return login.json().get("session").get("id").textValue();
  }

  @Test
  void sessionsAreListedNewestFirstAndTheCurrentOneIsMarked() {
    Client.Reply second = another(Client.credentials(email).replace("}", ",\"device\":\"phone\"}"));
    Client _ = client.registered();

    Client.Reply reply = ada.get(ALL).expect(200);

    List<JsonNode> items =
        StreamSupport.stream(reply.json().get("items").spliterator(), false).toList();
    assertThat(items)
        .extracting(it -> it.get("id").textValue())
        .containsExactly(id(second), id(login));
    assertThat(items)
        .extracting(it -> it.get("current").booleanValue())
        .containsExactly(false, true);
    assertThat(items.getFirst().get("device").textValue()).isEqualTo("phone");
    assertThat(items.getLast()).isEqualTo(login.json().get("session"));
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    assertThat(reply.body()).doesNotContain(secret(login), secret(second), "authenticated_by");
  }

  @Test
  void theCurrentSessionSaysByWhatItWasShown() {
    Client.Reply bearer = ada.get(CURRENT).expect(200);
    assertThat(bearer.json().get("id").textValue()).isEqualTo(id(login));
    assertThat(bearer.json().get("current").booleanValue()).isTrue();
    assertThat(shownBy(ada)).isEqualTo("bearer");
    assertThat(shownBy(client.with("X-Session-ID", secret(login)))).isEqualTo("session");
    assertThat(shownBy(client.with("Authorization", "Session " + secret(login))))
        .isEqualTo("session");
    assertThat(shownBy(withCookie(client))).isEqualTo("cookie");
    assertThat(shownBy(withCookie(ada))).isEqualTo("bearer");
    assertThat(shownBy(withCookie(client.with("X-Session-ID", secret(login)))))
        .isEqualTo("session");
  }

  private Client withCookie(Client from) {
    return from.with("Cookie", "session_id=" + secret(login));
  }

  private static String shownBy(Client who) {
    return who.get(CURRENT).expect(200).json().get("authenticated_by").textValue();
  }

  @Test
  void dataIsMerged() {
    assertThat(patched("{\"data\":{\"a\":1,\"b\":{\"c\":[1,2],\"d\":null}}}"))
        .isEqualTo("{\"a\":1,\"b\":{\"c\":[1,2]}}");
    assertThat(patched("{\"data\":{\"b\":{\"d\":1.50,\"c\":null},\"e\":\"\u00e9\"}}"))
        .isEqualTo("{\"a\":1,\"b\":{\"d\":1.50},\"e\":\"\u00e9\"}");
    assertThat(patched("{\"data\":{\"a\":{\"x\":null},\"b\":[null]}}"))
        .isEqualTo("{\"a\":{},\"b\":[null],\"e\":\"\u00e9\"}");
    assertThat(patched("{}")).isEqualTo("{\"a\":{},\"b\":[null],\"e\":\"\u00e9\"}");
    assertThat(patched("{\"data\":null}")).isEqualTo("{}");
    assertThat(ada.get(ALL).json().get("items").get(0).get("data")).isEmpty();
  }

  private String patched(String patch) {
    JsonNode reply = ada.patch(CURRENT, patch).expect(200).json();
    assertThat(ada.get(CURRENT).json()).isEqualTo(reply);
    String text = ada.get(CURRENT).body();
    return text.substring(text.indexOf("\"data\":") + 7, text.indexOf(",\"authenticated_by\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "{\"data\":1}              | /data   | wrong_type",
        "{\"data\":[]}             | /data   | wrong_type",
        "{\"device\":\"phone\"}    | /device | read_only",
        "{\"expires_at\":\"never\"}| /expires_at | read_only",
        "{\"datum\":{}}            | /datum  | unknown_field"
      })
  void otherChangesAreRefused(String patch, String pointer, String code) {
    JsonNode error = ada.patch(CURRENT, patch).expect(422).json().get("errors").get(0);
    assertThat(error.get("pointer").textValue()).isEqualTo(pointer);
    assertThat(error.get("code").textValue()).isEqualTo(code);
  }

  @Test
  void dataIsBoundedByItsBytesOnceItIsMerged() {
    // {"a":"…"} has 8 characters beside the value.
    int room = SessionData.MOST_BYTES - 8;
    ada.patch(CURRENT, "{ \"data\" : { \"a\" : \"" + "x".repeat(room) + "\" } }").expect(200);
    JsonNode error =
        ada.patch(CURRENT, "{\"data\":{\"b\":1}}").expect(422).json().get("errors").get(0);
    assertThat(error.get("pointer").textValue()).isEqualTo("/data");
    assertThat(error.get("code").textValue()).isEqualTo("too_long");
    ada.patch(CURRENT, "{\"data\":{\"a\":\"" + "\u00e9".repeat(room / 2 + 1) + "\"}}").expect(422);
    ada.patch(CURRENT, "{\"data\":{\"a\":null,\"b\":1}}").expect(200);
  }

  @Test
  void changesOfDataThatAreMadeAtOnceAreAllKept() {
    List<Integer> statuses =
        Race.run(40, i -> ada.patch(CURRENT, "{\"data\":{\"k" + i + "\":" + i + "}}").status());
    assertThat(statuses).containsOnly(200);
    assertThat(ada.get(CURRENT).json().get("data")).hasSize(40);
  }

  @Test
  void theCurrentSessionCanBeEndedLikeAnyOther() {
    Client.Reply ended = ada.delete(CURRENT).expect(204);
    assertThat(ended.header("Set-Cookie")).isEqualTo(CLEARED);
    assertThat(ended.header("Cache-Control")).isEqualTo("no-store");
    ada.get(CURRENT).expect(401, "token_revoked");
    refresh(login).expect(401, "token_revoked");
  }

  @Test
  void byItsIdTheCurrentSessionEndsWithItsCookie() {
    assertThat(ada.delete(ALL + "/" + id(login)).expect(204).header("Set-Cookie"))
        .isEqualTo(CLEARED);
    ada.get(CURRENT).expect(401, "token_revoked");
  }

  @Test
  void anotherSessionIsEndedAndTheCookieStays() {
    Client.Reply other = another();
    assertThat(ada.delete(ALL + "/" + id(other)).expect(204).header("Set-Cookie")).isEmpty();
    client.bearer(token(other)).get(CURRENT).expect(401, "token_revoked");
    refresh(other).expect(401, "token_revoked");
    ada.delete(ALL + "/" + id(other)).expect(404, "not_found");
    ada.get(CURRENT).expect(200);
  }

  @Test
  void nobodyEndsWhatIsNotTheirs() {
    Client.Reply bob = client.login(Client.address());
    ada.delete(ALL + "/" + id(bob)).expect(404, "not_found");
    ada.delete(ALL + "/nothing").expect(404, "not_found");
    client.bearer(token(bob)).get(CURRENT).expect(200);
  }

  @Test
  void aSessionThatHasExpiredIsNotFound() {
    Client.Reply old = another();
    server.clock.elapse(Duration.ofHours(25));
    Client again = client.bearer(token(another()));
    again.delete(ALL + "/" + id(old)).expect(404, "not_found");
    assertThat(again.get(ALL).json().get("items")).hasSize(1);
  }

  @Test
  void allOthersAreEnded() {
    Client.Reply second = another();
    Client.Reply third = another();
    Client.Reply reply = ada.delete(ALL + "?scope=others").expect(200);
    assertThat(reply.json().get("revoked").intValue()).isEqualTo(2);
    assertThat(reply.header("Set-Cookie")).isEmpty();
    client.bearer(token(second)).get(CURRENT).expect(401, "token_revoked");
    refresh(third).expect(401, "token_revoked");
    ada.get(CURRENT).expect(200);
    refresh(login).expect(200);
    assertThat(ada.delete(ALL + "?scope=others").json().get("revoked").intValue()).isZero();
  }

  @Test
  void allAreEnded() {
    Client.Reply second = another();
    Client.Reply reply = ada.delete(ALL + "?scope=all").expect(200);
    assertThat(reply.json().get("revoked").intValue()).isEqualTo(2);
    assertThat(reply.header("Set-Cookie")).isEqualTo(CLEARED);
    ada.get(CURRENT).expect(401, "token_revoked");
    client.bearer(token(second)).get(CURRENT).expect(401, "token_revoked");
    client.bearer(token(another())).get(CURRENT).expect(200);
  }

  @ParameterizedTest
  @CsvSource({
    "'', missing_parameter, required",
    "?scope=, invalid_parameter, not_allowed",
    "?scope=ALL, invalid_parameter, not_allowed",
    "?scope=others&scope=all, invalid_parameter, not_allowed",
    "?which=all, unknown_parameter, not_allowed"
  })
  void withoutAScopeNothingIsEnded(String query, String code, String error) {
    Client.Reply reply = ada.delete(ALL + query).expect(400, code);
    assertThat(reply.json().get("errors").get(0).get("code").textValue()).isEqualTo(error);
    ada.get(CURRENT).expect(200);
  }

  @Test
  void loggingOutEverywhereEndsEverySessionAndToken() {
    Client.Reply second = another();
    Client.Reply out = ada.send("POST", "/api/auth/logout-all").expect(204);
    assertThat(out.header("Set-Cookie")).isEqualTo(CLEARED);
    ada.get(CURRENT).expect(401, "token_revoked");
    client.with("X-Session-ID", secret(second)).get(CURRENT).expect(401, "session_expired");
    refresh(second).expect(401, "token_revoked");
    // In the same second, and yet of the next epoch.
    client.bearer(token(another())).get(CURRENT).expect(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PATCH /api/sessions/current",
        "DELETE /api/sessions/current",
        "DELETE /api/sessions/0193a5b0-0000-7000-8000-000000000001",
        "DELETE /api/sessions?scope=all",
        "POST /api/auth/logout-all",
        "PUT /api/users/me/password"
      })
  void aCookieAloneFromAnotherSiteChangesNothing(String request) {
    String[] parts = request.split(" ", -1);
    Client cookie = withCookie(client);
    cookie.send(parts[0], parts[1]).expect(403, "cross_site_request");
    cookie
        .with("Sec-Fetch-Site", "cross-site")
        .with("Origin", "https://evil.example")
        .send(parts[0], parts[1])
        .expect(403, "cross_site_request");
    ada.get(CURRENT).expect(200);
    assertThat(cookie.with("Sec-Fetch-Site", "same-origin").send(parts[0], parts[1]).status())
        .isNotEqualTo(403);
  }

  @Test
  void withoutItsStoreNothingIsSaidToHaveEnded() {
    server.sessions.setAvailable(false);
    try {
      ada.delete(CURRENT).expect(503, "dependency_unavailable");
      ada.get(ALL).expect(503, "dependency_unavailable");
    } finally {
      server.sessions.setAvailable(true);
    }
    ada.get(CURRENT).expect(200);
  }

  @Test
  void useIsSeenInTheList() {
    server.clock.elapse(Session.TOUCH_INTERVAL);
    String used = ada.get(CURRENT).json().get("last_accessed_at").textValue();
    assertThat(used).isGreaterThan(login.json().get("session").get("last_accessed_at").textValue());
    assertThat(ada.get(ALL).json().get("items").get(0).get("last_accessed_at").textValue())
        .isEqualTo(used);
  }

  private Client.Reply refresh(Client.Reply from) {
    String token = from.json().get("refresh_token").textValue();
    return client.post("/api/auth/refresh", "{\"refresh_token\":\"" + token + "\"}");
  }
}
