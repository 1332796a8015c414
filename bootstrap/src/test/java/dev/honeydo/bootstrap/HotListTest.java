package dev.honeydo.bootstrap;

import static dev.honeydo.bootstrap.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One list of twenty todos that is asked for again and again, over HTTP, in a record of SQLite's:
 * with copies in the process, with copies in Redis alone, and with none.
 *
 * <p>{@code -Dhoneydo.hotlist.rounds=10} measures, in rounds that take turns; else it is only seen
 * that all three say the same.
 */
class HotListTest {
  private static final int ROUNDS = Integer.getInteger("honeydo.hotlist.rounds", 0);
  private static final int REQUESTS = Integer.getInteger("honeydo.hotlist.requests", 3_000);
  private static final int CLIENTS = 8;
  private static final String LIST = "/api/todos";

  @Test
  void theListIsTheSameWhereverItComesFrom(@TempDir Path directory) throws Exception {
    try (RedisProcess redis = new RedisProcess()) {
      // Somebody who may do everything but be told of changes: nothing is kept near then.
      redis.tell("ACL SETUSER untold on >pw ~* &* +@all -client +client|setname +client|id");
      String untold = redis.url().replace("//", "//untold:pw@");
      try (RunningRecord near = started(directory.resolve("near"), redis.url());
          RunningRecord shared = started(directory.resolve("shared"), untold)) {
        Way l1 = new Way("hit-l1", listed(near));
        Way l2 = new Way("hit-l2", listed(shared));
        Way none = new Way("", l1.client().with("Cache-Control", "no-cache"));
        List<Way> ways = List.of(l1, l2, none);
        for (Way way : ways) {
          Await.until(
              Duration.ofSeconds(10),
              () -> CacheOverHttpTest.source(way.client().get(LIST)).equals(way.source()));
          assertThat(way.client().get(LIST).body().path("items")).hasSize(20);
        }
        assertThat(none.client().get(LIST).raw().body())
            .isEqualTo(l1.client().get(LIST).raw().body());
        measure(ways);
      }
    }
  }

  private static RunningRecord started(Path directory, String redis) {
    return RunningRecord.configured(directory, Map.of("REDIS_URL", redis));
  }

  /** Somebody with twenty todos. */
  private static Api listed(RunningRecord where) {
    assertThat(where.api().register("ada@example.org").status()).isEqualTo(201);
    Api ada = where.api().loggedIn("ada@example.org");
    for (int i = 0; i < 20; i++) {
      String todo = json("{'heading':'Buy bread no. %d','task':'the good one','tags':['home']}", i);
      assertThat(ada.post(LIST, todo).status()).isEqualTo(201);
    }
    return ada;
  }

  private static void measure(List<Way> ways) throws Exception {
    List<List<double[]>> measured = new ArrayList<>();
    for (Way _ : ways) {
      measured.add(new ArrayList<>());
    }
    // The first two rounds warm up.
    for (int round = -2; round < ROUNDS && ROUNDS > 0; round++) {
      for (int i = 0; i < ways.size(); i++) {
        double[] result = round(ways.get(i).client());
        if (round >= 0) {
          measured.get(i).add(result);
        }
      }
    }
    for (int i = 0; i < ways.size() && ROUNDS > 0; i++) {
      double[] rates = measured.get(i).stream().mapToDouble(it -> it[0]).sorted().toArray();
      double[] p99s = measured.get(i).stream().mapToDouble(it -> it[1]).sorted().toArray();
      System.out.printf(
          "[honeydo] hot list of 20, %-7s %d rounds of %d by %d clients: median %.0f/s (%.0f-%.0f),"
              + " median p99 %.2f ms (%.2f-%.2f)%n",
          ways.get(i).source().isEmpty() ? "record" : ways.get(i).source(),
          ROUNDS,
          REQUESTS,
          CLIENTS,
          rates[rates.length / 2],
          rates[0],
          rates[rates.length - 1],
          p99s[p99s.length / 2],
          p99s[0],
          p99s[p99s.length - 1]);
    }
  }

  /** Requests in a second, and the milliseconds that 99 of 100 took at the most. */
  private static double[] round(Api client) throws Exception {
    long[] took = new long[REQUESTS];
    long begun = System.nanoTime();
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Callable<Void>> work = new ArrayList<>();
      for (int c = 0; c < CLIENTS; c++) {
        int first = c;
        work.add(() -> {
          for (int i = first; i < REQUESTS; i += CLIENTS) {
            long start = System.nanoTime();
            assertThat(client.get(LIST).status()).isEqualTo(200);
            took[i] = System.nanoTime() - start;
          }
          return null;
        });
      }
      for (Future<Void> done : clients.invokeAll(work)) {
        done.get();
      }
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    Arrays.sort(took);
    return new double[] {REQUESTS / seconds, took[REQUESTS * 99 / 100] / 1e6};
  }

  /**
   * A way to the list.
   *
   * @param source where it comes from
   */
  private record Way(String source, Api client) {}
}
