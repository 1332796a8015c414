package dev.honeydo.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Cache;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.user.UserId;
import io.lettuce.core.RedisURI;
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
    Await.until(Duration.ofSeconds(10), () -> takes(2, this::oneByOne));
  }

  @AfterEach
  void close() {
    far.close();
    redis.close();
  }

  @Test
  void whoAsksAndWhatForIsOneQuestion() {
    assertThat(takes(1, () -> read(far.one, () -> ask(far.one)))).isTrue();
  }

  @Test
  void withoutSayingWhatForItIsTwo() {
    assertThat(takes(2, this::oneByOne)).isTrue();
  }

  @Test
  void whatIsLikelyIsNotLookedForWithAnythingButWhoAsks() {
    long before = calls();
    Cache.Profile profile = new Cache.Profile(owner);
    var _ =
        far.one.prefetching(
            _ -> Optional.of(what), () -> far.one.read(profile, () -> Optional.empty()));
    // Two looks and nothing ahead: the second takes a lease, since there is no copy.
    assertThat(calls() - before).isLessThanOrEqualTo(3);
    assertThat(ask(far.one)).contains(record.get());
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
    Supplier<Optional<Todo>> question = () -> far.one.read(theirs, () -> Optional.of(record.get()));
    assertThat(question.get()).contains(record.get());
    Await.until(Duration.ofSeconds(5), () -> takes(1, question));
    Supplier<Optional<Todo>> both =
        () -> {
          var _ = far.one.read(who, () -> Optional.of(session));
          return question.get();
        };
    // In a cluster the two are at different servers.
    assertThat(takes(2, () -> far.one.prefetching(_ -> Optional.of(theirs), both))).isTrue();
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
      long before = calls();
      assertThat(
              read(
                  cache,
                  () -> {
                    later.addAndGet(Duration.ofMillis(101).toNanos());
                    return ask(cache);
                  }))
          .contains(record.get());
      assertThat(calls() - before).isEqualTo(2);
    }
  }

  @Test
  void whereNearCopiesAnswerNothingIsLookedForAhead() {
    try (Views near = new Views(redis, Views.NEAR, new TestClock())) {
      near.settle();
      AtomicBoolean asked = new AtomicBoolean();
      Optional<Session> found =
          near.one.prefetching(
              _ -> {
                asked.set(true);
                return Optional.of(what);
              },
              () -> near.one.read(who, () -> Optional.of(session)));
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

  private boolean takes(long questions, Supplier<Optional<Todo>> what) {
    long before = calls();
    assertThat(what.get()).contains(record.get());
    return calls() - before == questions;
  }

  private long calls() {
    Matcher found = CALLS.matcher(redis.ask(it -> it.info("commandstats")));
    assertThat(found.find()).isTrue();
    return Long.parseLong(found.group(1));
  }
}
