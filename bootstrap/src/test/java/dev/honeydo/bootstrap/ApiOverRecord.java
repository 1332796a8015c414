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

/**
 * What a client sees, whatever keeps the record: the whole service over real HTTP, inherited by a
 * test for each record.
 */
interface ApiOverRecord extends SessionsOverRecord {

  /** What is said to who comes while a request with the same key is under way. */
  String IN_PROGRESS = "409 idempotency_in_progress";

  @Test
  @DisplayName("a todo is created, read back, changed and deleted")
  default void lifeOfATodo() {
    Api ada = registered();

    Answer created =
        ada.post(
            "/api/todos",
            json(
                "{'heading':'  Buy bread ','task':'the good one\\n🍞','priority':'high',"
                    + "'due_at':'2026-12-24T18:00:00+01:00','tags':['home','home','shop']}"));
    String path = created.header("Location");

    assertThat(created.outcome()).isEqualTo("201");
    assertThat(created.header("ETag")).isEqualTo("\"1\"");
    assertThat(created.text("heading")).isEqualTo("Buy bread");
    assertThat(created.text("due_at")).isEqualTo("2026-12-24T17:00:00.000Z");
    assertThat(created.body().path("tags").toString()).isEqualTo("[\"home\",\"shop\"]");
    assertThat(ada.get(path).body()).isEqualTo(created.body());
    assertThat(ada.with("If-None-Match", "\"1\"").get(path).status()).isEqualTo(304);

    Answer done = ada.patch(path, json("{'completed':true,'due_at':null}"));
    assertThat(done.text("version")).isEqualTo("2");
    assertThat(done.body().path("due_at").isNull()).isTrue();
    assertThat(done.text("completed_at")).isEqualTo(done.text("updated_at"));
    assertThat(ada.patch(path, json("{'completed':true}")).text("version")).isEqualTo("2");

    Answer replaced = ada.put(path, json("{'heading':'Bake bread'}"));
    assertThat(replaced.text("version")).isEqualTo("3");
    assertThat(replaced.text("priority")).isEqualTo("normal");
    assertThat(replaced.text("created_at")).isEqualTo(created.text("created_at"));

    assertThat(ada.delete(path).outcome()).isEqualTo("204");
    assertThat(ada.delete(path).outcome()).isEqualTo("204");
    assertThat(ada.with("If-Match", "\"4\"").delete(path).outcome())
        .isEqualTo("412 version_mismatch");
    assertThat(ada.get(path).outcome()).isEqualTo("404 not_found");
    assertThat(ada.patch(path, json("{'completed':false}")).outcome()).isEqualTo("404 not_found");
  }

  @Test
  @DisplayName("nobody reaches somebody else's todo")
  default void othersTodos() {
    Api ada = registered();
    Api bob = registered();
    String path = ada.post("/api/todos", json("{'heading':'Mine'}")).header("Location");

    assertThat(
            List.of(
                bob.get(path),
                bob.patch(path, json("{'heading':'Yours'}")),
                bob.put(path, json("{'heading':'Yours'}")),
                bob.delete(path)))
        .extracting(Answer::outcome)
        .containsOnly("404 not_found");
    assertThat(bob.get("/api/todos").body().path("items")).isEmpty();
    assertThat(ada.get(path).text("heading")).isEqualTo("Mine");
  }

  @Test
  @DisplayName("of many changes that build on one version one is kept")
  default void racingChanges() throws Exception {
    Api ada = registered();
    String path = ada.post("/api/todos", json("{'heading':'Race'}")).header("Location");
    Api onFirst = ada.with("If-Match", "\"1\"");

    List<Answer> answers =
        atOnce(20, i -> () -> onFirst.patch(path, json("{'heading':'Runner %d'}", i)));

    assertThat(answers).filteredOn(it -> it.status() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(it -> it.status() != 200)
        .allSatisfy(it -> assertThat(it.outcome()).isEqualTo("412 version_mismatch"))
        .allSatisfy(it -> assertThat(it.text("current_version")).isEqualTo("2"));
  }

  @Test
  @DisplayName("changes without a precondition are all kept, one after the other")
  default void unconditionalChanges() throws Exception {
    Api ada = registered();
    String path = ada.post("/api/todos", json("{'heading':'Race'}")).header("Location");

    List<Answer> answers =
        atOnce(20, i -> () -> ada.patch(path, json("{'heading':'Runner %d'}", i)));

    assertThat(answers).allSatisfy(it -> assertThat(it.status()).isEqualTo(200));
    assertThat(answers).extracting(it -> it.text("version")).doesNotHaveDuplicates();
    assertThat(ada.get(path).text("version")).isEqualTo("21");
  }

  @Test
  @DisplayName("a list is walked by cursor, newest first, while it changes")
  default void pages() {
    Api ada = registered();
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 45; i++) {
      made.addFirst(ada.post("/api/todos", json("{'heading':'%d'}", i)).text("id"));
    }

    List<String> walked = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = ada.get("/api/todos?limit=10" + cursor).body();
      page.path("items").forEach(it -> walked.add(it.path("id").asText()));
      cursor =
          page.path("next_cursor").isNull() ? "" : "&cursor=" + page.path("next_cursor").asText();
      assertThat(ada.post("/api/todos", json("{'heading':'new'}")).status()).isEqualTo(201);
    } while (!cursor.isEmpty());

    assertThat(walked).isEqualTo(made);
  }

  @Test
  @DisplayName("an address is one user's, however it is written and however many ask")
  default void oneAddress() throws Exception {
    String email = someone();

    List<Answer> answers =
        atOnce(
            8,
            i ->
                () ->
                    api().register(i % 2 == 0 ? email : email.toUpperCase(java.util.Locale.ROOT)));

    assertThat(answers).filteredOn(it -> it.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(it -> it.status() != 201)
        .allSatisfy(it -> assertThat(it.outcome()).isIn("409 email_taken", "503 overloaded"));
  }

  @Test
  @DisplayName("a wrong password and an unknown address are answered alike")
  default void wrongPassword() {
    String email = someone();
    assertThat(api().register(email).status()).isEqualTo(201);

    Answer wrong = api().post("/api/auth/login", json("{'email':'%s','password':'nope'}", email));
    Answer unknown = api().login(someone());

    assertThat(wrong.outcome()).isEqualTo("401 invalid_credentials");
    assertThat(unknown.outcome()).isEqualTo("401 invalid_credentials");
    assertThat(unknown.text("detail")).isEqualTo(wrong.text("detail"));
  }

  @Test
  @DisplayName("logging out ends the session, its tokens and nothing else")
  default void logout() {
    String email = someone();
    assertThat(api().register(email).status()).isEqualTo(201);
    Answer login = api().login(email);
    Api other = api().loggedIn(email);
    Api bearer = api().bearer(login.text("access_token"));
    Api session = api().with("X-Session-ID", login.text("session_id"));
    assertThat(session.get("/api/users/me").status()).isEqualTo(200);

    assertThat(bearer.post("/api/auth/logout", "").status()).isEqualTo(204);

    assertThat(bearer.get("/api/todos").outcome()).isEqualTo("401 token_revoked");
    assertThat(session.get("/api/todos").outcome()).isEqualTo("401 session_expired");
    assertThat(refresh(login.text("refresh_token")).status()).isEqualTo(401);
    assertThat(other.get("/api/todos").status()).isEqualTo(200);
  }

  @Test
  @DisplayName("a refresh token buys one successor, and its reuse ends the session")
  default void refreshRotation() throws Exception {
    String email = someone();
    assertThat(api().register(email).status()).isEqualTo(201);
    Answer login = api().login(email);
    String first = login.text("refresh_token");

    List<Answer> answers = atOnce(50, _ -> () -> refresh(first));
    String second = answers.getFirst().text("refresh_token");

    assertThat(answers).allSatisfy(it -> assertThat(it.status()).isEqualTo(200));
    assertThat(answers).allSatisfy(it -> assertThat(it.text("refresh_token")).isEqualTo(second));
    Api later = api().bearer(answers.getLast().text("access_token"));
    assertThat(later.get("/api/users/me").status()).isEqualTo(200);

    elapse(Duration.ofSeconds(11));
    assertThat(refresh(first).outcome()).isEqualTo("401 refresh_token_reused");
    assertThat(refresh(second).status()).isEqualTo(401);
    assertThat(later.get("/api/users/me").outcome()).isEqualTo("401 token_revoked");
  }

  @Test
  @DisplayName("an eleventh login ends the first")
  default void sessionLimit() {
    String email = someone();
    assertThat(api().register(email).status()).isEqualTo(201);
    List<Api> clients = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      clients.add(api().loggedIn(email));
      elapse(Duration.ofMillis(5));
    }

    assertThat(clients.getFirst().get("/api/users/me").outcome()).isEqualTo("401 token_revoked");
    assertThat(clients.subList(1, 11))
        .allSatisfy(it -> assertThat(it.get("/api/users/me").status()).isEqualTo(200));
  }

  @Test
  @DisplayName("a session that is used lives on, one that is not ends")
  default void idleSessions() {
    String email = someone();
    assertThat(api().register(email).status()).isEqualTo(201);
    Api used = api().with("X-Session-ID", api().login(email).text("session_id"));
    Api unused = api().with("X-Session-ID", api().login(email).text("session_id"));

    elapse(Duration.ofHours(23));
    assertThat(used.get("/api/users/me").status()).isEqualTo(200);
    elapse(Duration.ofHours(2));

    assertThat(used.get("/api/users/me").status()).isEqualTo(200);
    assertThat(unused.get("/api/users/me").outcome()).isEqualTo("401 session_expired");
  }

  @Test
  @DisplayName("a user changes their name, and their address with their password")
  default void profile() {
    Api ada = registered();
    String taken = someone();
    assertThat(api().register(taken).status()).isEqualTo(201);
    String moved = someone();

    Answer renamed = ada.patch("/api/users/me", json("{'name':'Ada L.'}"));
    assertThat(renamed.text("name")).isEqualTo("Ada L.");
    assertThat(renamed.header("ETag")).isEqualTo("\"2\"");
    assertThat(ada.patch("/api/users/me", json("{'email':'%s'}", moved)).outcome())
        .isEqualTo("422 validation_failed");
    assertThat(ada.patch("/api/users/me", addressChange(moved, "wrong one")).outcome())
        .isEqualTo("403 wrong_password");
    assertThat(ada.patch("/api/users/me", addressChange(taken, Api.PASSWORD)).outcome())
        .isEqualTo("409 email_taken");
    assertThat(ada.patch("/api/users/me", addressChange(moved, Api.PASSWORD)).text("email"))
        .isEqualTo(moved);
    assertThat(api().login(moved).status()).isEqualTo(200);
  }

  private static String addressChange(String email, String password) {
    return json("{'email':'%s','current_password':'%s'}", email, password);
  }

  @Test
  @DisplayName("whoever leaves takes everything along")
  default void closing() {
    String email = someone();
    assertThat(api().register(email).status()).isEqualTo(201);
    Api ada = api().loggedIn(email);
    assertThat(ada.post("/api/todos", json("{'heading':'Mine'}")).status()).isEqualTo(201);
    String proof = json("{'current_password':'%s'}", Api.PASSWORD);

    assertThat(ada.send("DELETE", "/api/users/me", json("{'current_password':'no'}")).outcome())
        .isEqualTo("403 wrong_password");
    assertThat(ada.send("DELETE", "/api/users/me", proof).outcome()).isEqualTo("204");

    assertThat(ada.get("/api/users/me").outcome()).isEqualTo("401 token_revoked");
    assertThat(api().login(email).outcome()).isEqualTo("401 invalid_credentials");
    assertThat(api().register(email).status()).isEqualTo(201);
    assertThat(api().loggedIn(email).get("/api/todos").body().path("items")).isEmpty();
  }

  @Test
  @DisplayName(
      "of a hundred requests with one key one is carried out, and its answer is every one's")
  default void oneKey() throws Exception {
    Api ada = registered().with("Idempotency-Key", UUID.randomUUID().toString());
    String body = json("{'heading':'Once','due_at':'2026-12-24T18:00:00Z','tags':['a']}");

    List<Answer> answers = atOnce(100, _ -> () -> ada.post("/api/todos", body));
    Answer after = ada.post("/api/todos", body);

    assertThat(answers).extracting(Answer::outcome).isSubsetOf("201", IN_PROGRESS).contains("201");
    assertThat(answers)
        .filteredOn(it -> it.status() == 201)
        .allSatisfy(it -> assertThat(it.raw().body()).isEqualTo(after.raw().body()));
    assertThat(answers)
        .filteredOn(it -> it.status() == 201 && it.header("Idempotent-Replayed").isEmpty())
        .hasSize(1);
    assertThat(after.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(ada.get("/api/todos").body().path("items")).hasSize(1);
    assertThat(ada.get(after.header("Location")).body()).isEqualTo(after.body());
  }

  @Test
  @DisplayName("an answer is given again after a restart, and for a day; what is deleted stays so")
  default void keptAnswers() {
    String email = someone();
    String key = UUID.randomUUID().toString();
    Answer registered = api().with("Idempotency-Key", key).register(email);
    Api ada = api().loggedIn(email).with("Idempotency-Key", key);
    String body = json("{'heading':'Once'}");
    Answer first = ada.post("/api/todos", body);
    assertThat(first.outcome()).isEqualTo("201");
    assertThat(ada.delete(first.header("Location")).outcome()).isEqualTo("204");

    restart();

    Answer again = api().with("Idempotency-Key", key).register(email);
    assertThat(again.raw().body()).isEqualTo(registered.raw().body());
    Api later = api().loggedIn(email).with("Idempotency-Key", key);
    Answer replayed = later.post("/api/todos", body);
    assertThat(replayed.raw().body()).isEqualTo(first.raw().body());
    assertThat(replayed.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(later.post("/api/todos", json("{'heading':'Twice'}")).outcome())
        .isEqualTo("422 idempotency_key_reused");
    assertThat(later.get("/api/todos").body().path("items")).isEmpty();

    elapse(Duration.ofHours(24));

    Api tomorrow = api().loggedIn(email).with("Idempotency-Key", key);
    assertThat(tomorrow.post("/api/todos", json("{'heading':'Twice'}")).outcome()).isEqualTo("201");
  }

  @Test
  @DisplayName("a restart loses no todo and logs nobody out")
  default void restarting() {
    String email = someone();
    assertThat(api().register(email).status()).isEqualTo(201);
    Answer login = api().login(email);
    String token = login.text("access_token");
    Answer created = api().bearer(token).post("/api/todos", json("{'heading':'Stay'}"));

    restart();

    Api bearer = api().bearer(token);
    assertThat(bearer.get(created.header("Location")).body()).isEqualTo(created.body());
    assertThat(api().with("X-Session-ID", login.text("session_id")).get("/api/todos").status())
        .isEqualTo(200);
    assertThat(refresh(login.text("refresh_token")).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("health reports the record")
  default void health() {
    Answer health = api().get("/api/health");
    JsonNode services = api().get("/api/health/detailed").body().path("services");

    assertThat(health.status()).isEqualTo(200);
    assertThat(health.text("status")).isEqualTo("healthy");
    assertThat(services.path("store").path("status").asText()).isEqualTo("healthy");
    assertThat(services.path("redis").path("status").asText()).isEqualTo("disabled");
    assertThat(api().get("/livez").status()).isEqualTo(200);
    assertThat(api().get("/readyz").status()).isEqualTo(200);
  }
}
