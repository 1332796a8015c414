package dev.honeydo.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Cache;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.user.UserId;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is likely to be read after who asks, where copies are in Redis alone, and where not. */
final class PrefetchTest {
  private static final Pattern CALLS = Pattern.compile("cmdstat_evalsha:calls=(\\d+)");

  private final TestRedis redis = TestRedis.start();
  private final Views far = new Views(redis, Views.NOTHING_NEAR, new TestClock());
  private final UserId owner = Specimens.userId();
  private final Session session = Specimens.session(owner, Specimens.NOW);
  private final Cache.SessionById who = new Cache.SessionById(owner, session.id());
  private final AtomicReference<Todo> record = new AtomicReference<>(Specimens.todo());
  private final Cache.OneTodo what = new Cache.OneTodo(owner, record.get().id());

  @BeforeEach
  void settle() {
    far.settle();
    // Until copies are there: they are written by the way.
    Await.until(Duration.ofSeconds(10), () -> fewest(this::oneByOne) == 2);
  }

  @AfterEach
  void close() {
    far.close();
    redis.close();
  }

  @Test
  void whoAsksAndWhatForIsOneQuestion() {
    assertThat(fewest(() -> read(far.one, () -> ask(far.one)))).isEqualTo(1);
  }

  @Test
  void whatIsLikelyIsLookedForWithNothingButWhoAsks() {
    AtomicBoolean asked = new AtomicBoolean();
    Optional<Todo> found = far.one.prefetching(telling(asked), () -> ask(far.one));
    assertThat(found).contains(record.get());
    assertThat(asked).isFalse();
  }

  @Test
  void nothingIsReadForWhoIsNobody() {
    Cache.SessionById nobody =
        new Cache.SessionById(owner, Specimens.session(owner, Specimens.NOW).id());
    Supplier<Optional<Todo>> both =
        () -> {
          assertThat(far.one.read(nobody, Optional::empty)).isEmpty();
          return ask(far.one);
        };
    Supplier<Optional<Todo>> foretold = () -> far.one.prefetching(_ -> Optional.of(what), both);
    Await.until(Duration.ofSeconds(10), () -> fewest(both) == 2);
    assertThat(fewest(foretold)).isEqualTo(2);
  }

  @Test
  void whatOthersHaveShownMeanwhileIsNotFollowedByWhatWasBefore() {
    Todo newer = changed();
    assertThat(
            read(
                far.one,
                () -> {
                  var _ = far.other.write(owner, what.scope(), () -> record.getAndSet(newer));
                  assertThat(elsewhere(() -> ask(far.one))).contains(newer);
                  return ask(far.one);
                }))
        .contains(newer);
  }

  @Test
  void anotherOwnersTodoIsAskedForByItself() {
    Cache.OneTodo theirs = new Cache.OneTodo(Specimens.userId(), what.id());
    Supplier<Optional<Todo>> both =
        () -> {
          var _ = far.one.read(who, () -> Optional.of(session));
          return far.one.read(theirs, () -> Optional.of(record.get()));
        };
    Await.until(Duration.ofSeconds(10), () -> fewest(both) == 2);
    // In a cluster the two are at different servers.
    assertThat(fewest(() -> far.one.prefetching(_ -> Optional.of(theirs), both))).isEqualTo(2);
  }

  @Test
  void whatThisProcessHasWrittenIsShownBeforeRedisHasHeardOfIt() throws IOException {
    Todo newer = changed();
    try (Relay relay = new Relay(redis.port());
        Views cut =
            new Views(
                relay.uri(),
                redis.url(),
                Views.NOTHING_NEAR,
                new TestClock(),
                Duration.ofSeconds(2))) {
      cut.settle();
      relay.cut();
      var _ = cut.one.write(owner, what.scope(), () -> record.getAndSet(newer));
      // So that Redis hears of that one some time after it is there again.
      for (int i = 0; i < 5_000; i++) {
        var _ = cut.one.write(Specimens.userId(), what.scope(), () -> "");
      }
      relay.mend();
      Await.until(
          Duration.ofSeconds(20),
          () -> {
            for (int i = 0; i < 100; i++) {
              assertThat(read(cut.one, () -> ask(cut.one))).contains(newer);
            }
            return fewest(() -> read(cut.one, () -> ask(cut.one))) == 1;
          });
    }
  }

  @Test
  void whatWasReadOnceIsAskedForAgain() {
    Todo newer = changed();
    assertThat(
            read(
                far.one,
                () -> {
                  assertThat(ask(far.one)).contains(record.get());
                  var _ = far.other.write(owner, what.scope(), () -> record.getAndSet(newer));
                  return ask(far.one);
                }))
        .contains(newer);
  }

  @Test
  void whatWasFoundTooLongAgoIsAskedForAgain() {
    AtomicLong later = new AtomicLong();
    var caching =
        new RedisAdapters.Caching(
            RedisAdapters.Ttls.DEFAULT,
            RedisAdapters.ReadListener.NONE,
            () -> System.nanoTime() + later.get());
    RedisLink link = RedisLink.open(RedisURI.create(redis.url()), Duration.ofSeconds(2));
    try (link;
        RedisCache cache =
            new RedisCache(
                link,
                UUID::randomUUID,
                Views.NOTHING_NEAR,
                new TestClock(),
                caching,
                far.unheardWriters)) {
      Await.until(Duration.ofSeconds(10), cache::isSettled);
      Supplier<Optional<Todo>> late =
          () ->
              read(
                  cache,
                  () -> {
                    later.addAndGet(Duration.ofMillis(101).toNanos());
                    return ask(cache);
                  });
      assertThat(fewest(late)).isEqualTo(2);
      assertThat(fewest(() -> read(cache, () -> ask(cache)))).isEqualTo(1);
    }
  }

  @Test
  void whereNearCopiesAnswerNothingIsLookedForAhead() {
    try (Views near = new Views(redis, Views.NEAR, new TestClock())) {
      near.settle();
      AtomicBoolean asked = new AtomicBoolean();
      Optional<Session> found =
          near.one.prefetching(
              telling(asked), () -> near.one.read(who, () -> Optional.of(session)));
      assertThat(found).contains(session);
      assertThat(asked).isFalse();
    }
  }

  private Optional<Todo> read(RedisCache cache, Supplier<Optional<Todo>> then) {
    return cache.prefetching(
        _ -> Optional.of(what),
        () -> {
          assertThat(cache.read(who, () -> Optional.of(session))).contains(session);
          return then.get();
        });
  }

  private Optional<Todo> oneByOne() {
    var _ = far.one.read(who, () -> Optional.of(session));
    return ask(far.one);
  }

  private Optional<Todo> ask(RedisCache cache) {
    return cache.read(what, () -> Optional.of(record.get()));
  }

  private Todo changed() {
    Todo old = record.get();
    return new Todo(
        old.id(),
        old.content(),
        old.completedAt(),
        old.createdAt(),
        old.updatedAt().plusSeconds(1),
        old.version().next());
  }

  private static <T> T elsewhere(Supplier<T> question) {
    return CompletableFuture.supplyAsync(question).orTimeout(20, TimeUnit.SECONDS).join();
  }

  private Cache.Next telling(AtomicBoolean asked) {
    return _ -> {
      asked.set(true);
      return Optional.of(what);
    };
  }

  /**
   * How many questions to Redis it takes: what else is asked meanwhile, twice a second, only adds.
   */
  private long fewest(Supplier<Optional<Todo>> what) {
    long fewest = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long before = calls();
      assertThat(what.get()).contains(record.get());
      fewest = Math.min(fewest, calls() - before);
    }
    return fewest;
  }

  private long calls() {
    Matcher found = CALLS.matcher(redis.ask(it -> it.info("commandstats")));
    assertThat(found.find()).isTrue();
    return Long.parseLong(found.group(1));
  }
}
