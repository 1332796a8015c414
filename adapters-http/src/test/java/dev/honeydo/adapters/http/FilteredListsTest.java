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
import org.junit.jupiter.params.provider.ValueSource;

/** Which todos a list has, and in which order; searches and counts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilteredListsTest {
  private final TestServer server = TestServer.start();
  private Client ada = server.client();
  private Client bob = server.client();

  @BeforeAll
  void create() {
    ada = server.client().registered("ada@example.org");
    bob = server.client().registered("bob@example.org");
    ada.post(
            "/api/todos",
            "{\"heading\":\"buy bread\",\"tags\":[\"shop\"],\"priority\":\"high\","
                + "\"due_at\":\"2026-01-01T00:00:00Z\"}")
        .expect(201);
    ada.post(
            "/api/todos",
            "{\"heading\":\"Apples\",\"tags\":[\"shop\",\"a&b\"],\"completed\":true,"
                + "\"due_at\":\"2026-01-02T00:00:00Z\"}")
        .expect(201);
    ada.post(
            "/api/todos",
            "{\"heading\":\"call Zoe\",\"task\":\"about bread\",\"priority\":\"low\"}")
        .expect(201);
    bob.post("/api/todos", "{\"heading\":\"bread\"}").expect(201);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "completed=true, Apples",
    "completed=false&sort=created_at, buy bread;call Zoe",
    "tag=a%26b, Apples",
    "tag=A%26b, ''",
    "priority=low, call Zoe",
    "due_before=2026-01-02T00:00:00Z, buy bread",
    "due_after=2026-01-02T00:00:00Z, Apples",
    "due_after=2026-01-01T00:00:00.0001Z, Apples",
    "updated_since=9999-01-01T00:00:00Z, ''",
    "q=BREAD+ca, call Zoe",
    "q=bre&sort=heading, buy bread;call Zoe",
    "sort=heading, Apples;buy bread;call Zoe",
    "sort=-heading, call Zoe;buy bread;Apples",
    "sort=due_at, buy bread;Apples;call Zoe",
    "sort=-due_at, Apples;buy bread;call Zoe",
    "sort=priority, call Zoe;Apples;buy bread",
    "sort=-priority, buy bread;Apples;call Zoe",
    "completed=false&tag=shop&priority=high&q=bread, buy bread"
  })
  void aListHasWhatItsParametersSay(String query, String expected) {
    assertThat(headings(ada, "/api/todos?" + query))
        .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(";", -1)));
  }

  @ParameterizedTest
  @CsvSource({
    "completed=yes, completed, not_allowed",
    "completed=, completed, not_allowed",
    "include_total=1, include_total, not_allowed",
    "tag=, tag, required",
    "priority=HIGH, priority, not_allowed",
    "due_before=tomorrow, due_before, invalid_format",
    "due_after=2026-13-01T00:00:00Z, due_after, invalid_format",
    "updated_since=9999-12-31T23:59:59-01:00, updated_since, out_of_range",
    "q=%21, q, invalid_format",
    "sort=id, sort, not_allowed",
    "sort=--heading, sort, not_allowed",
    "limit=0, limit, out_of_range",
    "limit=x, limit, invalid_format"
  })
  void aBadValueIsNamed(String query, String parameter, String code) {
    JsonNode error =
        ada.get("/api/todos?" + query).expect(400, "invalid_parameter").json().get("errors").get(0);
    assertThat(error.get("parameter").textValue()).isEqualTo(parameter);
    assertThat(error.get("code").textValue()).isEqualTo(code);
  }

  @Test
  void allBadValuesAreNamedAtOnce() {
    JsonNode problem = ada.get("/api/todos?limit=0&sort=x&completed=1").expect(400).json();
    assertThat(problem.get("errors").findValuesAsText("parameter"))
        .containsExactlyInAnyOrder("limit", "sort", "completed");
    ada.get("/api/todos?colour=red").expect(400, "unknown_parameter");
    ada.get("/api/todos?q=" + "a".repeat(201)).expect(400, "invalid_parameter");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sort=heading", "sort=-due_at", "sort=due_at", "sort=priority", "tag=shop", "q=b"})
  void aCursorGoesOnInItsListAndInNoOther(String query) {
    List<String> met = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = ada.get("/api/todos?limit=1&" + query + "&cursor=" + next).expect(200).json();
      page.get("items").forEach(item -> met.add(item.get("heading").textValue()));
      JsonNode cursor = page.get("next_cursor");
      if (!next.isEmpty()) {
        ada.get("/api/todos?cursor=" + next).expect(400, "invalid_cursor");
        ada.get("/api/todos?completed=true&" + query + "&cursor=" + next)
            .expect(400, "invalid_cursor");
        bob.get("/api/todos?" + query + "&cursor=" + next).expect(400, "invalid_cursor");
        ada.get("/api/todos/changes?since=" + next).expect(400, "invalid_cursor");
      }
      next = cursor.isNull() ? "" : cursor.textValue();
    } while (!next.isEmpty());
    assertThat(met).isEqualTo(headings(ada, "/api/todos?" + query)).hasSizeGreaterThan(1);
  }

  @Test
  void theDefaultOrderCanBeNamed() {
    String cursor = ada.get("/api/todos?limit=1").json().get("next_cursor").textValue();
    ada.get("/api/todos?sort=-created_at&include_total=true&cursor=" + cursor).expect(200);
    ada.get("/api/todos?sort=created_at&cursor=" + cursor).expect(400, "invalid_cursor");
  }

  @Test
  void theTotalIsThereWhereItIsAskedFor() {
    JsonNode page = ada.get("/api/todos?limit=1&tag=shop&include_total=true").json();
    assertThat(page.get("total").intValue()).isEqualTo(2);
    assertThat(ada.get("/api/todos?limit=1&include_total=false").json().has("total")).isFalse();
    assertThat(ada.get("/api/todos?limit=1").json().has("total")).isFalse();
  }

  @Test
  void aSearchFindsTheBestFirst() {
    assertThat(headings(ada, "/api/todos/search?q=bre")).containsExactly("buy bread", "call Zoe");
    assertThat(headings(ada, "/api/todos/search?q=bre&limit=1")).containsExactly("buy bread");
    assertThat(headings(bob, "/api/todos/search?q=zoe")).isEmpty();
  }

  @Test
  void aSearchNeedsWords() {
    JsonNode missing = ada.get("/api/todos/search").expect(400, "missing_parameter").json();
    assertThat(missing.get("errors").get(0).get("parameter").textValue()).isEqualTo("q");
    ada.get("/api/todos/search?q=").expect(400, "invalid_parameter");
    ada.get("/api/todos/search?q=a&limit=0").expect(400, "invalid_parameter");
    ada.get("/api/todos/search?q=a&cursor=b").expect(400, "unknown_parameter");
  }

  @Test
  void statisticsCount() {
    JsonNode statistics = ada.get("/api/todos/stats").expect(200).json();
    assertThat(statistics.get("total").intValue()).isEqualTo(3);
    assertThat(statistics.get("completed").intValue()).isEqualTo(1);
    assertThat(statistics.get("open").intValue()).isEqualTo(2);
    assertThat(statistics.get("overdue").intValue()).isEqualTo(1);
    assertThat(statistics.get("by_priority").toString())
        .isEqualTo("{\"low\":1,\"normal\":1,\"high\":1}");
    JsonNode days = statistics.get("completed_per_day");
    assertThat(days).hasSize(14);
    assertThat(days.get(13).get("count").intValue()).isEqualTo(1);
    assertThat(days.get(13).get("date").textValue())
        .isEqualTo(server.clock.instant().toString().substring(0, 10));
  }

  private static List<String> headings(Client client, String path) {
    return client.get(path).expect(200).json().get("items").findValuesAsText("heading");
  }
}
