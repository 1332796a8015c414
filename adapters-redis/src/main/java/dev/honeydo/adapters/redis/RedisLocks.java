package dev.honeydo.adapters.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.honeydo.application.port.Lease;
import dev.honeydo.application.port.LockName;
import dev.honeydo.application.port.Locks;
import dev.honeydo.application.port.PortUnavailable;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lock is the key <code>hd:1:lock:{name}</code>, which is there while somebody has it: its value
 * is a token that nobody else has (a UUID of the process and a count), its TTL what is left of
 * their lease. It is set, renewed and deleted in one step each that compares the token; no step
 * leaves it without TTL.
 *
 * <p>An answer that does not come counts against whoever waits for it: what may have been acquired
 * is given back, what may have been renewed is taken for not renewed.
 */
final class RedisLocks implements Locks {
  private static final Logger LOG = LoggerFactory.getLogger(RedisLocks.class);

  private static final Script ACQUIRE =
      Script.of(
          "if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then return {1} end"
              + " return {0}");
  private static final Script RENEW =
      Script.of(
          "if redis.call('GET', KEYS[1]) ~= ARGV[1] then return {0} end"
              + " return {redis.call('PEXPIRE', KEYS[1], ARGV[2])}");
  private static final Script RELEASE =
      Script.of(
          "if redis.call('GET', KEYS[1]) ~= ARGV[1] then return {0} end"
              + " return {redis.call('DEL', KEYS[1])}");

  private final RedisPort port;
  private final Supplier<String> unique;
  private final LongSupplier nanoTime;

  /**
   * Locks on that server.
   *
   * @param port for this port alone
   * @param unique gives what nobody else ever gives, for tokens
   * @param nanoTime as {@link System#nanoTime}, which leases are counted by here
   */
  RedisLocks(RedisPort port, Supplier<String> unique, LongSupplier nanoTime) {
    this.port = port;
    this.unique = unique;
    this.nanoTime = nanoTime;
  }

  /** The key of a lock. */
  static String key(LockName name) {
    return "hd:1:lock:{" + name + "}";
  }

  @Override
  public <T> Attempt<T> tryRun(LockName name, Lease lease, Supplier<T> action) {
    Claim claim = new Claim(name, lease, unique.get());
    // Taken first: on the server's clock the lease can only end later.
    long asked = nanoTime.getAsLong();
    return switch (claim.acquire()) {
      case YES -> new LeasedRun<>(claim, asked, nanoTime, action).outcome();
      case NO -> new Busy<>();
      case UNKNOWN -> {
        var _ = claim.release();
        yield new Busy<>();
      }
    };
  }

  /** Somebody's claim on a lock. */
  private final class Claim implements LeasedRun.Claim {
    private final LockName name;
    private final Lease lease;
    private final byte[] token;

    private Claim(LockName name, Lease lease, String token) {
      this.name = name;
      this.lease = lease;
      this.token = token.getBytes(US_ASCII);
    }

    @Override
    public LockName name() {
      return name;
    }

    @Override
    public Lease lease() {
      return lease;
    }

    private LeasedRun.Reply acquire() {
      return ask(ACQUIRE, token, milliseconds());
    }

    @Override
    public LeasedRun.Reply renew() {
      return ask(RENEW, token, milliseconds());
    }

    @Override
    public LeasedRun.Reply release() {
      LeasedRun.Reply reply = ask(RELEASE, token);
      if (reply == LeasedRun.Reply.UNKNOWN) {
        // Behind what is still under way, on the same connection, for when the server is back.
        port.send(RELEASE, List.of(key(name)), token);
      }
      return reply;
    }

    private byte[] milliseconds() {
      return Long.toString(lease.length().toMillis()).getBytes(US_ASCII);
    }

    private LeasedRun.Reply ask(Script script, byte[]... arguments) {
      try {
        long done = port.number("tryRun", script, List.of(key(name)), arguments);
        return done == 1 ? LeasedRun.Reply.YES : LeasedRun.Reply.NO;
      } catch (PortUnavailable away) {
        LOG.debug("No answer on the lock {}", name, away);
        return LeasedRun.Reply.UNKNOWN;
      }
    }
  }
}
