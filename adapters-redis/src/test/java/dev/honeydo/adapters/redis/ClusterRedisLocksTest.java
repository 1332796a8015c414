package dev.honeydo.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.LockName;
import dev.honeydo.application.port.Locks;
import dev.honeydo.contracts.LocksContract;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** Locks over a cluster. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ClusterRedisLocksTest implements LocksContract {
  private static final Duration TIMEOUT = Duration.ofMillis(500);

  private final TestCluster redis = TestCluster.shared();
  private final Supplier<String> unique = RedisAdapters.unique(UUID::randomUUID);
  private final RedisLink link = link();
  private final RedisLink anotherLink = link();
  private final Locks locks = over(link);
  private final Locks anotherView = over(anotherLink);

  private RedisLink link() {
    return RedisLink.open(RedisAddress.parse(redis.url()), Optional.empty(), TIMEOUT);
  }

  private Locks over(RedisLink its) {
    return new RedisLocks(its.port("Locks"), unique, System::nanoTime);
  }

  @AfterAll
  void close() {
    link.close();
    anotherLink.close();
    assertThat(redis.misdirected()).isZero();
  }

  @Override
  public Locks locks() {
    return locks;
  }

  @Override
  public Locks anotherView() {
    return anotherView;
  }

  @Override
  public Optional<Locks> unreachable() {
    RedisLink gone = link();
    gone.close();
    return Optional.of(over(gone));
  }

  @Override
  public void lose(LockName name) {
    String key = RedisLocks.key(name);
    var _ = redis.ask(key, it -> it.del(key));
  }
}
