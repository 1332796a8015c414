package dev.honeydo.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.TodoCount;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One instance hears Redis, the other is cut off from it and writes. */
final class UnheardWritesTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final TodoCount OLD = new TodoCount(1);
  private static final TodoCount NEW = new TodoCount(2);

  private final TestClock clock = new TestClock();
  private final TestRedis redis = TestRedis.start();
  private final Relay relay = new Relay(redis.port());
  private final Views views =
      new Views(redis.url(), relay.uri(), Views.NOTHING_NEAR, clock, Duration.ofMillis(250));
  private final RedisCache hearing = views.one;
  private final RedisCache cutOff = views.other;
  private final Cache.Count key = new Cache.Count(Specimens.userId(), TodoFilter.ALL);

  @BeforeEach
  void settle() {
    views.settle();
    Await.until(SOON, () -> hearing.isQuiet() && cutOff.isQuiet());
  }

  @AfterEach
  void close() {
    views.close();
    relay.close();
    redis.close();
  }

  @Test
  void aCopyOfAMinuteAnswersWhileEverybodyIsHeard() {
    keepFor(Duration.ofMinutes(1));
    assertThat(hearing.read(key, () -> NEW)).isEqualTo(OLD);
    assertThat(cutOff.read(key, () -> NEW)).isEqualTo(OLD);
  }

  @Test
  void whatIsWrittenUnheardIsSeenByOthersWithinTwoSeconds() {
    keepFor(Duration.ofMinutes(1));
    assertThat(hearing.read(key, () -> NEW)).isEqualTo(OLD);
    relay.cut();
    // Noted before it is changed: who dies in between has warned the others.
    int notes = cutOff.write(key.owner(), key.scope(), this::notes);
    long written = System.nanoTime();
    assertThat(notes).isEqualTo(1);
    assertThat(cutOff.read(key, () -> NEW)).isEqualTo(NEW);
    Await.until(SOON, () -> hearing.read(key, () -> NEW).equals(NEW));
    assertThat(Duration.ofNanos(System.nanoTime() - written)).isLessThan(Duration.ofMillis(2_300));
    assertThat(hearing.isQuiet()).isFalse();
    // The note outlasts whoever made it, and so does the doubt.
    keepFor(Duration.ofMinutes(1));
    assertThat(hearing.read(key, () -> NEW)).isEqualTo(NEW);

    relay.mend();
    views.settle();
    Await.until(SOON, () -> notes() == 0 && hearing.isQuiet());
    keepFor(Duration.ofMinutes(1));
    assertThat(hearing.read(key, () -> NEW)).isEqualTo(OLD);
  }

  @Test
  void theNotesOfTheDeadAreForgottenWhenNoCopyIsThatOldAnyMore() {
    UUID dead = UUID.randomUUID();
    var _ = views.unheardWriters.enter(dead, clock.instant());
    Await.until(SOON, () -> !hearing.isQuiet());
    clock.elapse(Ages.longest(RedisAdapters.Ttls.DEFAULT).plusMinutes(6));
    Await.until(SOON, hearing::isQuiet);
    assertThat(notes()).isZero();
  }

  @Test
  void nothingIsChangedUnheardThatCannotBeNoted() {
    relay.cut();
    Await.until(SOON, () -> !cutOff.isSettled());
    views.unheardWriters.setAvailable(false);
    AtomicInteger changes = new AtomicInteger();
    assertThatThrownBy(() -> cutOff.write(key.owner(), key.scope(), changes::incrementAndGet))
        .isInstanceOf(PortUnavailable.class);
    assertThat(changes).hasValue(0);
    views.unheardWriters.setAvailable(true);
    assertThat(cutOff.write(key.owner(), key.scope(), changes::incrementAndGet)).isEqualTo(1);
  }

  @Test
  void whileNobodyCanBeAskedCopiesCountForTwoSecondsOnly() {
    views.unheardWriters.setAvailable(false);
    Await.until(SOON, () -> !hearing.isQuiet());
    keepFor(Duration.ofSeconds(3));
    assertThat(hearing.read(key, () -> NEW)).isEqualTo(NEW);
    keepFor(Duration.ofMillis(100));
    assertThat(hearing.read(key, () -> NEW)).isEqualTo(OLD);
    views.unheardWriters.setAvailable(true);
    Await.until(SOON, hearing::isQuiet);
    keepFor(Duration.ofSeconds(3));
    assertThat(hearing.read(key, () -> NEW)).isEqualTo(OLD);
  }

  private int notes() {
    return views.unheardWriters.present(clock.instant().minus(Duration.ofDays(1))).size();
  }

  /** Puts a copy there that is so old, and that would answer for five minutes. */
  private void keepFor(Duration age) {
    try (RedisLink link = RedisLink.open(RedisURI.create(redis.url()), Duration.ofSeconds(2))) {
      RedisPort port = link.port("Cache");
      var unique = RedisAdapters.unique(UUID::randomUUID);
      SharedCopies copies = new SharedCopies(link, port, unique);
      Namespaces namespaces = new Namespaces(link, port, unique);
      namespaces.refresh();
      SharedCopies.Found<TodoCount> found = copies.look(key);
      Envelope<TodoCount> copy =
          new Envelope<>(
              found.generation(),
              namespaces.current(key.scope()).orElseThrow(),
              found.at() - age.toMillis(),
              Duration.ofMinutes(5).toMillis(),
              1,
              OLD);
      copies.fill(key, copy, Duration.ofMinutes(5), "");
      Await.until(SOON, () -> copies.look(key).copy().equals(Optional.of(copy)));
    }
  }
}
