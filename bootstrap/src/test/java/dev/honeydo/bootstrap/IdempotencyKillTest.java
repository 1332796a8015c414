package dev.honeydo.bootstrap;

import static dev.honeydo.bootstrap.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.honeydo.bootstrap.Api.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A request with a key whose server dies, wherever it is at that moment, and that is repeated to
 * another server, makes one todo and is answered with it.
 *
 * <p>{@code -Dhoneydo.kill.rounds=30} kills 30 times at each point instead of 2. Each server's
 * clock is ahead of the one before, so that the dead one's lease is over and need not be waited
 * for.
 */
class IdempotencyKillTest {
  private static final int ROUNDS = Integer.getInteger("honeydo.kill.rounds", 2);
  private static final int SECONDS_AHEAD = 6;

  @TempDir Path directory;
  private int starts;

  @Test
  void overSqlite() throws Exception {
    killAndRepeat(Map.of(), "SQLite");
  }

  @Test
  void overMongo() throws Exception {
    MongoServer server = new MongoServer(new MemoryBackend());
    try {
      killAndRepeat(
          Map.of(
              "DB_URI",
              server.bindAndGetConnectionString()
                  + "/?timeoutMS=5000&serverSelectionTimeoutMS=5000"),
          "MongoDB's protocol");
    } finally {
      server.shutdownNow();
    }
  }

  private void killAndRepeat(Map<String, String> settings, String record) throws Exception {
    Optional<Repetition> cutOff = Optional.empty();
    String session = "";
    for (int round = 0; round < ROUNDS; round++) {
      for (KillPoint point : KillPoint.values()) {
        try (ServerProcess server = start(settings, point)) {
          Api api = Api.at(server.address());
          if (session.isEmpty()) {
            assertThat(api.register("ada@example.org").status()).isEqualTo(201);
            session = api.login("ada@example.org").text("session_id");
          }
          Api ada = api.with("X-Session-ID", session);
          cutOff.orElseGet(() -> new Repetition("first", Optional.empty())).check(ada);
          cutOff = Optional.of(killed(server, ada, point, round));
        }
      }
    }
    try (ServerProcess server = start(settings, KillPoint.AFTER_ANSWER)) {
      Api ada = Api.at(server.address()).with("X-Session-ID", session);
      cutOff.orElseThrow().check(ada);
      assertThat(ada.get("/api/todos?limit=100").body().path("items"))
          .hasSize(Math.min(100, starts));
    }
    System.out.printf(
        "[honeydo] kill at %d points of a request with a key, %d rounds, over %s: one todo each%n",
        KillPoint.values().length, ROUNDS, record);
  }

  private ServerProcess start(Map<String, String> settings, KillPoint point) throws IOException {
    int ahead = SECONDS_AHEAD * starts++;
    return ServerProcess.start(
        directory, settings, HaltingMain.class, point.name(), Integer.toString(ahead));
  }

  /** Sends a request that the server does not survive. */
  private static Repetition killed(ServerProcess server, Api ada, KillPoint point, int round)
      throws InterruptedException {
    Repetition request = new Repetition(point + " " + round, Optional.empty());
    if (point != KillPoint.AFTER_ANSWER) {
      assertThatThrownBy(() -> request.send(ada)).isInstanceOf(UncheckedIOException.class);
      return request;
    }
    Answer answer = request.send(ada);
    assertThat(answer.status()).isEqualTo(201);
    server.kill();
    return new Repetition(request.heading, request.key, Optional.of(answer.raw().body()));
  }

  /**
   * A request that is made again.
   *
   * @param answered what it was answered with, if that arrived
   */
  private record Repetition(String heading, String key, Optional<String> answered) {

    Repetition(String heading, Optional<String> answered) {
      this(heading, UUID.randomUUID().toString(), answered);
    }

    Answer send(Api ada) {
      return ada.with("Idempotency-Key", key).post("/api/todos", json("{'heading':'%s'}", heading));
    }

    /** Sends it as often as {@link HaltingMain#SPARED} says. */
    void check(Api ada) {
      Answer answer = send(ada);
      assertThat(answer.outcome()).as(heading).isEqualTo("201");
      answered.ifPresent(it -> assertThat(answer.raw().body()).as(heading).isEqualTo(it));
      assertThat(ada.get(answer.header("Location")).raw().body()).isEqualTo(answer.raw().body());
      for (int again = 1; again < HaltingMain.SPARED; again++) {
        Answer replay = send(ada);
        assertThat(replay.raw().body()).isEqualTo(answer.raw().body());
        assertThat(replay.header("Idempotent-Replayed")).isEqualTo("true");
      }
      long made = 0;
      for (JsonNode todo : ada.get("/api/todos?limit=100").body().path("items")) {
        made += todo.path("heading").asText().equals(heading) ? 1 : 0;
      }
      assertThat(made).as(heading).isEqualTo(1);
    }
  }
}
