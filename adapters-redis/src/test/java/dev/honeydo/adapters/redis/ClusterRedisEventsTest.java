package dev.honeydo.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Events;
import dev.honeydo.contracts.EventsContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;

/** Events over a cluster, whose primaries are all heard; by two instances. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ClusterRedisEventsTest implements EventsContract {
  private static final Duration TIMEOUT = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST = 150;

  private final TestCluster redis = TestCluster.shared();
  private final Supplier<String> unique = RedisAdapters.unique(UUID::randomUUID);
  private final List<AutoCloseable> open = new ArrayList<>();
  private final RedisEvents events = over(link());
  private final RedisEvents anotherView = over(link());

  private RedisLink link() {
    RedisLink link = RedisLink.open(RedisAddress.parse(redis.url()), Optional.empty(), TIMEOUT);
    open.addFirst(link);
    return link;
  }

  private RedisEvents over(RedisLink link) {
    RedisEvents made = new RedisEvents(link, unique, MOST, _ -> {});
    open.addFirst(made);
    return made;
  }

  @AfterAll
  void stop() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
    assertThat(redis.misdirected()).isZero();
  }

  @AfterEach
  void settle() {
    Await.until(PATIENCE, () -> events.isSettled() && anotherView.isSettled());
  }

  @Override
  public Events events() {
    return events;
  }

  @Override
  public Events anotherView() {
    return anotherView;
  }

  @Override
  public Optional<Events> unreachable() {
    RedisLink gone = link();
    RedisEvents made = over(gone);
    gone.close();
    return Optional.of(made);
  }

  /** What a lost primary means is tried elsewhere: this cluster is there for other tests, too. */
  @Override
  public Optional<Outage> outage(Runnable meanwhile) {
    return Optional.empty();
  }

  @Override
  public int kept() {
    return MOST + 250;
  }

  @Override
  public int rounds() {
    return 3;
  }
}
