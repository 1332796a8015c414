package dev.honeydo.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.CacheControl;
import dev.honeydo.application.port.HealthProbe;
import dev.honeydo.contracts.CacheControlContract;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What may be known of copies in a cluster, and done to them: on all its primaries. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ClusterRedisControlTest implements CacheControlContract {
  private final TestCluster redis = TestCluster.shared();
  private final Views views =
      new Views(redis.url(), redis.url(), Views.NEAR, new TestClock(), Duration.ofSeconds(2));

  @Override
  public Cache cache() {
    return views.one;
  }

  @Override
  public Cache anotherView() {
    return views.other;
  }

  @Override
  public CacheControl control() {
    return views.one.control();
  }

  @Override
  @BeforeEach
  public void settle() {
    views.settle();
  }

  @AfterAll
  void close() {
    views.close();
    assertThat(redis.misdirected()).isZero();
  }

  @Test
  void numbersAreThoseOfAllPrimaries() {
    for (int i = 0; i < 30; i++) {
      assertThat(views.one.read(new Cache.Profile(Specimens.userId()), Optional::empty)).isEmpty();
    }
    Await.until(
        Duration.ofSeconds(5),
        () -> control().state().copies().getOrDefault(Cache.Scope.PROFILE, 0L) >= 30);
    CacheControl.State state = control().state();
    List<Long> each = redis.primaries().stream().map(it -> it.ask(node -> node.dbsize())).toList();
    assertThat(each).allMatch(it -> it > 0);
    assertThat(state.keys()).isEqualTo(each.stream().mapToLong(Long::longValue).sum());
    // An empty server takes less than a megabyte; these are three.
    assertThat(state.server().orElseThrow().usedMemory()).isGreaterThan(2_000_000);
  }

  @Test
  void healthIsTriedWhereverTheKeyLies() {
    try (RedisLink link =
        RedisLink.open(RedisAddress.parse(redis.url()), Optional.empty(), Duration.ofSeconds(2))) {
      HealthProbe probe =
          new RedisHealthProbe(link.port("HealthProbe"), RedisAdapters.unique(UUID::randomUUID));
      for (int i = 0; i < 20; i++) {
        assertThat(probe.probe().operations()).containsExactly("ping", "set", "get", "delete");
      }
    }
  }
}
