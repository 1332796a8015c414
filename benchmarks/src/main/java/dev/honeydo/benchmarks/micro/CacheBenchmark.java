package dev.honeydo.benchmarks.micro;

import dev.honeydo.adapters.redis.RedisAdapters;
import dev.honeydo.adapters.redis.RedisAdapters.Caching;
import dev.honeydo.adapters.redis.RedisAdapters.ReadListener;
import dev.honeydo.adapters.redis.RedisAdapters.Ttls;
import dev.honeydo.application.port.Bucket;
import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.Charge;
import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.RateLimit;
import dev.honeydo.application.port.RateLimiter;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.application.port.TodoOrder;
import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.application.port.UnheardWriters;
import dev.honeydo.domain.user.UserId;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import redis.embedded.RedisServer;

/** Copies near, copies in Redis, what a write costs beside the record, and limits. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH sets it up before it is used.
public class CacheBenchmark {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final TodoPage PAGE = Pages.of(20);

  private RedisServer server;
  private RedisAdapters redis;
  private Cache local;
  private RateLimiter shared;
  private RateLimiter alone;
  private UserId owner;
  private Cache.Page key;
  private Charge charge;
  private int turn;

  /** Starts a Redis. */
  @Setup(Level.Trial)
  public void open() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    server = RedisServer.newRedisServer().port(port).bind("127.0.0.1").setting("save \"\"").build();
    server.start();
    Caching caching = new Caching(Ttls.DEFAULT, ReadListener.NONE, System::nanoTime);
    redis =
        RedisAdapters.open(
            new RedisAdapters.Config("redis://127.0.0.1:" + port, Duration.ofSeconds(2)),
            UUID::randomUUID,
            CLOCK,
            caching,
            new NobodyUnheard());
    local = RedisAdapters.localCache(CLOCK, caching).cache();
    shared = redis.rateLimiter(CLOCK, Optional.of(1));
    alone = RedisAdapters.localRateLimiter(CLOCK, 1);
    owner = new UserId(UUID.randomUUID());
    key =
        new Cache.Page(
            owner,
            new TodoQuery(TodoFilter.ALL, TodoOrder.NEWEST_FIRST),
            new PageRequest(20, Optional.empty()));
    charge =
        new Charge(
            owner.toString(),
            List.of(
                new Bucket(
                    new RateLimit("api", 1_000_000, Duration.ofSeconds(1)), owner.toString())),
            1);
  }

  /** Stops it. */
  @TearDown(Level.Trial)
  public void close() throws Exception {
    redis.close();
    server.stop();
  }

  /** A list of 20 that this process has a copy of, with no Redis. */
  @Benchmark
  public Object nearAlone() {
    return local.read(key, () -> PAGE);
  }

  /** A list of 20 that this process has a copy of and Redis would have told of changes. */
  @Benchmark
  public Object nearTracked() {
    return redis.cache().read(key, () -> PAGE);
  }

  /** Lists that are nowhere yet: looked for in Redis, loaded at no cost, and put there. */
  @Benchmark
  public Object fillShared() {
    turn++;
    UserId newcomer = new UserId(new UUID(turn, 1));
    return redis.cache().read(new Cache.Page(newcomer, key.query(), key.request()), () -> PAGE);
  }

  /** What a write costs beside the record: its fence is moved before and after it. */
  @Benchmark
  public Object writeFence() {
    return redis.cache().write(owner, Cache.Scope.PROFILE, () -> PAGE);
  }

  /** The same with no Redis. */
  @Benchmark
  public Object writeFenceAlone() {
    return local.write(owner, Cache.Scope.PROFILE, () -> PAGE);
  }

  /** A charge by the script in Redis. */
  @Benchmark
  public Object limitShared() {
    return shared.spend(charge);
  }

  /** A charge in this process. */
  @Benchmark
  public Object limitAlone() {
    return alone.spend(charge);
  }

  /** No record: nobody else is there to hear of anything. */
  private static final class NobodyUnheard implements UnheardWriters {
    @Override
    public Noted enter(UUID instance, Instant at) {
      return new Noted();
    }

    @Override
    public Departure leave(UUID instance) {
      return new Left();
    }

    @Override
    public List<UUID> present(Instant since) {
      return List.of();
    }
  }
}
