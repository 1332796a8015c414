package dev.honeydo.bootstrap;

import static dev.honeydo.bootstrap.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A writer that dies between the record and the cache leaves nothing stale behind for more than ten
 * seconds.
 *
 * <p>{@code -Dhoneydo.kill.rounds=10} kills 10 writers instead of one.
 */
class CacheKillTest {
  private static final int ROUNDS = Integer.getInteger("honeydo.kill.rounds", 1);

  /** Ten seconds, and what a busy machine takes. */
  private static final Duration MOST = Duration.ofMillis(10_500);

  @Test
  void whatADeadWriterHasWrittenIsSeenWithinTenSeconds(@TempDir Path directory) throws Exception {
    MongoServer server = new MongoServer(new MemoryBackend());
    try (RedisProcess redis = new RedisProcess()) {
      Map<String, String> settings =
          Map.of(
              "DB_URI", server.bindAndGetConnectionString(),
              "REDIS_URL", redis.url(),
              "JWT_SECRET_KEY", "the same 32 bytes in both instances");
      try (RunningRecord survivor = RunningRecord.configured(directory, settings)) {
        assertThat(survivor.api().register("ada@example.org").status()).isEqualTo(201);
        Api ada = survivor.api().loggedIn("ada@example.org");
        List<Long> stale = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
          stale.add(staleAfterDeath(directory, settings, ada));
        }
        System.out.printf(
            "[honeydo] a writer is killed between record and cache %d times; milliseconds until"
                + " another instance shows what it has written: %s%n",
            ROUNDS, stale);
      }
    } finally {
      server.shutdownNow();
    }
  }

  private static long staleAfterDeath(Path directory, Map<String, String> settings, Api ada)
      throws Exception {
    String todo = ada.post("/api/todos", json("{'heading':'alive'}")).header("Location");
    List<String> paths =
        List.of(todo, "/api/todos?limit=1", "/api/todos/search?q=last", "/api/todos?q=words");
    try (ServerProcess writer = ServerProcess.start(directory, settings, DyingWriterMain.class)) {
      for (String path : paths) {
        CacheOverHttpTest.awaitNear(ada, path);
      }
      Api there = new Api(writer.address(), ada.headers());
      String change = json("{'heading':'%s'}", DyingWriterMain.LAST_WORDS);
      assertThatThrownBy(() -> there.patch(todo, change)).isInstanceOf(UncheckedIOException.class);
    }
    long died = System.nanoTime();
    for (String path : paths) {
      Await.until(MOST, () -> ada.get(path).raw().body().contains(DyingWriterMain.LAST_WORDS));
    }
    long stale = Duration.ofNanos(System.nanoTime() - died).toMillis();
    assertThat(stale).isLessThan(MOST.toMillis());
    // What replaces the dead writer's mark ends its copies once more, and brings back none of old.
    for (int i = 0; i < 20; i++) {
      for (String path : paths) {
        assertThat(ada.get(path).raw().body()).contains(DyingWriterMain.LAST_WORDS);
      }
    }
    assertThat(ada.delete(todo).status()).isEqualTo(204);
    return stale;
  }
}
