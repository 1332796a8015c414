package dev.honeydo.adapters.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.honeydo.application.port.PortUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * How writes move generations. While somebody writes, the generation is a mark that no copy is good
 * for, and that runs out by itself should the writer die; after it there is a new one. Writers are
 * listed beside it, so that the first to end does not take the mark from the others.
 */
final class Generations {
  /** How long a writer that does not end holds copies off. */
  static final Duration MARK = Duration.ofSeconds(10);

  private static final Script BEGIN =
      Script.of(
          """
          local time = redis.call('TIME')
          local now = time[1] * 1000 + math.floor(time[2] / 1000)
          redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
          redis.call('ZADD', KEYS[2], now + ARGV[2], ARGV[1])
          redis.call('PEXPIRE', KEYS[2], ARGV[2])
          redis.call('SET', KEYS[1], 'dirty:' .. ARGV[1], 'PX', ARGV[2])
          return {now}
          """);

  private static final Script END =
      Script.of(
          """
          local time = redis.call('TIME')
          local now = time[1] * 1000 + math.floor(time[2] / 1000)
          redis.call('ZREM', KEYS[2], ARGV[1])
          redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
          local last = redis.call('ZRANGE', KEYS[2], -1, -1, 'WITHSCORES')
          if last[2] then
            redis.call('SET', KEYS[1], 'dirty:' .. last[1], 'PX', last[2] - now)
          else
            redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
          end
          return {now}
          """);

  private final RedisPort port;
  private final Supplier<String> unique;

  /** Talks through {@code port}; {@code unique} never gives the same text twice, nor another's. */
  Generations(RedisPort port, Supplier<String> unique) {
    this.port = port;
    this.unique = unique;
  }

  /** A name for one write. */
  String writer() {
    return unique.get();
  }

  /**
   * Marks that somebody writes.
   *
   * @throws PortUnavailable when the server does not answer, or something else; the mark may stand
   *     or not
   */
  void begin(Fenced fenced, String writer) {
    long _ = port.number("write", BEGIN, fence(fenced), ascii(writer), millis(MARK));
  }

  /**
   * Ends a write, whether its mark stands or not: no copy that was there before is good any more.
   *
   * @throws PortUnavailable when the server does not answer, or something else; then that is to be
   *     asked again
   */
  void end(Fenced fenced, String writer) {
    byte[] kept = millis(SharedCopies.GENERATION);
    List<String> keys = fence(fenced);
    byte[] value = ascii(unique.get());
    try {
      long _ = port.number("write", END, keys, ascii(writer), value, kept);
    } catch (PortUnavailable untold) {
      // Behind the mark, which may stand there or be under way: else it would last for all of its
      // time.
      port.send(END, keys, ascii(writer), value, kept);
      throw untold;
    }
  }

  private static List<String> fence(Fenced fenced) {
    return List.of(Keys.generation(fenced), Keys.writers(fenced));
  }

  private static byte[] millis(Duration duration) {
    return ascii(Long.toString(duration.toMillis()));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }
}
