package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.CacheControl;
import dev.honeydo.application.port.Events;
import dev.honeydo.application.port.Finding;
import dev.honeydo.application.port.HealthProbe;
import dev.honeydo.application.port.Ids;
import dev.honeydo.application.port.Locks;
import dev.honeydo.application.port.RateLimiter;
import dev.honeydo.application.port.UnheardWriters;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
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
  private final Heads heads;

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

  /**
   * How copies are kept, and who is told.
   *
   * @param nanoTime as {@link System#nanoTime}
   */
  public record Caching(Ttls ttls, ReadListener listener, LongSupplier nanoTime) {}

  /**
   * How long copies that instances share answer by themselves, a tenth more or less, as long as
   * word of every write comes through.
   *
   * @param profile those of users
   * @param todo those of single todos
   * @param list those of lists, and of how many todos there are
   * @param search those of what a search finds, and of statistics
   */
  public record Ttls(Duration profile, Duration todo, Duration list, Duration search) {
    /** The longest that can be set. */
    public static final Duration MOST = Duration.ofDays(1);

    /** What holds where nothing else is set. */
    public static final Ttls DEFAULT =
        new Ttls(
            Duration.ofHours(1),
            Duration.ofMinutes(10),
            Duration.ofMinutes(5),
            Duration.ofSeconds(60));

    /** Checks the bounds. */
    public Ttls {
      for (Duration each : List.of(profile, todo, list, search)) {
        if (each.isNegative() || each.compareTo(MOST) > 0) {
          throw new IllegalArgumentException("copies answer for 0 to " + MOST);
        }
      }
    }
  }

  /** What is told of every read that is answered. */
  @FunctionalInterface
  public interface ReadListener {
    /** Is told nothing. */
    ReadListener NONE = (_, _, _) -> {};

    /**
     * A read was answered. Runs in the thread that asked, which waits for it; must not throw.
     *
     * @param kind what was asked for
     * @param level where the answer comes from
     * @param took from the question to the answer
     */
    void answered(Kind kind, Level level, Duration took);
  }

  /** What reads ask for. */
  public enum Kind {
    /** A session. */
    SESSION,
    /** What an access token is compared with. */
    ACCESS,
    /** A user. */
    PROFILE,
    /** One todo. */
    TODO,
    /** A part of a list. */
    LIST,
    /** How many todos there are. */
    COUNT,
    /** What a search finds. */
    SEARCH,
    /** What can be counted. */
    STATISTICS
  }

  /** Where answers come from. */
  public enum Level {
    /** A copy in this process. */
    NEAR,
    /** A copy that instances share. */
    SHARED,
    /** The record. */
    RECORD
  }

  /** Copies for one instance, and what may be done to them. */
  public record LocalCopies(Cache cache, CacheControl control) {}

  private RedisAdapters(
      Config config, Ids ids, InstantSource clock, Caching caching, UnheardWriters unheardWriters) {
    this.unique = unique(ids);
    RedisAddress address = RedisAddress.parse(config.url());
    this.link = RedisLink.open(address, config.authorities(), config.timeout());
    this.maskedUrl = address.masked();
    this.cache = new RedisCache(link, ids, NEAR_BYTES, clock, caching, unheardWriters);
    this.healthProbe = new RedisHealthProbe(link.port("HealthProbe"), unique);
    this.events = new RedisEvents(link, unique, EventLog.MOST, cache::heardOf);
    this.heads = new Heads(link, ids.next().toString());
  }

  /**
   * Opens the connection. A server that is away neither hinders this nor delays it by more than a
   * second.
   *
   * @param unheardWriters where the record notes instances whose writes the server does not hear of
   */
  public static RedisAdapters open(
      Config config, Ids ids, InstantSource clock, Caching caching, UnheardWriters unheardWriters) {
    return new RedisAdapters(config, ids, clock, caching, unheardWriters);
  }

  /** What can be said of the server, for whoever runs it; leaves nothing there. */
  public static List<Finding> examine(Config config, Ids ids, InstantSource clock) {
    return Examination.of(
        RedisAddress.parse(config.url()), config.authorities(), unique(ids).get(), clock);
  }

  /**
   * Copies for one instance that has no Redis. They answer by themselves for two seconds, whatever
   * {@link Ttls} say, since nobody tells of what other instances write.
   */
  public static LocalCopies localCache(InstantSource clock, Caching caching) {
    LocalCache cache = new LocalCache(NEAR_BYTES, clock, caching);
    return new LocalCopies(cache, cache.control());
  }

  /** Copies that instances share. */
  public Cache cache() {
    return cache;
  }

  /** What those who run the installation may know of the copies and do to them. */
  public CacheControl cacheControl() {
    return cache.control();
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

  /**
   * Limits that all instances share; while the server is away, this instance's part of them.
   *
   * @param instances how many share them, at least 1; absent for as many as were there when the
   *     server was last asked
   */
  public RateLimiter rateLimiter(InstantSource clock, Optional<Integer> instances) {
    return new FallbackRateLimiter(
        new RedisRateLimiter(link.port("RateLimiter")),
        new LocalRateLimiter(clock, instances.<IntSupplier>map(it -> () -> it).orElse(heads)));
  }

  /**
   * This instance's part of limits, where there is no server.
   *
   * @param instances how many share them, at least 1
   */
  public static RateLimiter localRateLimiter(InstantSource clock, int instances) {
    return new LocalRateLimiter(clock, () -> instances);
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
    heads.close();
    events.close();
    cache.close();
    link.close();
  }
}
