package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.Ids;
import dev.honeydo.application.port.Locks;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What several instances share in one Redis (6.2 or newer): copies, never the truth.
 *
 * <p>Thread-safe. While the server is away nothing here is: each port says what it does then.
 */
public final class RedisAdapters implements AutoCloseable {
  private final RedisLink link;

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

    /** Leaves the URL out: it can hold a password. */
    @Override
    public String toString() {
      return "Config[timeout=" + timeout + "]";
    }
  }

  private RedisAdapters(RedisLink link) {
    this.link = link;
  }

  /**
   * Opens the connection. A server that is away neither hinders this nor delays it by more than a
   * second.
   *
   * @throws IllegalArgumentException when {@code url} is none; the message repeats nothing of it
   */
  public static RedisAdapters open(Config config) {
    return new RedisAdapters(RedisLink.open(parsed(config.url()), config.timeout()));
  }

  private static RedisURI parsed(String url) {
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
   * Locks among all who share the server.
   *
   * @param ids where the tokens of owners come from
   * @param nanoTime as {@link System#nanoTime}, by which leases are counted here
   */
  public Locks locks(Ids ids, LongSupplier nanoTime) {
    return new RedisLocks(link.port("Locks"), ids, nanoTime);
  }

  /** Locks within this process, for where there is no server. */
  public static Locks localLocks() {
    return new LocalLocks();
  }

  /** Closes the connection. */
  @Override
  public void close() {
    link.close();
  }
}
