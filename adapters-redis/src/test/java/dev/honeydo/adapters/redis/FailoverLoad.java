package dev.honeydo.adapters.redis;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Bucket;
import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.Charge;
import dev.honeydo.application.port.Event;
import dev.honeydo.application.port.EventId;
import dev.honeydo.application.port.Events;
import dev.honeydo.application.port.Lease;
import dev.honeydo.application.port.LockName;
import dev.honeydo.application.port.Locks;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.RateLimit;
import dev.honeydo.application.port.RateLimiter;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.application.port.TodoCount;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.reference.InMemoryRevokedTokens;
import dev.honeydo.contracts.reference.InMemorySessions;
import dev.honeydo.contracts.reference.InMemoryUnheardWriters;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Users who do everything that goes through Redis, over two instances and one record, and check
 * each answer. A user's own thread alone writes to that user.
 */
final class FailoverLoad implements AutoCloseable {
  private static final int USERS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final TestClock clock = new TestClock();
  private final InMemorySessions record = new InMemorySessions(clock);
  private final InMemoryRevokedTokens tokens = new InMemoryRevokedTokens(clock);
  private final InMemoryUnheardWriters unheard = new InMemoryUnheardWriters();
  private final List<RedisAdapters> instances;
  private final List<User> users = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();
  private final AtomicLong calls = new AtomicLong();
  private final AtomicLong worst = new AtomicLong();

  FailoverLoad(String url) {
    instances = List.of(open(url), open(url));
    settle();
    for (int i = 0; i < USERS; i++) {
      User user = new User(i);
      users.add(user);
      threads.add(Thread.ofVirtual().start(user));
    }
  }

  private RedisAdapters open(String url) {
    return RedisAdapters.open(
        new RedisAdapters.Config(url, RedisAdapters.Config.TIMEOUT),
        UUID::randomUUID,
        InstantSource.system(),
        Views.CACHING,
        unheard);
  }

  /** Waits until every adapter of both instances uses Redis. */
  void settle() {
    Await.until(PATIENCE, this::isBack);
  }

  private boolean isBack() {
    return instances.stream().allMatch(FailoverLoad::isBack);
  }

  private static boolean isBack(RedisAdapters instance) {
    try {
      return instance.cache() instanceof RedisCache cache
          && cache.isSettled()
          && instance.events() instanceof RedisEvents events
          && events.isSettled()
          && instance.circuits().stream().allMatch(instance::isCircuitClosed)
          && instance.healthProbe().probe().operations().size() == 4;
    } catch (PortUnavailable away) {
      return false;
    }
  }

  /** How many calls have been answered. */
  long calls() {
    return calls.get();
  }

  /** Waits until so many more have been. */
  void go(long more) {
    long until = calls() + more;
    Await.until(PATIENCE, () -> calls() >= until || failed.get() != null);
    assertNothingFailed();
  }

  /** The longest that a caller has waited. */
  Duration worst() {
    return Duration.ofNanos(worst.get());
  }

  void assertNothingFailed() {
    assertThat(failed.get()).isNull();
  }

  /** Ends it, and looks whether both instances know what was written last. */
  void end() throws InterruptedException {
    over.countDown();
    for (Thread thread : threads) {
      assertThat(thread.join(PATIENCE)).isTrue();
    }
    assertNothingFailed();
    users.forEach(User::assertNothingIsStale);
  }

  @Override
  public void close() {
    over.countDown();
    instances.forEach(RedisAdapters::close);
  }

  private final class User implements Runnable {
    private final UserId id = Specimens.userId();
    private final RedisAdapters instance;
    private final AtomicLong todos = new AtomicLong();
    private final Session session;
    private final RateLimiter limiter;
    private final Locks locks;
    private final LockName lock = Specimens.lockName();
    private EventId place;

    User(int number) {
      instance = instances.get(number % 2);
      session = Specimens.session(id, clock.instant());
      limiter = instance.rateLimiter(InstantSource.system(), Optional.empty());
      locks = instance.locks(System::nanoTime);
      var _ = sessions(instance).open(session, Specimens.tokenHash(), 10);
      place = instance.events().end(id);
    }

    private Sessions sessions(RedisAdapters which) {
      return CachedRecord.of(record, tokens, which.cache(), clock).sessions();
    }

    @Override
    public void run() {
      try {
        while (!over.await(2, MILLISECONDS)) {
          round();
        }
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
      } catch (Throwable wrong) {
        failed.compareAndSet(null, wrong);
      }
    }

    private void round() {
      for (RedisAdapters each : instances) {
        Sessions itsSessions = sessions(each);
        assertThat(timed(() -> itsSessions.find(id, session.id()))).contains(session);
      }
      long written = timed(() -> instance.cache().write(id, Cache.Scope.TODOS, this::add));
      assertThat(timed(() -> count(instance))).isEqualTo(new TodoCount(written));
      RateLimit limit = new RateLimit("limit", 1_000_000, Duration.ofDays(1));
      assertThat(
              timed(() ->
                  limiter.spend(new Charge(id.toString(), List.of(new Bucket(limit, "all")), 1))))
          .isInstanceOf(RateLimiter.Admitted.class);
      assertThat(timed(() -> locks.tryRun(lock, Lease.ofSeconds(2), () -> true)))
          .isInstanceOfAny(Locks.Ran.class, Locks.Busy.class);
      Events events = instance.events();
      var _ = timed(() -> events.publish(id, new Event.TodoCreated(Specimens.todo())));
      place =
          switch (timed(() -> events.read(id, place, Duration.ZERO))) {
            case Events.News news -> news.end();
            case Events.Missed missed -> missed.end();
            case Events.Quiet _ -> place;
          };
    }

    private long add() {
      return todos.incrementAndGet();
    }

    private TodoCount count(RedisAdapters by) {
      return by.cache().read(new Cache.Count(id, TodoFilter.ALL), () -> new TodoCount(todos.get()));
    }

    void assertNothingIsStale() {
      for (RedisAdapters each : instances) {
        assertThat(count(each)).isEqualTo(new TodoCount(todos.get()));
        assertThat(sessions(each).find(id, session.id())).contains(session);
      }
    }

    private <T> T timed(Supplier<T> call) {
      long begun = System.nanoTime();
      T answer = call.get();
      long took = System.nanoTime() - begun;
      worst.accumulateAndGet(took, Math::max);
      var _ = calls.incrementAndGet();
      return answer;
    }
  }
}
