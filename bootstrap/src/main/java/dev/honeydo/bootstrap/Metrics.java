package dev.honeydo.bootstrap;

import dev.honeydo.adapters.http.HttpServer;
import dev.honeydo.adapters.mongo.MongoAdapters;
import dev.honeydo.adapters.redis.RedisAdapters;
import dev.honeydo.adapters.redis.RedisAdapters.Kind;
import dev.honeydo.adapters.redis.RedisAdapters.Level;
import dev.honeydo.adapters.sqlite.SqliteAdapters;
import dev.honeydo.application.health.HealthQueries;
import dev.honeydo.application.health.MonitoredCapability.Capability;
import dev.honeydo.application.health.PartHealth;
import dev.honeydo.application.health.PartHealth.Status;
import dev.honeydo.application.port.PoolUse;
import dev.honeydo.application.port.RateLimiter;
import dev.honeydo.application.port.RecordStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * All that is measured of one instance, for Prometheus. Use cases know nothing of it: what counts
 * stands in front of their ports, and the rest is looked at when somebody asks.
 */
final class Metrics implements AutoCloseable {
  /** From what a near copy takes to what a slow record takes. */
  private static final Duration[] READS = {
    Duration.ofNanos(10_000),
    Duration.ofNanos(100_000),
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500)
  };

  private static final Path STATUS = Path.of("/proc/self/status");

  private final PrometheusMeterRegistry registry;
  private final JvmGcMetrics collections;

  private Metrics(PrometheusMeterRegistry registry, JvmGcMetrics collections) {
    this.registry = registry;
    this.collections = collections;
  }

  /** Measures the process. */
  static Metrics start() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    JvmGcMetrics collections = new JvmGcMetrics();
    bindProcess(registry, collections);
    return new Metrics(registry, collections);
  }

  /** Shows what the instance uses, and how it is, from now on. */
  void show(RecordStore record, Shared shared, HealthQueries health) {
    bindHealth(registry, health);
    if (record instanceof MongoAdapters mongo) {
      bindCircuit(registry, "MongoDB", mongo::isCircuitClosed);
    }
    bindPools(registry, record);
    shared.server().ifPresent(it -> bindRedis(registry, it));
  }

  /** What times the reads of copies, by what was asked for and where the answer came from. */
  RedisAdapters.ReadListener ofReads() {
    Map<Kind, Map<Level, Timer>> timers = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      Map<Level, Timer> ofKind = new EnumMap<>(Level.class);
      for (Level level : Level.values()) {
        ofKind.put(level, timer(kind, level));
      }
      timers.put(kind, ofKind);
    }
    return (kind, level, took) -> {
      Timer timer = timers.getOrDefault(kind, Map.of()).get(level);
      if (timer != null) {
        timer.record(took);
      }
    };
  }

  private Timer timer(Kind kind, Level level) {
    return Timer.builder("honeydo.cache.reads")
        .description("Reads, by what was asked for and where the answer came from")
        .tag("kind", name(kind))
        .tag("level", name(level))
        .serviceLevelObjectives(READS)
        .register(registry);
  }

  /** Where requests are measured, and what {@code /metrics} shows. */
  HttpServer.Metrics ofServer() {
    return new HttpServer.Metrics(registry, registry::scrape);
  }

  /** The limiter, counting whom it refuses by the name of the limit. */
  RateLimiter counting(RateLimiter limiter) {
    // The names are those of the policies there are, so there are few.
    Map<String, Counter> refusals = new ConcurrentHashMap<>();
    return charge -> {
      RateLimiter.Spending spending = limiter.spend(charge);
      if (spending instanceof RateLimiter.Refused(var by, _, _)) {
        refusals.computeIfAbsent(by.name(), this::refusals).increment();
      }
      return spending;
    };
  }

  private Counter refusals(String policy) {
    return Counter.builder("honeydo.limits.refusals")
        .description("Requests refused by a rate limit")
        .tag("policy", policy)
        .register(registry);
  }

  private static void bindProcess(MeterRegistry registry, JvmGcMetrics collections) {
    new JvmMemoryMetrics().bindTo(registry);
    collections.bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    if (Files.isReadable(STATUS)) {
      Gauge.builder("process.resident.memory", Metrics::residentBytes)
          .description("The memory that the process has in use, whatever it is for")
          .baseUnit("bytes")
          .register(registry);
    }
  }

  /** As Linux says it: {@code VmRSS: 123456 kB}. */
  private static double residentBytes() {
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(it -> it.startsWith("VmRSS:"))
          .findFirst()
          .map(it -> Long.parseLong(it.replaceAll("\\D", "")) * 1024.0)
          .orElse(Double.NaN);
    } catch (IOException gone) {
      return Double.NaN;
    }
  }

  private static void bindHealth(MeterRegistry registry, HealthQueries health) {
    for (PartHealth part : health.parts()) {
      if (part.status() != Status.DISABLED) {
        Predicate<PartHealth> healthy = it -> it.status() == Status.HEALTHY;
        Gauge.builder(
                "honeydo.part.up", () -> flag(health.part(part.part()).filter(healthy).isPresent()))
            .description("Whether a part outside works, as health says")
            .tag("part", name(part.part()))
            .register(registry);
        Gauge.builder("honeydo.part.latency", () -> latency(health.part(part.part())))
            .description("How long the last trial of a part took")
            .baseUnit("seconds")
            .tag("part", name(part.part()))
            .register(registry);
      }
    }
    for (Capability capability : Capability.values()) {
      Gauge.builder("honeydo.degraded", () -> flag(isDegraded(health, capability)))
          .description("Whether something is done otherwise than it should be, or not at all")
          .tag("capability", name(capability))
          .register(registry);
    }
  }

  private static void bindRedis(MeterRegistry registry, RedisAdapters redis) {
    Gauge.builder("honeydo.redis.connected", () -> flag(redis.isConnected()))
        .description("Whether there is a connection to Redis")
        .register(registry);
    for (String port : redis.circuits()) {
      bindCircuit(registry, port, () -> redis.isCircuitClosed(port));
    }
  }

  private static void bindCircuit(MeterRegistry registry, String port, BooleanSupplier closed) {
    Gauge.builder("honeydo.circuit.open", () -> flag(!closed.getAsBoolean()))
        .description("Whether a server is left alone, since it failed too often")
        .tag("port", port)
        .register(registry);
  }

  /** Of a record that others have provided nothing is known. */
  private static void bindPools(MeterRegistry registry, RecordStore record) {
    if (record instanceof MongoAdapters mongo) {
      bindPool(registry, "record", mongo::pool);
    }
    if (record instanceof SqliteAdapters sqlite) {
      bindPool(registry, "record_reads", sqlite::reading);
      bindPool(registry, "record_writes", sqlite::writing);
    }
  }

  private static void bindPool(MeterRegistry registry, String pool, Supplier<PoolUse> use) {
    Map<String, ToIntFunction<PoolUse>> states =
        Map.of("used", PoolUse::used, "idle", PoolUse::idle);
    states.forEach((state, count) ->
        Gauge.builder("honeydo.pool.connections", () -> count.applyAsInt(use.get()))
            .description("Connections to the record, by whether somebody works on them")
            .tag("pool", pool)
            .tag("state", state)
            .register(registry));
    Gauge.builder("honeydo.pool.connections.max", () -> use.get().most())
        .description("How many connections there may be")
        .tag("pool", pool)
        .register(registry);
    Gauge.builder("honeydo.pool.waiting", () -> use.get().waiting())
        .description("Callers who wait for a connection, or for their turn on one")
        .tag("pool", pool)
        .register(registry);
  }

  private static boolean isDegraded(HealthQueries health, Capability capability) {
    return health.degradations().stream().anyMatch(it -> it.capability() == capability);
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static double flag(boolean set) {
    return set ? 1 : 0;
  }

  private static double latency(Optional<PartHealth> part) {
    return part.map(PartHealth::latency).orElse(Duration.ZERO).toMillis() / 1_000.0;
  }

  /** Stops listening to the garbage collector. */
  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
