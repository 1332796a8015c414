package dev.honeydo.bootstrap;

import static dev.honeydo.bootstrap.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.honeydo.bootstrap.Api.Answer;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An acknowledged write survives {@code kill -9}, and whoever was logged in still is.
 *
 * <p>{@code -Dhoneydo.kill.rounds=20} makes it 20 rounds instead of 3.
 */
class KillTest {
  private static final int ROUNDS = Integer.getInteger("honeydo.kill.rounds", 3);
  private static final int WRITERS = 8;
  private static final int WRITES_BEFORE_THE_KILL = 200;

  @TempDir Path directory;

  @Test
  void noAcknowledgedWriteIsLost() throws Exception {
    String token;
    try (ServerProcess server = ServerProcess.start(directory, Map.of())) {
      Api api = Api.at(server.address());
      assertThat(api.register("ada@example.org").status()).isEqualTo(201);
      token = api.login("ada@example.org").text("access_token");
      server.kill();
    }
    Map<String, String> acknowledged = new HashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      try (ServerProcess server = ServerProcess.start(directory, Map.of())) {
        Api ada = Api.at(server.address()).bearer(token);
        assertThat(everything(ada)).containsAllEntriesOf(acknowledged);
        acknowledged.putAll(writeUntilKilled(server, ada, round));
      }
    }
    try (ServerProcess server = ServerProcess.start(directory, Map.of())) {
      assertThat(everything(Api.at(server.address()).bearer(token)))
          .containsAllEntriesOf(acknowledged);
    }
    System.out.printf(
        "[honeydo] kill -9: %d rounds, %d acknowledged todos, none lost%n",
        ROUNDS, acknowledged.size());
  }

  /** The heading of each todo whose last write was acknowledged. */
  private static Map<String, String> writeUntilKilled(ServerProcess server, Api ada, int round)
      throws InterruptedException {
    Queue<Map.Entry<String, String>> acknowledged = new ConcurrentLinkedQueue<>();
    CountDownLatch enough = new CountDownLatch(WRITES_BEFORE_THE_KILL);
    List<Thread> writers = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      String name = round + "/" + writer;
      writers.add(Thread.ofVirtual().start(() -> write(ada, name, acknowledged, enough)));
    }
    enough.await();
    server.kill();
    for (Thread writer : writers) {
      writer.join();
    }
    Map<String, String> last = new HashMap<>();
    acknowledged.forEach(it -> last.put(it.getKey(), it.getValue()));
    return last;
  }

  private static void write(
      Api ada, String name, Queue<Map.Entry<String, String>> acknowledged, CountDownLatch enough) {
    try {
      for (int i = 0; true; i++) {
        Answer created = ada.post("/api/todos", json("{'heading':'%s/%d'}", name, i));
        if (created.status() != 201) {
          return;
        }
        acknowledged.add(Map.entry(created.text("id"), created.text("heading")));
        enough.countDown();
      }
    } catch (UncheckedIOException killed) {
      // The write under way was not acknowledged: either outcome is right.
    }
  }

  private static Map<String, String> everything(Api ada) {
    Map<String, String> todos = new HashMap<>();
    String cursor = "";
    do {
      Answer page = ada.get("/api/todos?limit=100" + cursor);
      assertThat(page.outcome()).isEqualTo("200");
      for (JsonNode todo : page.body().path("items")) {
        todos.put(todo.path("id").asText(), todo.path("heading").asText());
      }
      cursor =
          page.body().path("next_cursor").isNull() ? "" : "&cursor=" + page.text("next_cursor");
    } while (!cursor.isEmpty());
    return todos;
  }
}
