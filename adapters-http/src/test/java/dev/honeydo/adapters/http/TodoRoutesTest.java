package dev.honeydo.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.contracts.Specimens;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TodoRoutesTest {
  private static final String FULL =
      "{\"heading\":\"Buy bread\",\"task\":\"the good one\",\"completed\":true,\"priority\":\"high\","
          + "\"due_at\":\"2026-11-21T00:00:00+01:00\",\"tags\":[\"home\",\"food\",\"home\"]}";

  private final TestServer server = TestServer.start();
  private final Client client = server.client();
  private Client ada = client;

  @BeforeEach
  void register() {
    ada = client.registered();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void aTodoIsCreatedWithDefaultsForWhatIsNotSaid() {
    String now = server.clock.instant().toString();
    Client.Reply reply = ada.post("/api/todos", "{\"heading\":\" Buy bread \"}");

    assertThat(reply.status()).isEqualTo(201);
    String id = reply.json().get("id").textValue();
    assertThat(reply.header("Location")).isEqualTo("/api/todos/" + id);
    assertThat(reply.header("ETag")).isEqualTo("\"1\"");
    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    assertThat(reply.header("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(reply.body())
        .isEqualTo(
            "{\"id\":\""
                + id
                + "\",\"heading\":\"Buy bread\",\"task\":\"\",\"completed\":false,"
                + "\"priority\":\"normal\",\"due_at\":null,\"tags\":[],\"completed_at\":null,"
                + "\"created_at\":\""
                + now
                + "\","
                + "\"updated_at\":\""
                + now
                + "\",\"version\":1}");
    assertThat(ada.get(reply.header("Location")).body()).isEqualTo(reply.body());
  }

  @Test
  void aTodoIsCreatedAsItIsSaid() {
    Client.Reply reply = ada.post("/api/todos", FULL).expect(201);
    assertThat(reply.body())
        .contains(
            "\"task\":\"the good one\",\"completed\":true,\"priority\":\"high\","
                + "\"due_at\":\"2026-11-20T23:00:00.000Z\",\"tags\":[\"home\",\"food\"],"
                + "\"completed_at\":\""
                + server.clock.instant()
                + "\"");
  }

  @Test
  void textIsKeptToTheLastCodePoint() {
    String heading = Specimens.UNICODE + " <script>&amp;\"\\\\/";
    String body = "{\"heading\":\"" + heading.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
    Client.Reply reply = ada.post("/api/todos", body).expect(201);
    assertThat(reply.json().get("heading").textValue()).isEqualTo(heading);
  }

  @Test
  void lengthsCountCodePoints() {
    String bees = Specimens.BEE.repeat(200);
    ada.post("/api/todos", "{\"heading\":\"" + bees + "\"}").expect(201);
    ada.post("/api/todos", "{\"heading\":\"" + bees + "x\"}").expect(422, "validation_failed");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T20:07:03Z, 2026-11-20T20:07:03.000Z",
    "2026-11-20t20:07:03z, 2026-11-20T20:07:03.000Z",
    "2026-11-20T20:07:03.1Z, 2026-11-20T20:07:03.100Z",
    "2026-11-20T20:07:03.1239999Z, 2026-11-20T20:07:03.123Z",
    "2026-11-20T20:07:03.123456789012Z, 2026-11-20T20:07:03.123Z",
    "2026-11-20T20:07:03-08:30, 2026-11-21T04:37:03.000Z",
    "2026-11-20T20:07:03+23:59, 2026-11-19T20:08:03.000Z",
    "2024-02-29T00:00:00-00:00, 2024-02-29T00:00:00.000Z",
    "0000-01-01T00:00:00Z, 0000-01-01T00:00:00.000Z",
    "9999-12-31T23:59:59.999Z, 9999-12-31T23:59:59.999Z",
  })
  void anInstantMayHaveAnyOffset(String written, String shown) {
    Client.Reply reply =
        ada.post("/api/todos", "{\"heading\":\"a\",\"due_at\":\"" + written + "\"}").expect(201);
    assertThat(reply.json().get("due_at").textValue()).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-20T20:07Z",
        "2026-11-20 20:07:03Z",
        "2026-11-20T20:07:03+0100",
        "2026-11-20T20:07:03+01",
        "2026-11-20T20:07:03+24:00",
        "2026-11-20T20:07:03+01:60",
        "2026-11-20T20:07:03.Z",
        "2026-11-20T20:07:03,5Z",
        "2026-11-20T24:00:00Z",
        "2026-11-20T23:59:60Z",
        "2025-02-29T00:00:00Z",
        "+02026-11-20T20:07:03Z",
        "-0001-11-20T20:07:03Z",
        "2026-11-20T20:07:03ZZ",
        "2026-11-20T20:07:03Z[UTC]",
        "20261120T200703Z"
      })
  void whatIsNoInstantIsRefused(String written) {
    ada.post("/api/todos", "{\"heading\":\"a\",\"due_at\":\"" + written + "\"}")
        .expect(422, "validation_failed");
  }

  @Test
  void aPatchChangesWhatItNamesAndNullClears() {
    String todo = ada.post("/api/todos", FULL).header("Location");
    server.clock.elapse(Duration.ofSeconds(1));

    Client.Reply named = ada.patch(todo, "{\"heading\":\"Bake bread\",\"tags\":[]}").expect(200);
    assertThat(named.json().get("heading").textValue()).isEqualTo("Bake bread");
    assertThat(named.json().get("task").textValue()).isEqualTo("the good one");
    assertThat(named.json().get("tags")).isEmpty();
    assertThat(named.json().get("updated_at").textValue())
        .isEqualTo(server.clock.instant().toString());
    assertThat(named.header("ETag")).isEqualTo("\"2\"");

    Client.Reply cleared =
        ada.with("Content-Type", "application/merge-patch+json; charset=\"UTF-8\"")
            .send(
                "PATCH",
                todo,
                BodyPublishers.ofString(
                    "{\"task\":null,\"completed\":null,\"priority\":null,\"due_at\":null,\"tags\":null}"))
            .expect(200);
    assertThat(cleared.body())
        .contains(
            "\"heading\":\"Bake bread\",\"task\":\"\",\"completed\":false,\"priority\":\"normal\","
                + "\"due_at\":null,\"tags\":[],\"completed_at\":null");
    assertThat(cleared.header("ETag")).isEqualTo("\"3\"");
  }

  @Test
  void aChangeThatChangesNothingKeepsTheVersion() {
    String todo = ada.post("/api/todos", FULL).header("Location");
    server.clock.elapse(Duration.ofSeconds(1));
    assertThat(ada.patch(todo, "{}").expect(200).header("ETag")).isEqualTo("\"1\"");
    assertThat(ada.patch(todo, "{\"priority\":\"high\"}").header("ETag")).isEqualTo("\"1\"");
    assertThat(ada.put(todo, FULL).expect(200).header("ETag")).isEqualTo("\"1\"");
  }

  @Test
  void aReplacementGivesWhatIsMissingItsDefault() {
    String todo = ada.post("/api/todos", FULL).header("Location");
    Client.Reply reply = ada.put(todo, "{\"heading\":\"Rest\"}").expect(200);
    assertThat(reply.body())
        .contains(
            "\"heading\":\"Rest\",\"task\":\"\",\"completed\":false,\"priority\":\"normal\","
                + "\"due_at\":null,\"tags\":[],\"completed_at\":null");
    assertThat(reply.header("ETag")).isEqualTo("\"2\"");
    assertThat(reply.header("Location")).isEmpty();
  }

  @Test
  void aDeletedTodoIsGoneAndDeletingItAgainDoesNoHarm() {
    String todo = ada.post("/api/todos", FULL).header("Location");
    Client.Reply deleted = ada.delete(todo).expect(204);
    assertThat(deleted.header("Content-Type")).isEmpty();
    assertThat(deleted.header("ETag")).isEmpty();
    ada.delete(todo).expect(204);
    ada.get(todo).expect(404, "not_found");
    ada.patch(todo, "{}").expect(404, "not_found");
    ada.put(todo, "{\"heading\":\"a\"}").expect(404, "not_found");
    assertThat(ada.get("/api/todos").body()).isEqualTo("{\"items\":[],\"next_cursor\":null}");
  }

  @Test
  void somebodyElsesTodoIsNotThere() {
    String todo = ada.post("/api/todos", FULL).header("Location");
    Client bob = client.registered();
    bob.get(todo).expect(404, "not_found");
    bob.patch(todo, "{\"heading\":\"x\"}").expect(404, "not_found");
    bob.put(todo, "{\"heading\":\"x\"}").expect(404, "not_found");
    bob.delete(todo).expect(404, "not_found");
    bob.with("If-Match", "\"7\"").delete(todo).expect(404, "not_found");
    assertThat(bob.get("/api/todos").json().get("items")).isEmpty();
    ada.get(todo).expect(200);
  }

  @ParameterizedTest
  @CsvSource({
    "1",
    "x",
    "01A1FA91-D2D0-7000-8000-000000000005",
    "1-1-1-1-1",
    "01a1fa91-d2d0-7000-8000-00000000000%35",
    "01a1fa91-d2d0-7000-8000-000000000005;a=b",
    "01a1fa91-d2d0-7000-8000-0000000ffff5"
  })
  void whatIsNoIdOfATodoIsNotThere(String id) {
    ada.get("/api/todos/" + id).expect(404, "not_found");
    ada.delete("/api/todos/" + id).expect(404, "not_found");
  }

  @Test
  void theAliasServesTheSame() {
    String todo = ada.post("/api/v1/todos", FULL).expect(201).header("Location");
    assertThat(todo).startsWith("/api/todos/");
    assertThat(ada.get(todo.replace("/api/", "/api/v1/")).body()).isEqualTo(ada.get(todo).body());
  }

  @Test
  void aByteOrderMarkIsSkipped() {
    ada.post("/api/todos", "\uFEFF{\"heading\":\"a\"}").expect(201);
  }

  @Test
  void anyAcceptIsServed() {
    for (String accept :
        new String[] {"*/*", "application/json", "text/plain, */*", "image/png", "nonsense"}) {
      assertThat(ada.with("Accept", accept).get("/api/todos").expect(200).header("Content-Type"))
          .isEqualTo("application/json");
    }
  }
}
