package dev.honeydo.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PasswordRouteTest {
  private static final String ME = "/api/users/me";
  private static final String ROUTE = ME + "/password";
  private static final String NEXT = "another horse battery";

  private final TestServer server = TestServer.start();
  private final Client client = server.client();
  private String email = Client.address();
  private Client.Reply login = client.login(email);
  private Client ada = client;

  @BeforeEach
  void logIn() {
    email = Client.address();
    login = client.login(email);
    ada = client.bearer(login.json().get("access_token").textValue());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static String change(String current, String next) {
    return "{\"current_password\":\"%s\",\"new_password\":\"%s\"}".formatted(current, next);
  }

  private Client.Reply logIn(String password) {
    return client.post(
        "/api/auth/login", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
  }

  @Test
  void thePasswordIsChangedAndEveryOtherSessionEnds() {
    Client.Reply other = logIn(Client.PASSWORD).expect(200);

    Client.Reply changed = ada.put(ROUTE, change(Client.PASSWORD, NEXT)).expect(204);

    assertThat(changed.header("Cache-Control")).isEqualTo("no-store");
    assertThat(changed.header("Set-Cookie")).isEmpty();
    ada.get(ME).expect(200);
    client
        .bearer(other.json().get("access_token").textValue())
        .get(ME)
        .expect(401, "token_revoked");
    logIn(Client.PASSWORD).expect(401, "invalid_credentials");
    logIn(NEXT).expect(200);
    String refresh = login.json().get("refresh_token").textValue();
    client.post("/api/auth/refresh", "{\"refresh_token\":\"" + refresh + "\"}").expect(200);
  }

  @Test
  void whoGoesByACookieGetsAnother() {
    String old = "session_id=" + login.json().get("session_id").textValue();
    Client browser = client.with("Sec-Fetch-Site", "same-origin");

    Client.Reply changed =
        browser.with("Cookie", old).put(ROUTE, change(Client.PASSWORD, NEXT)).expect(204);

    String cookie = changed.header("Set-Cookie");
    assertThat(cookie)
        .matches("session_id=s1\\.[^;]+; Max-Age=2592000; Path=/; HttpOnly; SameSite=Lax")
        .doesNotStartWith(old);
    browser.with("Cookie", cookie.substring(0, cookie.indexOf(';'))).get(ME).expect(200);
    browser.with("Cookie", old).get(ME).expect(401, "session_expired");
    ada.get(ME).expect(200);
  }

  @Test
  void whoGoesByAHeaderKeepsTheirSession() {
    String id = login.json().get("session_id").textValue();
    Client header = client.with("X-Session-ID", id);
    Client both = header.with("Cookie", "session_id=" + id);
    assertThat(both.put(ROUTE, change(Client.PASSWORD, NEXT)).expect(204).header("Set-Cookie"))
        .isEmpty();
    header.get(ME).expect(200);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "nope, another horse battery, 403, wrong_password, -, -",
        "correct horse battery, short12, 422, validation_failed, /new_password, too_short",
        "correct horse battery, password, 422, validation_failed, /new_password, not_allowed",
        "nope, password, 422, validation_failed, /new_password, not_allowed",
        "'', another horse battery, 422, validation_failed, /current_password, required"
      })
  void otherwiseItStays(
      String current, String next, int status, String code, String pointer, String error) {
    Client.Reply other = logIn(Client.PASSWORD).expect(200);
    Client.Reply reply = ada.put(ROUTE, change(current, next)).expect(status, code);
    if (pointer != null) {
      JsonNode first = reply.json().get("errors").get(0);
      assertThat(first.get("pointer").textValue()).isEqualTo(pointer);
      assertThat(first.get("code").textValue()).isEqualTo(error);
    }
    client.bearer(other.json().get("access_token").textValue()).get(ME).expect(200);
    logIn(Client.PASSWORD).expect(200);
  }

  @Test
  void tooMuchHashingIsOverload() {
    server.hasher.setOverloaded(true);
    Client.Reply reply = ada.put(ROUTE, change(Client.PASSWORD, NEXT));
    server.hasher.setOverloaded(false);
    assertThat(reply.expect(503, "overloaded").header("Retry-After")).isEqualTo("1");
    logIn(Client.PASSWORD).expect(200);
  }

  @Test
  void whatIsMissingIsNamed() {
    Client.Reply reply = ada.put(ROUTE, "{\"x\":1}").expect(422, "validation_failed");
    assertThat(reply.json().get("errors")).hasSize(3);
  }
}
