package dev.honeydo.adapters.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.PortUnavailable;
import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Copies in Redis, the generation of each owner that they are good for, and the leases of those who
 * are about to load one.
 *
 * <p>A generation is a value that was never there before. A copy is written blindly, under the
 * generation that was seen before its value was loaded: when a write has come between, that is
 * nobody's generation any more, and the copy is never found.
 *
 * <p>A lease keeps others from loading the same at the same time, which only ever saves work: it is
 * good for one generation, runs out by itself, and nobody waits for it for long.
 *
 * <p>Ages are by the server's clock alone.
 */
final class SharedCopies {
  /** How long a lease is held that is not given back. */
  static final Duration LEASE = Duration.ofMillis(500);

  /** How long a generation lasts that nobody moves. */
  static final Duration GENERATION = Duration.ofHours(24);

  private static final String MOVING = "dirty:";
  private static final byte[] NOTHING = {};

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
          local leased = 0
          if #KEYS == 3 and string.sub(generation, 1, 6) ~= 'dirty:' then
            local held = text(KEYS[3])
            if not held or string.sub(held, 1, #generation + 1) ~= generation .. '|' then
              redis.call('SET', KEYS[3], generation .. '|' .. ARGV[3], 'PX', ARGV[4])
              leased = 1
            end
          end
          local now = time[1] * 1000 + math.floor(time[2] / 1000)
          local found = {generation, text(KEYS[2]), now, leased}
          if #KEYS == 4 then
            found[5] = text(KEYS[3])
            found[6] = text(KEYS[4])
          end
          return found
          """);

  private static final Script FILL =
      Script.of(
          """
          if ARGV[1] ~= '' then
            redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
          end
          if redis.call('GET', KEYS[2]) == ARGV[3] then
            redis.call('DEL', KEYS[2])
          end
          return {}
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
   * @param lease what was taken with it, if anything
   */
  record Found<V>(String generation, Optional<Envelope<V>> copy, long at, Optional<String> lease) {

    /** Whether somebody writes. */
    boolean isMoving() {
      return generation.startsWith(MOVING);
    }

    /** The copy, if no write has passed since it was loaded. */
    @Nullable Envelope<V> good(Namespace namespace) {
      Envelope<V> it = copy.orElse(null);
      return it != null
              && it.generation().equals(generation)
              && it.namespace().equals(namespace)
              && age(it) >= 0
          ? it
          : null;
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
    return port.understood("read", () -> found(key, name, found, ""));
  }

  /**
   * Looks for a copy, and takes a lease where nobody has one.
   *
   * @throws PortUnavailable when the server does not answer
   */
  <V> Found<V> lookAndLease(Cache.Key<V> key) {
    String name = Keys.copy(key);
    String token = unique.get();
    List<String> keys = List.of(Keys.generation(Fenced.of(key)), name, Keys.lease(key));
    var found =
        port.run(
            "read",
            LOOK,
            keys,
            ascii(unique.get()),
            millis(GENERATION),
            ascii(token),
            millis(LEASE));
    return port.understood("read", () -> found(key, name, found, token));
  }

  /**
   * What was found of two keys at once.
   *
   * @param second of the other, to be read only once it is wanted; absent where it has no
   *     generation, and so no copy that is good for anything
   */
  record Both<V, W>(Found<V> first, Optional<Supplier<Found<W>>> second) {}

  /**
   * Looks for a copy, and for another of the same owner's, for which nothing is changed.
   *
   * @throws PortUnavailable when the server does not answer
   */
  <V, W> Both<V, W> look(Cache.Key<V> key, Cache.Key<W> next) {
    String name = Keys.copy(key);
    String second = Keys.copy(next);
    List<String> keys =
        List.of(Keys.generation(Fenced.of(key)), name, Keys.generation(Fenced.of(next)), second);
    var found = port.run("read", LOOK, keys, ascii(unique.get()), millis(GENERATION));
    return port.understood(
        "read",
        () -> {
          Found<V> first = found(key, name, found, "");
          byte[] generation = (byte[]) found.get(4);
          byte[] copy = (byte[]) found.get(5);
          return new Both<>(
              first,
              Optional.ofNullable(generation)
                  .map(it -> () -> found(next, second, text(it), copy, first.at())));
        });
  }

  private <V> Found<V> found(
      Cache.Key<V> key, String name, List<@Nullable Object> found, String token) {
    Optional<Envelope<V>> copy = copy(key, name, (byte[]) found.get(1));
    String generation = text(found.get(0));
    boolean leased = (long) requireNonNull(found.get(3)) == 1;
    Optional<String> lease = leased ? Optional.of(generation + "|" + token) : Optional.empty();
    return new Found<>(generation, copy, (long) requireNonNull(found.get(2)), lease);
  }

  private <V> Found<V> found(
      Cache.Key<V> key, String name, String generation, byte @Nullable [] copy, long at) {
    return new Found<>(generation, copy(key, name, copy), at, Optional.empty());
  }

  private <V> Optional<Envelope<V>> copy(Cache.Key<V> key, String name, byte @Nullable [] bytes) {
    Optional<Envelope<V>> copy = bytes == null ? Optional.empty() : Envelope.read(key, bytes);
    if (bytes != null && copy.isEmpty()) {
      remove(name);
    }
    return copy;
  }

  private static String text(@Nullable Object bytes) {
    return new String((byte[]) requireNonNull(bytes), US_ASCII);
  }

  /**
   * Writes a copy, if it is not too long, and gives the lease back; if the server is there, and
   * without waiting for it.
   */
  <V> void fill(Cache.Key<V> key, Envelope<V> copy, Duration kept, String lease) {
    send(key, copy.write(key).orElse(NOTHING), kept, lease);
  }

  /** Gives a lease back. */
  void release(Cache.Key<?> key, String lease) {
    send(key, NOTHING, LEASE, lease);
  }

  private void send(Cache.Key<?> key, byte[] copy, Duration kept, String lease) {
    List<String> keys = List.of(Keys.copy(key), Keys.lease(key));
    port.send(FILL, keys, copy, millis(kept), ascii(lease));
  }

  private void remove(String name) {
    try {
      var _ = link.commands().del(name);
    } catch (RedisException away) {
      // It will be found again.
    }
  }

  private static byte[] millis(Duration duration) {
    return ascii(Long.toString(duration.toMillis()));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }
}
