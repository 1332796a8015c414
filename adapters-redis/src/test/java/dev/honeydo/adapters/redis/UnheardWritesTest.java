package dev.honeydo.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.TodoCount;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.contracts.Filters;
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

  private static final TodoFilter DONE = Filters.completed(true);

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
    Cache.Count somebodys = new Cache.Count(Specimens.userId(), TodoFilter.ALL);
    keepFor(somebodys, Duration.ofMillis(100));
    assertThat(hearing.read(somebodys, () -> NEW)).isEqualTo(OLD);
    views.unheardWriters.setAvailable(true);
    Await.until(SOON, hearing::isQuiet);
    keepFor(Duration.ofSeconds(3));
    assertThat(hearing.read(key, () -> NEW)).isEqualTo(OLD);
  }

  @Test
  void noOlderCopyIsShownAfterWhatWasWrittenUnheard() {
    Cache.Count sibling = new Cache.Count(key.owner(), DONE);
    keepFor(Duration.ofMillis(100));
    relay.cut();
    int _ = cutOff.write(key.owner(), key.scope(), this::notes);
    // The record shows what was written; nobody has asked it yet who writes unheard.
    assertThat(hearing.read(sibling, () -> NEW)).isEqualTo(NEW);
    assertThat(hearing.read(key, () -> NEW)).isEqualTo(NEW);
  }

  @Test
  void noOlderCopyIsShownAfterACopyOfWhatWasWrittenUnheard() {
    Cache.Count sibling = new Cache.Count(key.owner(), DONE);
    keepFor(Duration.ofMillis(100));
    relay.cut();
    int _ = cutOff.write(key.owner(), key.scope(), this::notes);
    keep(sibling, Duration.ZERO, NEW);
    assertThat(hearing.read(sibling, UnheardWritesTest::loadedAgain)).isEqualTo(NEW);
    assertThat(hearing.read(sibling, UnheardWritesTest::loadedAgain)).isEqualTo(NEW);
    assertThat(hearing.read(key, () -> NEW)).isEqualTo(NEW);
  }

  @Test
  void olderCopiesAnswerAfterALoadOnceNobodyIsKnownToWriteUnheard() {
    Cache.Count sibling = new Cache.Count(key.owner(), DONE);
    keepFor(Duration.ofSeconds(3));
    assertThat(hearing.read(sibling, () -> OLD)).isEqualTo(OLD);
    assertThat(hearing.read(key, UnheardWritesTest::loadedAgain)).isEqualTo(OLD);
    assertThat(hearing.read(sibling, UnheardWritesTest::loadedAgain)).isEqualTo(OLD);
  }

  @Test
  void noOlderCopyIsShownAfterWhatWasWrittenWhileRedisWasEmptied() {
    Cache.Count sibling = new Cache.Count(key.owner(), DONE);
    try (Views near = new Views(redis, Views.NEAR, clock)) {
      near.settle();
      Await.until(SOON, () -> near.one.isQuiet() && near.other.isQuiet());
      TodoCount shown =
          near.one.write(key.owner(), key.scope(), () -> shownWhenEmptied(near, sibling));
      assertThat(shown).isEqualTo(NEW);
    }
  }

  /** By another instance, while a write is under way that Redis has forgotten. */
  private TodoCount shownWhenEmptied(Views near, Cache.Count sibling) {
    redis.flush();
    near.settle();
    assertThat(near.other.read(key, () -> OLD)).isEqualTo(OLD);
    Await.until(SOON, () -> redis.ask(it -> it.exists(Keys.copy(key))) == 1);
    // Here the change is in the record.
    assertThat(near.other.read(sibling, () -> NEW)).isEqualTo(NEW);
    return near.other.read(key, () -> NEW);
  }

  private static TodoCount loadedAgain() {
    throw new IllegalStateException("loaded again");
  }

  private int notes() {
    return views.unheardWriters.present(clock.instant().minus(Duration.ofDays(1))).size();
  }

  /** Puts a copy there that is so old, and that would answer for five minutes. */
  private void keepFor(Duration age) {
    keepFor(key, age);
  }

  private void keepFor(Cache.Count of, Duration age) {
    keep(of, age, OLD);
  }

  private void keep(Cache.Count of, Duration age, TodoCount value) {
    try (RedisLink link = RedisLink.open(RedisURI.create(redis.url()), Duration.ofSeconds(2))) {
      RedisPort port = link.port("Cache");
      var unique = RedisAdapters.unique(UUID::randomUUID);
      SharedCopies copies = new SharedCopies(link, port, unique);
      Namespaces namespaces = new Namespaces(link, port, unique, System::nanoTime);
      namespaces.refresh();
      SharedCopies.Found<TodoCount> found = copies.look(of);
      Envelope<TodoCount> copy =
          new Envelope<>(
              found.generation(),
              namespaces.current(of.scope()).orElseThrow(),
              found.at() - age.toMillis(),
              Duration.ofMinutes(5).toMillis(),
              1,
              value);
      copies.fill(of, copy, Duration.ofMinutes(5), "");
      Await.until(SOON, () -> copies.look(of).copy().equals(Optional.of(copy)));
    }
  }
}
