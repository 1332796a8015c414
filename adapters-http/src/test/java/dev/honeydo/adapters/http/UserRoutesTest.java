package dev.honeydo.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserRoutesTest {
  private static final String ME = "/api/users/me";

  private final TestServer server = TestServer.start();
  private final Client client = server.client();
  private String email = "";
  private Client ada = client;

  @BeforeEach
  void register() {
    email = Client.address();
    ada = client.registered(email);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void aUserSeesTheirProfile() {
    Client.Reply me = ada.get(ME).expect(200);
    assertThat(me.header("ETag")).isEqualTo("\"1\"");
    assertThat(me.header("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(me.json().get("name").textValue()).isEqualTo("Ada");
    assertThat(me.json().get("email").textValue()).isEqualTo(email);
    assertThat(me.body()).doesNotContain("password", "disabled");
  }

  @Test
  void aNameIsChangedWithoutAPassword() {
    Client.Reply reply = ada.patch(ME, "{\"name\":\" Ada L. \"}").expect(200);
    assertThat(reply.header("ETag")).isEqualTo("\"2\"");
    assertThat(reply.json().get("name").textValue()).isEqualTo("Ada L.");
    assertThat(ada.get(ME).body()).isEqualTo(reply.body());
  }

  @Test
  void whatChangesNothingKeepsTheVersion() {
    assertThat(ada.patch(ME, "{}").expect(200).header("ETag")).isEqualTo("\"1\"");
    String same = "{\"name\":\"Ada\",\"email\":\"" + email + "\"}";
    assertThat(ada.patch(ME, same).expect(200).header("ETag")).isEqualTo("\"1\"");
  }

  @Test
  void anAddressIsChangedOnlyWithThePassword() {
    String next = Client.address();
    ada.patch(ME, "{\"email\":\"" + next + "\"}").expect(422, "validation_failed");
    ada.patch(ME, "{\"email\":\"" + next + "\",\"current_password\":\"wrong\"}")
        .expect(403, "wrong_password");
    Client.Reply changed = ada.patch(ME, change(next)).expect(200);
    assertThat(changed.json().get("email").textValue()).isEqualTo(next);
    client.post("/api/auth/login", Client.credentials(email)).expect(401, "invalid_credentials");
    client.post("/api/auth/login", Client.credentials(next)).expect(200);
  }

  @Test
  void anAddressThatSomebodyHasIsTaken() {
    String bob = Client.address();
    Client _ = client.registered(bob);
    ada.patch(ME, change(bob.toUpperCase(Locale.ROOT))).expect(409, "email_taken");
    assertThat(ada.get(ME).json().get("email").textValue()).isEqualTo(email);
  }

  @Test
  void tooMuchHashingIsOverload() {
    server.hasher.setOverloaded(true);
    ada.patch(ME, change(Client.address())).expect(503, "overloaded");
    Client.Reply reply = ada.json("DELETE", ME, current(Client.PASSWORD));
    reply.expect(503, "overloaded");
    assertThat(reply.header("Retry-After")).isEqualTo("1");
    server.hasher.setOverloaded(false);
    ada.get(ME).expect(200);
  }

  @Test
  void anAccountIsClosedWithEverythingInIt() {
    String todo = ada.post("/api/todos", "{\"heading\":\"a\"}").header("Location");
    Client second =
        client.bearer(
            client
                .post("/api/auth/login", Client.credentials(email))
                .json()
                .get("access_token")
                .textValue());
    ada.json("DELETE", ME, current("wrong")).expect(403, "wrong_password");
    ada.get(todo).expect(200);

    Client.Reply closed = ada.json("DELETE", ME, current(Client.PASSWORD));

    assertThat(closed.status()).isEqualTo(204);
    assertThat(closed.header("Set-Cookie")).startsWith("session_id=; Max-Age=0;");
    ada.get(ME).expect(401, "token_revoked");
    second.get(todo).expect(401, "token_revoked");
    client.post("/api/auth/login", Client.credentials(email)).expect(401, "invalid_credentials");
    client.post("/api/auth/register", Client.registration(email)).expect(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "If-Match      | \"1\"   | 412",
        "If-Match      | W/\"2\" | 412",
        "If-Match      | 2       | 400",
        "If-Match      | \"2     | 400",
        "If-Match      | \"2\"   | 204",
        "If-Match      | *       | 204",
        "If-None-Match | \"2\"   | 412",
        "If-None-Match | W/\"2\" | 412",
        "If-None-Match | *       | 412",
        "If-None-Match | 2       | 400",
        "If-None-Match | \"1\"   | 204"
      })
  void anAccountIsClosedOnlyAtAVersionThatIsAskedFor(String field, String value, int status) {
    ada.patch(ME, "{\"name\":\"B\"}").expect(200);
    String todo = ada.post("/api/todos", "{\"heading\":\"a\"}").header("Location");

    Client.Reply reply = ada.with(field, value).json("DELETE", ME, current(Client.PASSWORD));

    reply.expect(status);
    if (status == 204) {
      ada.get(ME).expect(401, "token_revoked");
      return;
    }
    if (status == 412) {
      assertThat(reply.code()).isEqualTo("version_mismatch");
      assertThat(reply.json().get("current_version").intValue()).isEqualTo(2);
      assertThat(reply.json().get("detail").textValue()).startsWith("The user is at a version");
    }
    ada.get(ME).expect(200);
    ada.get(todo).expect(200);
    ada.json("DELETE", ME, current(Client.PASSWORD)).expect(204);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {"* | 412", "\"1\" | 412", "W/\"1\" | 412", "1 | 400", "\"2\" | 200"})
  void ifNoneMatchExcludesVersionsFromAChange(String value, int status) {
    Client.Reply reply = ada.with("If-None-Match", value).patch(ME, "{\"name\":\"B\"}");
    reply.expect(status);
    assertThat(ada.get(ME).json().get("name").textValue()).isEqualTo(status == 200 ? "B" : "Ada");
  }

  private static String change(String next) {
    return "{\"email\":\"%s\",\"current_password\":\"%s\"}".formatted(next, Client.PASSWORD);
  }

  private static String current(String password) {
    return "{\"current_password\":\"" + password + "\"}";
  }
}
