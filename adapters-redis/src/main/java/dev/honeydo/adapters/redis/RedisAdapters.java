package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.Events;
import dev.honeydo.application.port.HealthProbe;
import dev.honeydo.application.port.Ids;
import dev.honeydo.application.port.Locks;
import dev.honeydo.application.port.RateLimiter;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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
  private final RedisEvents events;

  /**
   * Where the server is.
   *
   * @param url {@code redis://} or {@code rediss://}, with user name, password and database, if it
   *     needs them
   * @param timeout how long a command may take
   */
  public record Config(String url, Duration timeout) {
    /** How long a command may take where nothing else is set. */
    public static final Duration TIMEOUT = Duration.ofMillis(250);

    /**
     * Checks that the URL is one.
     *
     * @throws IllegalArgumentException when it is none; the message repeats nothing of it
     */
    public Config {
      var _ = parsed(url);
    }

    /** Leaves the URL out: it can hold a password. */
    @Override
    public String toString() {
      return "Config[timeout=" + timeout + "]";
    }
  }

  private RedisAdapters(Config config, Ids ids, InstantSource clock) {
    RedisURI uri = parsed(config.url());
    this.unique = unique(ids);
    this.link = RedisLink.open(uri, config.timeout());
    this.maskedUrl = MaskedUrl.of(uri, config.url().contains("@"));
    this.cache = new RedisCache(link, unique, NEAR_BYTES, clock);
    this.healthProbe = new RedisHealthProbe(link.port("HealthProbe"), unique);
    this.events = new RedisEvents(link, unique, EventLog.MOST);
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

  /** Whether there is a connection to the server. */
  public boolean isConnected() {
    return link.isConnected();
  }

  /** The names of the ports that have a circuit, for {@link #isCircuitClosed}. */
  public Set<String> circuits() {
    return link.ports().stream().map(RedisPort::name).collect(Collectors.toSet());
  }

  /**
   * Whether that port goes to the server, as it does unless the server has failed it again and
   * again; a port that nobody has asked for does.
   */
  public boolean isCircuitClosed(String port) {
    return link.ports().stream().filter(it -> it.name().equals(port)).allMatch(RedisPort::isClosed);
  }

  private static RedisURI parsed(String url) {
    if (!url.startsWith("redis://") && !url.startsWith("rediss://")) {
      throw new IllegalArgumentException(
          "not a URL of one Redis server, which begins with redis:// or, for TLS, with rediss://;"
              + " Sentinel and Cluster come with a later version");
    }
    try {
      return RedisURI.create(url);
    } catch (RuntimeException malformed) {
      // Its message quotes the URL, and a password may be in it.
      throw new IllegalArgumentException(
          "not a Redis URL; right would be, for example, redis://user:password@host:6379/0 with user"
              + " and password percent-encoded");
    }
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

  /** Events among all who share the server. */
  public Events events() {
    return events;
  }

  /** Events within this process, for where there is no server. */
  public static Events localEvents(Ids ids) {
    return new LocalEvents(unique(ids));
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
    events.close();
    cache.close();
    link.close();
  }
}
