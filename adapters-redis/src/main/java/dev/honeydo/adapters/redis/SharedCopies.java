package dev.honeydo.adapters.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.PortUnavailable;
import io.lettuce.core.RedisException;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Copies in Redis, and the generation of each owner that they are good for.
 *
 * <p>A generation is a value that was never there before. A copy is written blindly, under the
 * generation that was seen before its value was loaded: when a write has come between, that is
 * nobody's generation any more, and the copy is never found. While somebody writes, the generation
 * is a mark that no copy is good for, and that runs out by itself should the writer die. Writers
 * are listed beside it, so that the first to end does not take the mark from the others.
 *
 * <p>Ages are by the server's clock alone.
 */
final class SharedCopies {
  /** How long a writer that does not end holds copies off. */
  static final Duration MARK = Duration.ofSeconds(10);

  private static final Duration GENERATION = Duration.ofHours(24);
  private static final String MOVING = "dirty:";

  private static final Script LOOK =
      Script.of(
          """
          local function text(key)
            local found = redis.pcall('GET', key)
            if type(found) == 'table' then
              redis.call('DEL', key)
              return false
            end
            return found
          end
          local time = redis.call('TIME')
          local generation = text(KEYS[1])
          if not generation then
            generation = ARGV[1]
            redis.call('SET', KEYS[1], generation, 'PX', ARGV[2])
          end
          return {generation, text(KEYS[2]), time[1] * 1000 + math.floor(time[2] / 1000)}
          """);

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

  private final RedisLink link;
  private final RedisPort port;
  private final Supplier<String> unique;

  /** Talks through {@code port}; {@code unique} never gives the same text twice, nor another's. */
  SharedCopies(RedisLink link, RedisPort port, Supplier<String> unique) {
    this.link = link;
    this.port = port;
    this.unique = unique;
  }

  /**
   * What one look finds.
   *
   * @param generation what a copy has to be of now
   * @param copy what lies under the key, whatever it is good for
   * @param at milliseconds of the server's clock
   */
  record Found<V>(String generation, Optional<Envelope<V>> copy, long at) {

    /** Whether somebody writes. */
    boolean isMoving() {
      return generation.startsWith(MOVING);
    }

    /** The copy, if it is good and no older than that. */
    Optional<Envelope<V>> good(Namespace namespace, Duration most) {
      return copy.filter(it -> it.generation().equals(generation))
          .filter(it -> it.namespace().equals(namespace))
          .filter(it -> age(it) >= 0 && age(it) < most.toMillis());
    }

    /** How old a copy is, in milliseconds. */
    long age(Envelope<V> it) {
      return at - it.loadedAt();
    }
  }

  /**
   * Looks for a copy. What lies in its place and is none is taken away.
   *
   * @throws PortUnavailable when the server does not answer
   */
  <V> Found<V> look(Cache.Key<V> key) {
    String name = Keys.copy(key);
    List<String> keys = List.of(Keys.generation(Fenced.of(key)), name);
    var found = port.run("read", LOOK, keys, ascii(unique.get()), millis(GENERATION));
    Optional<byte[]> bytes = Optional.ofNullable((byte[]) found.get(1));
    Optional<Envelope<V>> copy = bytes.flatMap(it -> Envelope.read(key, it));
    if (bytes.isPresent() && copy.isEmpty()) {
      remove(name);
    }
    String generation = new String((byte[]) requireNonNull(found.get(0)), US_ASCII);
    return new Found<>(generation, copy, (long) requireNonNull(found.get(2)));
  }

  /** Writes a copy, if the server is there, and does not wait for it. */
  <V> void fill(Cache.Key<V> key, Envelope<V> copy, Duration kept) {
    try {
      var _ = link.commands().set(Keys.copy(key), copy.write(key), SetArgs.Builder.px(kept));
    } catch (RedisException away) {
      // Then there is no copy.
    }
  }

  private void remove(String name) {
    try {
      var _ = link.commands().del(name);
    } catch (RedisException away) {
      // It will be found again.
    }
  }

  /** A name for one write. */
  String writer() {
    return unique.get();
  }

  /**
   * Marks that somebody writes.
   *
   * @throws PortUnavailable when the server does not answer; the mark may stand or not
   */
  void begin(Fenced fenced, String writer) {
    var _ = port.run("write", BEGIN, fence(fenced), ascii(writer), millis(MARK));
  }

  /**
   * Ends a write, whether its mark stands or not: no copy that was there before is good any more.
   *
   * @throws PortUnavailable when the server does not answer; then that is to be asked again
   */
  void end(Fenced fenced, String writer) {
    var _ =
        port.run(
            "write", END, fence(fenced), ascii(writer), ascii(unique.get()), millis(GENERATION));
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
