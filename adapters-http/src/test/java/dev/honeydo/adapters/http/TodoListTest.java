package dev.honeydo.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of a user with 105 todos. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TodoListTest {
  private static final int COUNT = 105;

  private final TestServer server = TestServer.start();
  private Client ada = server.client();
  private Client bob = server.client();

  @BeforeAll
  void create() {
    ada = server.client().registered("ada@example.org");
    bob = server.client().registered("bob@example.org");
    for (int i = 0; i < COUNT; i++) {
      ada.post("/api/todos", "{\"heading\":\"todo " + i + "\"}").expect(201);
      server.clock.elapse(Duration.ofMillis(i % 3));
    }
    bob.post("/api/todos", "{\"heading\":\"x\"}").expect(201);
    bob.post("/api/todos", "{\"heading\":\"y\"}").expect(201);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "'',20",
    "limit=1,1",
    "limit=007,7",
    "limit=100,100",
    "limit=101,100",
    "limit=1000,100",
    "limit=99999999999999999999,100",
    "cursor=,20",
    "&&limit=3&,3"
  })
  void aPageHasAsManyAsAreAskedForAndAHundredAtMost(String query, int size) {
    JsonNode page = ada.get("/api/todos?" + query).expect(200).json();
    assertThat(page.get("items")).hasSize(size);
    assertThat(page.get("next_cursor").isTextual()).isTrue();
    assertThat(page.get("items").get(0).get("heading").textValue()).isEqualTo("todo 104");
  }

  @ParameterizedTest
  @CsvSource({"1", "7", "35", "100"})
  void thePagesHaveEveryTodoOnceFromTheNewestToTheOldest(int limit) {
    List<String> headings = new ArrayList<>();
    String path = "/api/todos?limit=" + limit;
    String next = "";
    do {
      JsonNode page = ada.get(path + (next.isEmpty() ? "" : "&cursor=" + next)).expect(200).json();
      page.get("items").forEach(item -> headings.add(item.get("heading").textValue()));
      next = page.get("next_cursor").asText("");
    } while (!next.isEmpty() && !next.equals("null"));
    List<String> expected = new ArrayList<>();
    for (int i = COUNT - 1; i >= 0; i--) {
      expected.add("todo " + i);
    }
    assertThat(headings).isEqualTo(expected);
  }

  @Test
  void theLastPageSaysSo() {
    JsonNode page = bob.get("/api/todos?limit=2").json();
    assertThat(page.get("items")).hasSize(2);
    assertThat(page.get("next_cursor").isNull()).isTrue();
  }

  @Test
  void aCursorIsGoodForAnotherLimit() {
    String cursor = cursor(ada);
    assertThat(ada.get("/api/todos?limit=50&cursor=" + cursor).expect(200).json().get("items"))
        .hasSize(50);
  }

  @Test
  void aCursorSaysNothingAndFitsIntoAnUrl() {
    assertThat(cursor(ada)).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void anotherUsersCursorIsInvalid() {
    ada.get("/api/todos?cursor=" + cursor(bob)).expect(400, "invalid_cursor");
  }

  @Test
  void anotherInstallationsCursorIsInvalid() {
    String cursor = cursor(ada);
    String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.ISO_8859_1);
    String zeroed = text.substring(0, text.length() - 16) + "\0".repeat(16);
    String forged =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(zeroed.getBytes(StandardCharsets.ISO_8859_1));
    ada.get("/api/todos?cursor=" + forged).expect(400, "invalid_cursor");
  }

  @Test
  void noCharacterOfACursorCanBeChanged() {
    String cursor = cursor(ada);
    ada.get("/api/todos?limit=1&cursor=" + cursor).expect(200);
    for (int i = 0; i < cursor.length(); i++) {
      char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
      String tampered = cursor.substring(0, i) + other + cursor.substring(i + 1);
      ada.get("/api/todos?limit=1&cursor=" + tampered).expect(400, "invalid_cursor");
    }
    for (String tampered :
        List.of(
            cursor.substring(1),
            cursor.substring(0, cursor.length() - 1),
            cursor + "A",
            cursor + "%3D",
            cursor + "%20",
            "%20" + cursor,
            cursor + cursor,
            cursor.substring(0, cursor.length() - 1) + "%2B")) {
      ada.get("/api/todos?limit=1&cursor=" + tampered).expect(400, "invalid_cursor");
    }
  }

  @Test
  void aCursorOutlivesTheTodoItPointsAt() {
    Client eve = server.client().registered("eve@example.org");
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      paths.add(eve.post("/api/todos", "{\"heading\":\"" + i + "\"}").header("Location"));
    }
    JsonNode page = eve.get("/api/todos?limit=1").json();
    eve.delete(paths.get(2)).expect(204);
    eve.post("/api/todos", "{\"heading\":\"new\"}").expect(201);
    JsonNode rest = eve.get("/api/todos?cursor=" + page.get("next_cursor").textValue()).json();
    assertThat(rest.get("items").findValuesAsText("heading")).containsExactly("1", "0");
  }

  private static String cursor(Client client) {
    return client.get("/api/todos?limit=1").expect(200).json().get("next_cursor").textValue();
  }
}
