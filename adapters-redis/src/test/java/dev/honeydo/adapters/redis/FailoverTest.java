package dev.honeydo.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Real servers whose primary dies under load: no caller is told of it, and everything goes through
 * Redis again within five seconds of another's having taken over.
 */
final class FailoverTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BACK = Duration.ofSeconds(5);

  /** Of a caller, on a machine that has other things to do. */
  private static final Duration SLOWEST = Duration.ofSeconds(2);

  @Test
  void theReplicaThatSentinelsPromoteIsFound() throws Exception {
    try (TestSentinels redis = TestSentinels.start();
        FailoverLoad load = new FailoverLoad(redis.url())) {
      load.go(2_000);
      long killed = System.nanoTime();
      redis.primary().kill();
      Await.until(PATIENCE, redis::isPromoted);
      follow("Sentinel", load, killed);
    }
  }

  @Test
  void theReplicaThatAClusterPromotesIsFound() throws Exception {
    try (TestCluster redis = TestCluster.start();
        FailoverLoad load = new FailoverLoad(redis.url())) {
      load.go(2_000);
      long killed = System.nanoTime();
      redis.nodes().getFirst().kill();
      Await.until(PATIENCE, redis::hasPromoted);
      follow("Cluster", load, killed);
    }
  }

  /** Who comes back as a replica takes no writes; whoever talks to it has to find that out. */
  @Test
  void aPrimaryThatIsDemotedIsLeftForTheNewOne() throws Exception {
    try (TestSentinels redis = TestSentinels.start();
        FailoverLoad load = new FailoverLoad(redis.url())) {
      load.go(2_000);
      long asked = System.nanoTime();
      redis.failOver();
      Await.until(PATIENCE, redis::isPromoted);
      follow("Sentinel, on demand", load, asked);
    }
  }

  private static void follow(String kind, FailoverLoad load, long begun) throws Exception {
    long promoted = System.nanoTime();
    load.settle();
    Duration back = Duration.ofNanos(System.nanoTime() - promoted);
    load.go(2_000);
    load.end();
    System.out.printf(
        Locale.ROOT,
        "[honeydo] %s: promoted after %d ms, everything back %d ms later; %d calls, the slowest"
            + " %d ms%n",
        kind,
        (promoted - begun) / 1_000_000,
        back.toMillis(),
        load.calls(),
        load.worst().toMillis());
    assertThat(back).isLessThan(BACK);
    assertThat(load.worst()).isLessThan(SLOWEST);
  }
}
