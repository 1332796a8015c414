package dev.honeydo.adapters.http.exchange;

import dev.honeydo.adapters.http.problem.ProblemType;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times requests: by the path of their route, never by the path that was asked for, so
 * that no client can make labels. What each route needs is looked up once for each status it ever
 * answers; from then on a request costs two readings of the clock and a few additions.
 *
 * <p>Thread-safe.
 */
public final class RequestMetrics {
  private static final int HIGHEST_STATUS = 599;

  /** What quantiles are read from: one bucket is at most 2.5 times the one before it. */
  private static final Duration[] BUCKETS = {
    Duration.ofNanos(500_000),
    Duration.ofMillis(1),
    Duration.ofNanos(2_500_000),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2_500),
    Duration.ofSeconds(5)
  };

  private final MeterRegistry registry;
  private final Clock clock;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final IdentityHashMap<Route, Served> routes = new IdentityHashMap<>();
  private final Served nowhere;
  private final Counter shed;
  private final Counter replayed;
  private final Map<ProblemType, Counter> problems = new EnumMap<>(ProblemType.class);
  private final Map<ProblemType, Counter> refusedLogins = new EnumMap<>(ProblemType.class);
  private final Counter logins;

  /** Measures the requests of these routes. */
  public RequestMetrics(MeterRegistry registry, List<Route> routes) {
    this.registry = registry;
    this.clock = registry.config().clock();
    routes.forEach(it -> this.routes.put(it, new Served(it.method(), it.path())));
    this.nowhere = new Served("other", "none");
    Gauge.builder("honeydo.http.requests.in.flight", inFlight, AtomicInteger::get)
        .description("Requests that are being answered")
        .register(registry);
    this.shed =
        Counter.builder("honeydo.http.requests.shed")
            .description("Requests turned away because too many others were being worked on")
            .register(registry);
    this.replayed =
        Counter.builder("honeydo.idempotency.replays")
            .description("Requests answered as the first time, by their Idempotency-Key")
            .register(registry);
    for (ProblemType type : ProblemType.values()) {
      problems.put(
          type,
          Counter.builder("honeydo.problems")
              .description("Requests answered with a problem, by its code")
              .tag("code", type.code())
              .register(registry));
    }
    for (ProblemType type : ProblemType.values()) {
      if (type.status() == 401 || type.status() == 403 || type.status() >= 429) {
        refusedLogins.put(type, login(type.code()));
      }
    }
    this.logins = login("success");
  }

  private Counter login(String outcome) {
    return Counter.builder("honeydo.logins")
        .description("Logins by their outcome; each that succeeds opens a session")
        .tag("outcome", outcome)
        .register(registry);
  }

  /** Has the number of requests that may be worked on at once be seen, and how many more may be. */
  void watch(Semaphore permits, int atOnce) {
    Gauge.builder("honeydo.http.permits", () -> atOnce)
        .description("Requests that may be worked on at once")
        .register(registry);
    Gauge.builder("honeydo.http.permits.available", permits, Semaphore::availablePermits)
        .description("Requests that may be worked on beyond those that are")
        .register(registry);
  }

  /** Has the number of streams be seen that are open now. */
  public void watchStreams(IntSupplier open) {
    Gauge.builder("honeydo.event.streams", open::getAsInt)
        .description("Clients that listen to events")
        .strongReference(true)
        .register(registry);
  }

  /** Answers, and counts the answer as this route's. */
  Answer measured(Route route, Supplier<Answer> answering) {
    Served served = routes.get(route);
    return measured(served == null ? nowhere : served, answering);
  }

  /** Answers, and counts the answer as one to what no route is for. */
  Answer measured(Supplier<Answer> answering) {
    return measured(nowhere, answering);
  }

  private Answer measured(Served served, Supplier<Answer> answering) {
    long begun = clock.monotonicTime();
    int _ = inFlight.incrementAndGet();
    try {
      Answer answer = answering.get();
      served.count(answer, clock.monotonicTime() - begun);
      return answer;
    } finally {
      int _ = inFlight.decrementAndGet();
    }
  }

  /** Counts a request that is turned away unheard. */
  void shed() {
    shed.increment();
  }

  /** The time by which requests are measured, in nanoseconds from some point. */
  long nanoTime() {
    return clock.monotonicTime();
  }

  /** What is measured of one route. */
  private final class Served {
    private final String method;
    private final String path;
    private final boolean login;
    private final AtomicReferenceArray<@Nullable Timer> timers =
        new AtomicReferenceArray<>(HIGHEST_STATUS + 1);

    Served(String method, String path) {
      this.method = method;
      this.path = path;
      this.login = path.equals("/api/auth/login");
    }

    void count(Answer answer, long nanos) {
      timer(answer.status()).record(nanos, TimeUnit.NANOSECONDS);
      ProblemType problem = answer.problem();
      if (problem != null) {
        increment(problems, problem);
      } else if (answer.has("Idempotent-Replayed")) {
        replayed.increment();
      }
      if (login && problem == null) {
        logins.increment();
      } else if (login) {
        increment(refusedLogins, problem);
      }
    }

    private static void increment(
        Map<ProblemType, Counter> counters, @Nullable ProblemType problem) {
      Counter counter = problem == null ? null : counters.get(problem);
      if (counter != null) {
        counter.increment();
      }
    }

    private Timer timer(int status) {
      int index = Math.clamp(status, 0, HIGHEST_STATUS);
      Timer known = timers.get(index);
      if (known == null) {
        known =
            Timer.builder("http.server.requests")
                .description("Requests by route and status, without the time their bytes travel")
                .tag("method", method)
                .tag("route", path)
                .tag("status", Integer.toString(status))
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
        timers.set(index, known);
      }
      return known;
    }
  }
}
