package dev.honeydo.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several operations in one request. */
class TodoBatchTest {
  private final TestServer server = TestServer.start();
  private final Client ada = server.client().registered("ada@example.org");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void eachOperationIsDoneInItsTurn() {
    String id = created();
    JsonNode results =
        batch(
            "{\"op\":\"create\",\"todo\":{\"heading\":\"butter\"}},"
                + "{\"op\":\"patch\",\"id\":\""
                + id
                + "\",\"patch\":{\"completed\":true},"
                + "\"if_match\":\"1\"},"
                + "{\"op\":\"patch\",\"id\":\""
                + id
                + "\",\"patch\":{\"task\":\"x\"}},"
                + "{\"op\":\"delete\",\"id\":\""
                + id
                + "\",\"if_match\":\"3\"},"
                + "{\"op\":\"delete\",\"id\":\""
                + id
                + "\"}");
    assertThat(results.findValuesAsText("status"))
        .containsExactly("201", "200", "200", "204", "204");
    assertThat(results.get(0).get("todo").get("heading").textValue()).isEqualTo("butter");
    assertThat(results.get(2).get("todo").get("version").intValue()).isEqualTo(3);
    assertThat(results.get(3).toString()).isEqualTo("{\"status\":204}");
    ada.get("/api/todos/" + id).expect(404);
  }

  @Test
  void whatIsWrongWithOneIsSaidInItsPlaceAndKeepsNoOtherFromBeingDone() {
    String id = created();
    JsonNode results =
        batch(
            "{\"op\":\"create\",\"todo\":{\"heading\":\" \"}},"
                + "{\"op\":\"create\"},"
                + "{\"op\":\"patch\",\"id\":\""
                + id
                + "\",\"patch\":{},\"if_match\":\"7\"},"
                + "{\"op\":\"patch\",\"id\":\""
                + id
                + "\",\"patch\":{\"color\":1}},"
                + "{\"op\":\"patch\",\"id\":\"x\",\"patch\":{}},"
                + "{\"op\":\"delete\",\"id\":\""
                + id
                + "\",\"if_match\":\"\\\"1\\\"\"},"
                + "{\"op\":\"delete\",\"id\":\""
                + id
                + "\",\"todo\":{}},"
                + "{\"op\":\"create\",\"todo\":{\"heading\":\"good\"}}");
    assertThat(results)
        .extracting(it -> it.get("status").intValue())
        .containsExactly(422, 422, 412, 422, 404, 422, 422, 201);
    assertThat(pointer(results, 0)).isEqualTo("/operations/0/todo/heading");
    assertThat(pointer(results, 1)).isEqualTo("/operations/1/todo");
    assertThat(results.get(2).get("problem").get("current_version").intValue()).isEqualTo(1);
    assertThat(pointer(results, 3)).isEqualTo("/operations/3/patch/color");
    assertThat(results.get(4).get("problem").get("code").textValue()).isEqualTo("not_found");
    assertThat(pointer(results, 5)).isEqualTo("/operations/5/if_match");
    assertThat(pointer(results, 6)).isEqualTo("/operations/6/todo");
    assertThat(ada.get("/api/todos").json().get("items")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | /operations",
        "{\"operations\":[]} | /operations",
        "{\"operations\":{}} | /operations",
        "{\"operations\":[1]} | /operations/0",
        "{\"operations\":[{\"op\":\"create\",\"todo\":{\"heading\":\"a\"}},{\"op\":\"put\"}]}"
            + " | /operations/1/op",
        "{\"operations\":[{\"id\":\"a\"}]} | /operations/0/op",
        "{\"operations\":[{\"op\":\"create\",\"todo\":{\"heading\":\"a\"}}],\"x\":1} | /x"
      })
  void whatCannotBeToldIsRefusedAsAWhole(String body, String pointer) {
    JsonNode problem = ada.post("/api/todos/batch", body).expect(422, "validation_failed").json();
    assertThat(problem.get("errors").get(0).get("pointer").textValue()).isEqualTo(pointer);
    assertThat(ada.get("/api/todos").json().get("items")).isEmpty();
  }

  @Test
  void aHundredOperationsAreDoneAndOneMoreIsTooMany() {
    String one = "{\"op\":\"create\",\"todo\":{\"heading\":\"a\"}}";
    assertThat(batch(String.join(",", Collections.nCopies(100, one)))).hasSize(100);
    ada.post(
            "/api/todos/batch",
            "{\"operations\":[" + String.join(",", Collections.nCopies(101, one)) + "]}")
        .expect(422, "validation_failed");
  }

  @Test
  void aBatchMayBeLongerThanOtherBodies() {
    String one =
        "{\"op\":\"create\",\"todo\":{\"heading\":\"a\",\"task\":\"" + "x".repeat(9_900) + "\"}}";
    assertThat(batch(String.join(",", Collections.nCopies(100, one)))).hasSize(100);
    String padding = " ".repeat(1024 * 1024);
    ada.post("/api/todos/batch", "{\"operations\":[" + one + "]" + padding + "}")
        .expect(413, "payload_too_large");
    ada.post("/api/todos", "{\"heading\":\"a\"" + " ".repeat(64 * 1024) + "}")
        .expect(413, "payload_too_large");
  }

  @Test
  void whereAVersionMustBeNamedEachOperationNamesIts() {
    try (TestServer strict = TestServer.start(TestServer.Options::requiringIfMatch)) {
      Client bob = strict.client().registered();
      String id = bob.post("/api/todos", "{\"heading\":\"a\"}").json().get("id").textValue();
      JsonNode results =
          bob.post(
                  "/api/todos/batch",
                  "{\"operations\":[{\"op\":\"delete\",\"id\":\""
                      + id
                      + "\"},"
                      + "{\"op\":\"delete\",\"id\":\""
                      + id
                      + "\",\"if_match\":\"1\"}]}")
              .expect(200)
              .json()
              .get("results");
      assertThat(results.findValuesAsText("status")).contains("428", "204");
    }
  }

  @Test
  void aStoreThatIsGoneIsSaidOfEachOperation() {
    server.todos.setAvailable(false);
    JsonNode results = batch("{\"op\":\"create\",\"todo\":{\"heading\":\"a\"}}");
    assertThat(results.get(0).get("problem").get("code").textValue())
        .isEqualTo("dependency_unavailable");
  }

  private JsonNode batch(String operations) {
    return ada.post("/api/todos/batch", "{\"operations\":[" + operations + "]}")
        .expect(200)
        .json()
        .get("results");
  }

  private static String pointer(JsonNode results, int index) {
    return results.get(index).get("problem").get("errors").get(0).get("pointer").textValue();
  }

  private String created() {
    return ada.post("/api/todos", "{\"heading\":\"bread\"}").json().get("id").textValue();
  }
}
