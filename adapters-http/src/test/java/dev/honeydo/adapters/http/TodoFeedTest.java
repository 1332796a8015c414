package dev.honeydo.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.honeydo.application.port.Purge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What has changed, and what is deleted at once. */
class TodoFeedTest {
  private final TestServer server = TestServer.start();
  private final Client ada = server.client().registered("ada@example.org");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void changesAreToldFromTheBeginningAndFromACursorOn() {
    String bread = created("bread");
    created("butter");
    JsonNode first = ada.get("/api/todos/changes?limit=1").expect(200).json();
    assertThat(first.get("changes").get(0).get("type").textValue()).isEqualTo("upsert");
    assertThat(first.get("changes").get(0).get("todo").get("heading").textValue())
        .isEqualTo("bread");
    assertThat(first.get("has_more").booleanValue()).isTrue();
    JsonNode second = ada.get("/api/todos/changes?since=" + next(first)).json();
    assertThat(second.get("changes")).hasSize(1);
    assertThat(second.get("has_more").booleanValue()).isFalse();
    ada.delete("/api/todos/" + bread).expect(204);
    JsonNode third = ada.get("/api/todos/changes?since=" + next(second)).json();
    assertThat(third.get("changes").get(0).toString())
        .matches("\\{\"type\":\"delete\",\"id\":\"" + bread + "\",\"deleted_at\":\"[^\"]+Z\"}");
    JsonNode last = ada.get("/api/todos/changes?since=" + next(third)).json();
    assertThat(last.get("changes")).isEmpty();
    assertThat(last.get("next_cursor").textValue()).isEqualTo(next(third));
  }

  @Test
  void aCursorThatIsOlderThanWhatIsRememberedHasExpired() {
    String bread = created("bread");
    String old = next(ada.get("/api/todos/changes").json());
    ada.delete("/api/todos/" + bread).expect(204);
    assertThat(server.todos.purge(server.clock.instant().plusSeconds(1), 10))
        .isEqualTo(new Purge(true));
    ada.get("/api/todos/changes?since=" + old).expect(410, "cursor_expired");
    ada.get("/api/todos/changes").expect(200);
    ada.delete("/api/todos/" + bread).expect(404);
  }

  @Test
  void aCursorIsItsUsersAlone() {
    created("bread");
    String cursor = next(ada.get("/api/todos/changes").json());
    Client bob = server.client().registered("bob@example.org");
    bob.get("/api/todos/changes?since=" + cursor).expect(400, "invalid_cursor");
    ada.get("/api/todos?cursor=" + cursor).expect(400, "invalid_cursor");
    ada.get("/api/todos/changes?since=x").expect(400, "invalid_cursor");
    ada.get("/api/todos/changes?limit=-1").expect(400, "invalid_parameter");
  }

  @Test
  void whatIsCompletedIsDeletedAtOnce() {
    String open = created("bread");
    ada.post("/api/todos", "{\"heading\":\"butter\",\"completed\":true}").expect(201);
    ada.delete("/api/todos").expect(400, "missing_parameter");
    ada.delete("/api/todos?completed=false").expect(400, "invalid_parameter");
    ada.delete("/api/todos?completed=").expect(400, "invalid_parameter");
    assertThat(ada.delete("/api/todos?completed=true").expect(200).body())
        .isEqualTo("{\"deleted\":1}");
    assertThat(ada.delete("/api/todos?completed=true").expect(200).body())
        .isEqualTo("{\"deleted\":0}");
    ada.get("/api/todos/" + open).expect(200);
  }

  private String created(String heading) {
    return ada.post("/api/todos", "{\"heading\":\"" + heading + "\"}")
        .expect(201)
        .json()
        .get("id")
        .textValue();
  }

  private static String next(JsonNode part) {
    return part.get("next_cursor").textValue();
  }
}
