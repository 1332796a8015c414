package dev.honeydo.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.reference.InMemoryCache;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies that never end here show which requests are answered by them, and which by the record. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoCacheTest {
  private static final String CACHE_CONTROL = "Cache-Control";

  private final TestServer server =
      TestServer.start(options -> options.reading(new InMemoryCache(new TestClock())));
  private Client ada = server.client();
  private String todo = "";

  @BeforeAll
  void register() {
    ada = server.client().registered();
    todo = ada.post("/api/todos", "{\"heading\":\"old\"}").expect(201).header("Location");
    for (String path : new String[] {todo, "/api/todos?include_total=true", "/api/users/me"}) {
      ada.get(path).expect(200);
    }
    ada.get("/api/todos/search?q=old").expect(200);
    ada.get("/api/todos/stats").expect(200);
    ada.patch(todo, "{\"heading\":\"newer\"}").expect(200);
    ada.post("/api/todos", "{\"heading\":\"more\"}").expect(201);
    ada.patch("/api/users/me", "{\"name\":\"Newer\"}").expect(200);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no-cache",
        "no-store",
        "max-age=0",
        "NO-CACHE",
        "max-age=\"0\"",
        "max-age=00",
        "min-fresh=3 , Max-Age=0",
        "max-stale=5,no-cache",
      })
  void theRecordAnswersWhoWantsNoCopies(String directives) {
    Client fresh = ada.with(CACHE_CONTROL, directives);
    assertThat(fresh.get(todo).body()).contains("newer");
    assertThat(fresh.get("/api/todos?include_total=true").body())
        .contains("newer", "more", "\"total\":2");
    assertThat(fresh.get("/api/todos/search?q=newer").body()).contains("newer");
    assertThat(fresh.get("/api/todos/stats").json().get("total").intValue()).isEqualTo(2);
    assertThat(fresh.get("/api/users/me").body()).contains("Newer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Cache-Control|max-age=1",
        "Cache-Control|max-age=",
        "Cache-Control|max-age",
        "Cache-Control|only-if-cached",
        "Cache-Control|no-cached",
        "Cache-Control|''",
        "Pragma|cache",
        "X-Nothing|no-cache"
      })
  void copiesAnswerEverybodyElse(String field, String value) {
    Client any = ada.with(field, value);
    assertThat(any.get(todo).body()).contains("old");
    assertThat(any.get("/api/todos?include_total=true").body()).contains("old", "\"total\":1");
    assertThat(any.get("/api/todos/search?q=old").body()).contains("old");
    assertThat(any.get("/api/todos/stats").json().get("total").intValue()).isEqualTo(1);
    assertThat(any.get("/api/users/me").body()).doesNotContain("Newer");
  }

  @Test
  void pragmaCountsWhereThereIsNoCacheControl() {
    Client old = ada.with("Pragma", "no-cache");
    assertThat(old.get(todo).body()).contains("newer");
    assertThat(old.with(CACHE_CONTROL, "max-age=5").get(todo).body()).contains("old");
  }

  @Test
  void whoChangesSomethingBuildsOnTheRecord() {
    Client careful =
        ada.with("If-None-Match", ada.with(CACHE_CONTROL, "no-cache").get(todo).header("ETag"));
    careful.patch(todo, "{\"heading\":\"newest\"}").expect(412);
    ada.with("If-None-Match", "\"1\"").patch(todo, "{\"task\":\"newer\"}").expect(200);
  }
}
