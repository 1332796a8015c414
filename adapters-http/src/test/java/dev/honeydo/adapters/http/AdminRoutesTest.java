package dev.honeydo.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdminRoutesTest {
  private static final String ME = "/api/users/me";
  private static final String ALL = "/api/users";

  private final TestServer server = TestServer.start();
  private final Client client = server.client();
  private Client root = client;

  @BeforeAll
  void registerTheAdmin() {
    root = client.registered(TestServer.ADMIN.value());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  /** Somebody, with a client of theirs and the path under which admins find them. */
  private record Somebody(String email, Client client, String path) {}

  private Somebody somebody() {
    String email = Client.address();
    Client theirs = client.registered(email);
    return new Somebody(
        email, theirs, ALL + "/" + theirs.get(ME).expect(200).json().get("id").textValue());
  }

  @Test
  void theFirstOfAllIsAdminAndNobodyElse() {
    assertThat(root.get(ME).json().get("role").textValue()).isEqualTo("admin");
    assertThat(somebody().client().get(ME).json().get("role").textValue()).isEqualTo("user");
  }

  @Test
  void anAdminSeesWhetherAnAccountIsShut() {
    Somebody bob = somebody();
    Client.Reply reply = root.get(bob.path()).expect(200);
    assertThat(reply.header("ETag")).isEqualTo("\"1\"");
    assertThat(reply.header("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(reply.json().get("disabled").booleanValue()).isFalse();
    assertThat(reply.json().get("email").textValue()).isEqualTo(bob.email());
    assertThat(reply.body()).doesNotContain("password");
    assertThat(root.with("If-None-Match", "\"1\"").get(bob.path()).status()).isEqualTo(304);
    root.get(ALL + "/0193a5b0-0000-7000-8000-000000000001").expect(404, "not_found");
    root.get(ALL + "/nobody").expect(404, "not_found");
  }

  @Test
  void whoIsShutOutIsOutAtOnceAndCanComeBack() {
    Somebody bob = somebody();
    Client.Reply login =
        client.post("/api/auth/login", Client.credentials(bob.email())).expect(200);

    Client.Reply shut = root.patch(bob.path(), "{\"disabled\":true}").expect(200);

    assertThat(shut.json().get("disabled").booleanValue()).isTrue();
    assertThat(shut.header("ETag")).isEqualTo("\"2\"");
    bob.client().get(ME).expect(401, "token_revoked");
    client
        .with("X-Session-ID", login.json().get("session_id").textValue())
        .get(ME)
        .expect(401, "session_expired");
    String refresh = login.json().get("refresh_token").textValue();
    client
        .post("/api/auth/refresh", "{\"refresh_token\":\"" + refresh + "\"}")
        .expect(401, "token_revoked");
    client.post("/api/auth/login", Client.credentials(bob.email())).expect(403, "account_disabled");

    root.patch(bob.path(), "{\"disabled\":false}").expect(200);
    bob.client().get(ME).expect(401, "token_revoked");
    client.post("/api/auth/login", Client.credentials(bob.email())).expect(200);
  }

  @Test
  void aRoleIsInForceAtOnce() {
    Somebody bob = somebody();
    bob.client().get(ALL).expect(403, "forbidden");
    root.patch(bob.path(), "{\"role\":\"admin\"}").expect(200);
    bob.client().get(ALL).expect(200);
    root.patch(bob.path(), "{\"role\":\"user\"}").expect(200);
    bob.client().get(ALL).expect(403, "forbidden");
    bob.client().get(ME).expect(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "{\"role\":\"user\"}                      | 403",
        "{\"disabled\":true}                      | 403",
        "{\"role\":\"admin\",\"disabled\":true}   | 403",
        "{\"role\":\"admin\",\"disabled\":false}  | 200",
        "{}                                       | 200"
      })
  void nobodyUnseatsThemself(String patch, int status) {
    String own = ALL + "/" + root.get(ME).json().get("id").textValue();
    Client.Reply reply = root.patch(own, patch).expect(status);
    if (status == 403) {
      assertThat(reply.code()).isEqualTo("forbidden");
      assertThat(reply.json().get("detail").textValue()).contains("nobody left to undo it");
    }
    root.get(ALL).expect(200);
  }

  @Test
  void aChangeBuildsOnTheVersionThatIsAskedFor() {
    Somebody bob = somebody();
    root.with("If-Match", "\"2\"")
        .patch(bob.path(), "{\"role\":\"admin\"}")
        .expect(412, "version_mismatch");
    root.with("If-Match", "\"1\"").patch(bob.path(), "{\"role\":\"admin\"}").expect(200);
    assertThat(root.patch(bob.path(), "{\"role\":\"admin\"}").header("ETag")).isEqualTo("\"2\"");
    root.patch(ALL + "/0193a5b0-0000-7000-8000-000000000001", "{}").expect(404, "not_found");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "{\"role\":\"owner\"}    | /role     | not_allowed",
        "{\"role\":null}         | /role     | required",
        "{\"role\":1}            | /role     | wrong_type",
        "{\"disabled\":\"yes\"}  | /disabled | wrong_type",
        "{\"name\":\"Eve\"}      | /name     | read_only",
        "{\"admin\":true}        | /admin    | unknown_field"
      })
  void otherChangesAreRefused(String patch, String pointer, String code) {
    JsonNode error = root.patch(somebody().path(), patch).expect(422).json().get("errors").get(0);
    assertThat(error.get("pointer").textValue()).isEqualTo(pointer);
    assertThat(error.get("code").textValue()).isEqualTo(code);
  }

  @Test
  void theListIsWalkedByCursor() {
    List<String> made = new ArrayList<>();
    String mark = "walk" + Client.address().substring(0, 8);
    for (int i = 0; i < 7; i++) {
      String email = i + mark + "@example.org";
      client.post("/api/auth/register", Client.registration(email)).expect(201);
      made.add(email);
    }
    List<String> walked = new ArrayList<>();
    String path = ALL + "?limit=3&q=" + mark.toUpperCase(java.util.Locale.ROOT);
    String next = "";
    int pages = 0;
    do {
      JsonNode page = root.get(path + "&cursor=" + next).expect(200).json();
      page.get("items").forEach(it -> walked.add(it.get("email").textValue()));
      next = page.get("next_cursor").isNull() ? "" : page.get("next_cursor").textValue();
      pages++;
    } while (!next.isEmpty());
    assertThat(walked).isEqualTo(made);
    assertThat(pages).isEqualTo(3);
  }

  @Test
  void aCursorIsGoodForNoOtherListAndForNobodyElse() {
    for (int i = 0; i < 3; i++) {
      Somebody _ = somebody();
    }
    String cursor = root.get(ALL + "?limit=1").json().get("next_cursor").textValue();
    root.get(ALL + "?limit=2&cursor=" + cursor).expect(200);
    root.get(ALL + "?q=example&cursor=" + cursor).expect(400, "invalid_cursor");
    root.get("/api/todos?cursor=" + cursor).expect(400, "invalid_cursor");
    root.get(ALL + "?cursor=" + cursor + "A").expect(400, "invalid_cursor");
    Somebody bob = somebody();
    root.patch(bob.path(), "{\"role\":\"admin\"}").expect(200);
    bob.client().get(ALL + "?cursor=" + cursor).expect(400, "invalid_cursor");
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, invalid_parameter",
    "limit=x, invalid_parameter",
    "q=a&q=b, invalid_parameter",
    "role=admin, unknown_parameter"
  })
  void aBadQueryIsRefused(String query, String code) {
    root.get(ALL + "?" + query).expect(400, code);
    root.get(ALL + "?q=" + "x".repeat(255)).expect(400, "invalid_parameter");
  }
}
