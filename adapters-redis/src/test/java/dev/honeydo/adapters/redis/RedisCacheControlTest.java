package dev.honeydo.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.Cache.Scope;
import dev.honeydo.application.port.CacheControl;
import dev.honeydo.application.port.TodoCount;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.contracts.CacheControlContract;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RedisCacheControlTest implements CacheControlContract {
  private final TestRedis redis = TestRedis.start();
  private final Views views = new Views(redis, Views.NEAR, new TestClock());
  private final RedisCacheControl control = views.one.control();

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
    return control;
  }

  @Override
  @BeforeEach
  public void settle() {
    views.settle();
  }

  @AfterAll
  void close() {
    views.close();
    redis.close();
  }

  @Test
  void theServerTellsOfItself() {
    CacheControl.State state = control.state();
    assertThat(state.store()).isEqualTo(CacheControl.Store.REDIS);
    CacheControl.Server server = state.server().orElseThrow();
    assertThat(server.usedMemory()).isPositive();
    assertThat(server.peakMemory()).isGreaterThanOrEqualTo(server.usedMemory());
    assertThat(server.residentMemory()).isPositive();
    assertThat(server.clients()).isPositive();
    assertThat(server.commands()).isPositive();
  }

  @Test
  void whatIsClearedWhileTheServerIsAwayIsNotFoundOnceItIsBack() {
    try (TestRedis mortal = TestRedis.start();
        Relay relay = new Relay(mortal.port());
        Views cut =
            new Views(
                relay.uri(), mortal.url(), Views.NEAR, new TestClock(), Duration.ofMillis(250))) {
      cut.settle();
      Cache.Count one = new Cache.Count(Specimens.userId(), TodoFilter.ALL);
      Cache.Profile profile = new Cache.Profile(Specimens.userId());
      assertThat(cut.one.read(one, () -> new TodoCount(1))).isEqualTo(new TodoCount(1));
      assertThat(cut.one.read(profile, Optional::empty)).isEmpty();
      relay.cut();
      CacheControl control = cut.one.control();
      assertThat(control.clear(Set.of(Scope.TODOS))).isEqualTo(new CacheControl.Cleared());
      assertThat(control.invalidate(profile.owner())).isEqualTo(new CacheControl.Cleared());
      assertThat(control.state().healthy()).isFalse();
      relay.mend();
      cut.settle();
      assertThat(control.state().healthy()).isTrue();
      assertThat(cut.other.read(one, () -> new TodoCount(2))).isEqualTo(new TodoCount(2));
      var user = Optional.of(Specimens.user());
      assertThat(cut.other.read(profile, () -> user)).isEqualTo(user);
    }
  }
}
