package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.HealthProbe;
import dev.honeydo.application.port.Ids;
import dev.honeydo.application.port.Locks;
import dev.honeydo.application.port.RateLimiter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What several instances share in one Redis (6.2 or newer), which is copies and never the truth;
 * and what stands in for it in a single one.
 *
 * <p>Thread-safe. While the server is away nothing fails for it: each port says what it does then.
 */
public final class RedisAdapters implements AutoCloseable {
  private static final long NEAR_BYTES = 32L << 20;

  private final RedisLink link;
  private final String maskedUrl;
  private final Supplier<String> unique;
  private final RedisCache cache;
  private final HealthProbe healthProbe;

  /**
   * Where the server is.
   *
   * @param url {@code redis://}, or {@code rediss://} with TLS; {@code redis-sentinel://} with the
   *     name of the master behind {@code #}; of a cluster several nodes with commas between, or one
   *     behind {@code redis-cluster://}; with user name, password and database, if it needs them
   * @param timeout how long a command may take
   * @param authorities a file in PEM of those who may vouch for the server's certificate; absent
   *     for those whom the JDK trusts
   */
  public record Config(String url, Duration timeout, Optional<Path> authorities) {
    /** How long a command may take where nothing else is set. */
    public static final Duration TIMEOUT = Duration.ofMillis(250);

    /**
     * Checks that the URL is one.
     *
     * @throws IllegalArgumentException when it is none; the message repeats nothing of it
     */
    public Config {
      var _ = RedisAddress.parse(url);
    }

    /** A server that needs no certificate, or one that the JDK trusts. */
    public Config(String url, Duration timeout) {
      this(url, timeout, Optional.empty());
    }

    /** Leaves the URL out: it can hold a password. */
    @Override
    public String toString() {
      return "Config[timeout=" + timeout + "]";
    }
  }

  private RedisAdapters(Config config, Ids ids, InstantSource clock) {
    this.unique = unique(ids);
    RedisAddress address = RedisAddress.parse(config.url());
    this.link = RedisLink.open(address, config.authorities(), config.timeout());
    this.maskedUrl = address.masked();
    this.cache = new RedisCache(link, unique, NEAR_BYTES, clock);
    this.healthProbe = new RedisHealthProbe(link.port("HealthProbe"), unique);
  }

  /**
   * Opens the connection. A server that is away neither hinders this nor delays it by more than a
   * second.
   */
  public static RedisAdapters open(Config config, Ids ids, InstantSource clock) {
    return new RedisAdapters(config, ids, clock);
  }

  /** A cache for one instance that has no Redis. */
  public static Cache localCache(InstantSource clock) {
    return new LocalCache(NEAR_BYTES, clock);
  }

  /** Copies that instances share. */
  public Cache cache() {
    return cache;
  }

  /** Tries {@code ping}, {@code set}, {@code get} and {@code delete}. */
  public HealthProbe healthProbe() {
    return healthProbe;
  }

  /**
   * Where the server is, fit to be shown: scheme, host and port, credentials as {@code ***:***}.
   */
  public String location() {
    return maskedUrl;
  }

  /**
   * Limits that all instances share; while the server is away, this instance's part of them.
   *
   * @param instances how many share them, at least 1
   */
  public RateLimiter rateLimiter(InstantSource clock, int instances) {
    return new FallbackRateLimiter(
        new RedisRateLimiter(link.port("RateLimiter")), new LocalRateLimiter(clock, instances));
  }

  /**
   * This instance's part of limits, where there is no server.
   *
   * @param instances how many share them, at least 1
   */
  public static RateLimiter localRateLimiter(InstantSource clock, int instances) {
    return new LocalRateLimiter(clock, instances);
  }

  /**
   * Locks among all who share the server.
   *
   * @param nanoTime as {@link System#nanoTime}, by which leases are counted here
   */
  public Locks locks(LongSupplier nanoTime) {
    return new RedisLocks(link.port("Locks"), unique, nanoTime);
  }

  /** Locks within this process, for where there is no server. */
  public static Locks localLocks() {
    return new LocalLocks();
  }

  /** Text that no other process gives, since the id is nobody else's, and this one never again. */
  static Supplier<String> unique(Ids ids) {
    String process = ids.next() + "-";
    AtomicLong count = new AtomicLong();
    return () -> process + Long.toString(count.incrementAndGet(), Character.MAX_RADIX);
  }

  /** Closes the connections. */
  @Override
  public void close() {
    cache.close();
    link.close();
  }
}
