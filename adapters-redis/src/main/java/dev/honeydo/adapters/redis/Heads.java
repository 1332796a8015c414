package dev.honeydo.adapters.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.honeydo.application.port.PortUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the instances that share the server: each adds itself to one sorted set every few seconds,
 * by the server's clock, and counts who has done so lately. While the server is away the last count
 * stands.
 */
final class Heads implements IntSupplier, AutoCloseable {
  static final String KEY = "hd:1:instances";

  private static final Logger LOG = LoggerFactory.getLogger(Heads.class);
  private static final Duration BEAT = Duration.ofSeconds(3);
  private static final Duration LATELY = Duration.ofSeconds(10);

  private static final Script COUNT =
      Script.of(
          """
          local time = redis.call('TIME')
          local now = time[1] * 1000 + math.floor(time[2] / 1000)
          redis.call('ZADD', KEYS[1], now, ARGV[1])
          redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[2])
          redis.call('PEXPIRE', KEYS[1], ARGV[2])
          return {redis.call('ZCARD', KEYS[1])}
          """);
  private static final Script LEAVE = Script.of("return {redis.call('ZREM', KEYS[1], ARGV[1])}");

  private final RedisPort port;
  private final byte[] self;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("instances").factory());
  private volatile int known = 1;

  /** Counts itself as {@code self}, which nobody else is called. */
  Heads(RedisLink link, String self) {
    this.port = link.port("Instances");
    this.self = self.getBytes(US_ASCII);
    var _ = thread.scheduleWithFixedDelay(this::beat, 0, BEAT.toMillis(), MILLISECONDS);
  }

  /** How many there were when the server was last asked, at least 1. */
  @Override
  public int getAsInt() {
    return known;
  }

  private void beat() {
    try {
      byte[] lately = Long.toString(LATELY.toMillis()).getBytes(US_ASCII);
      long count = port.number("count", COUNT, List.of(KEY), self, lately);
      known = Math.clamp(count, 1, Integer.MAX_VALUE);
    } catch (PortUnavailable away) {
      LOG.debug("Instances are not counted", away);
    } catch (RuntimeException bug) {
      LOG.error("The thread that counts instances goes on after a bug", bug);
    }
  }

  /** Leaves, if the server is there. */
  @Override
  public void close() {
    var _ = thread.shutdownNow();
    port.send(LEAVE, List.of(KEY), self);
  }
}
