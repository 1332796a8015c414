package dev.honeydo.bootstrap;

import static dev.honeydo.bootstrap.Api.json;
import static dev.honeydo.bootstrap.RunningApi.atOnce;
import static dev.honeydo.bootstrap.RunningApi.someone;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.honeydo.bootstrap.Api.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a client sees of sessions, passwords and admins, whatever keeps the record. */
interface SessionsOverRecord extends RunningApi {

  @Test
  @DisplayName("the last refresh token but one ends the session, however soon it is shown")
  default void refreshReuse() {
    String email = someone();
    assertThat(api().register(email).status()).isEqualTo(201);
    String first = api().login(email).text("refresh_token");
    String second = refresh(first).text("refresh_token");
    Answer third = refresh(second);
    Api later = api().bearer(third.text("access_token"));
    assertThat(later.get("/api/users/me").status()).isEqualTo(200);

    assertThat(refresh(first).outcome()).isEqualTo("401 refresh_token_reused");

    assertThat(refresh(third.text("refresh_token")).outcome()).isEqualTo("401 token_revoked");
    assertThat(later.get("/api/users/me").outcome()).isEqualTo("401 token_revoked");
  }

  @Test
  @DisplayName("a user sees their devices, and ends one, the others, or all of them")
  default void devices() {
    String email = someone();
    assertThat(api().register(email).status()).isEqualTo(201);
    List<Api> clients = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      elapse(Duration.ofMillis(5));
      Answer login = api().login(email);
      clients.add(api().bearer(login.text("access_token")));
      ids.addFirst(login.body().path("session").path("id").asText());
    }
    Api newest = clients.getLast();

    JsonNode items = newest.get("/api/sessions").body().path("items");
    List<String> listed = new ArrayList<>();
    items.forEach(it -> listed.add(it.path("id").asText()));
    assertThat(listed).isEqualTo(ids);
    assertThat(items.get(0).path("current").asBoolean()).isTrue();
    assertThat(items.get(1).path("current").asBoolean()).isFalse();

    assertThat(newest.delete("/api/sessions/" + ids.get(3)).outcome()).isEqualTo("204");
    assertThat(newest.delete("/api/sessions/" + ids.get(3)).outcome()).isEqualTo("404 not_found");
    assertThat(clients.get(0).get("/api/todos").outcome()).isEqualTo("401 token_revoked");
    assertThat(clients.get(1).get("/api/todos").status()).isEqualTo(200);
    assertThat(newest.delete("/api/sessions?scope=others").text("revoked")).isEqualTo("2");
    assertThat(clients.get(1).get("/api/todos").outcome()).isEqualTo("401 token_revoked");
    assertThat(newest.get("/api/sessions/current").text("authenticated_by")).isEqualTo("bearer");
    Api again = api().loggedIn(email);
    assertThat(newest.delete("/api/sessions?scope=all").text("revoked")).isEqualTo("2");
    assertThat(newest.get("/api/todos").outcome()).isEqualTo("401 token_revoked");
    assertThat(again.get("/api/todos").outcome()).isEqualTo("401 token_revoked");
    assertThat(api().loggedIn(email).get("/api/todos").status()).isEqualTo(200);
  }

  @Test
  @DisplayName("what is kept with a session is merged, and nothing of it is lost")
  default void sessionData() throws Exception {
    Api ada = registered();

    List<Answer> answers =
        atOnce(
            12, i -> () -> ada.patch("/api/sessions/current", json("{'data':{'k%d':%d}}", i, i)));

    assertThat(answers).allSatisfy(it -> assertThat(it.status()).isEqualTo(200));
    assertThat(ada.get("/api/sessions/current").body().path("data")).hasSize(12);
    Answer merged =
        ada.patch("/api/sessions/current", json("{'data':{'k0':null,'k1':{'ü':[1.50]}}}"));
    assertThat(merged.body().path("data")).hasSize(11);
    assertThat(ada.get("/api/sessions/current").body()).isEqualTo(merged.body());
    String long1 = "x".repeat(4096);
    assertThat(ada.patch("/api/sessions/current", json("{'data':{'long':'%s'}}", long1)).outcome())
        .isEqualTo("422 validation_failed");
  }

  @Test
  @DisplayName("logging out everywhere ends every token, and the next login is good at once")
  default void logoutEverywhere() {
    String email = someone();
    assertThat(api().register(email).status()).isEqualTo(201);
    Answer first = api().login(email);
    Api second = api().loggedIn(email);

    assertThat(second.post("/api/auth/logout-all", "").outcome()).isEqualTo("204");

    assertThat(second.get("/api/todos").outcome()).isEqualTo("401 token_revoked");
    assertThat(api().bearer(first.text("access_token")).get("/api/todos").outcome())
        .isEqualTo("401 token_revoked");
    assertThat(refresh(first.text("refresh_token")).outcome()).isEqualTo("401 token_revoked");
    assertThat(api().loggedIn(email).get("/api/todos").status()).isEqualTo(200);
  }

  @Test
  @DisplayName("another password ends every other session, and the old one opens nothing")
  default void password() {
    String email = someone();
    assertThat(api().register(email).status()).isEqualTo(201);
    Answer login = api().login(email);
    Api other = api().loggedIn(email);
    Api browser =
        api()
            .with("Cookie", "session_id=" + login.text("session_id"))
            .with("Sec-Fetch-Site", "same-origin");
    String change =
        json("{'current_password':'%s','new_password':'another horse battery'}", Api.PASSWORD);

    assertThat(
            browser
                .put(
                    "/api/users/me/password",
                    json("{'current_password':'no','new_password':'another horse battery'}"))
                .outcome())
        .isEqualTo("403 wrong_password");
    Answer changed = browser.put("/api/users/me/password", change);

    assertThat(changed.outcome()).isEqualTo("204");
    assertThat(other.get("/api/todos").outcome()).isEqualTo("401 token_revoked");
    assertThat(browser.get("/api/todos").outcome()).isEqualTo("401 session_expired");
    String cookie = changed.header("Set-Cookie");
    assertThat(
            api()
                .with("Cookie", cookie.substring(0, cookie.indexOf(';')))
                .get("/api/todos")
                .status())
        .isEqualTo(200);
    assertThat(api().login(email).outcome()).isEqualTo("401 invalid_credentials");
    assertThat(
            api()
                .post(
                    "/api/auth/login",
                    json("{'email':'%s','password':'another horse battery'}", email))
                .status())
        .isEqualTo(200);
  }

  @Test
  @DisplayName("an admin finds a user, makes them an admin, and shuts them out")
  default void admin() {
    Api root = api().loggedIn(RunningRecord.ADMIN);
    String mark = "m" + UUID.randomUUID().toString().substring(0, 8);
    List<String> emails = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String email = mark + i + "@example.org";
      assertThat(api().register(email).status()).isEqualTo(201);
      emails.add(email);
    }
    Api ada = api().loggedIn(emails.getFirst());

    List<String> found = new ArrayList<>();
    JsonNode page = root.get("/api/users?limit=3&q=" + mark).body();
    page.path("items").forEach(it -> found.add(it.path("email").asText()));
    String next = "/api/users?limit=3&q=" + mark + "&cursor=" + page.path("next_cursor").asText();
    JsonNode rest = root.get(next).body();
    rest.path("items").forEach(it -> found.add(it.path("email").asText()));
    assertThat(found).isEqualTo(emails);
    assertThat(rest.path("next_cursor").isNull()).isTrue();

    String path = "/api/users/" + ada.get("/api/users/me").text("id");
    assertThat(ada.get("/api/users").outcome()).isEqualTo("403 forbidden");
    Answer promoted = root.patch(path, json("{'role':'admin'}"));
    assertThat(promoted.text("version")).isEqualTo("2");
    assertThat(ada.get("/api/users").status()).isEqualTo(200);
    Answer shut =
        root.with("If-Match", "\"2\"").patch(path, json("{'role':'user','disabled':true}"));
    assertThat(shut.text("disabled")).isEqualTo("true");
    assertThat(ada.get("/api/users/me").outcome()).isEqualTo("401 token_revoked");
    assertThat(api().login(emails.getFirst()).outcome()).isEqualTo("403 account_disabled");
    assertThat(root.patch(path, json("{'disabled':false}")).status()).isEqualTo(200);
    assertThat(api().login(emails.getFirst()).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("whoever is no admin neither sees nor changes others")
  default void noAdmin() {
    Api ada = registered();
    Api bob = registered();
    String id = bob.get("/api/users/me").text("id");

    assertThat(
            List.of(
                ada.get("/api/users"),
                ada.get("/api/users/" + id),
                ada.patch("/api/users/" + id, json("{'disabled':true}"))))
        .extracting(Answer::outcome)
        .containsOnly("403 forbidden");
    assertThat(bob.get("/api/users/me").status()).isEqualTo(200);
  }
}
