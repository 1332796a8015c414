package dev.honeydo.adapters.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.honeydo.application.port.Cache;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A copy as it lies in Redis: two letters and the schema, what the copy is good for, the value,
 * deflated where it is long, and a checksum of all that and of its key. Whatever does not read as
 * that is no copy.
 *
 * @param generation of its owner, before it was loaded
 * @param namespace what all copies were good for then
 * @param loadedAt milliseconds of the server's clock, before it was loaded
 * @param fresh for how many milliseconds from then on it answers by itself
 * @param took how many milliseconds its load took
 */
record Envelope<V>(
    String generation, Namespace namespace, long loadedAt, long fresh, long took, V value) {
  /** Rises with every change of what is written; part of every key. */
  static final int SCHEMA = 2;

  /** How long a value can be, as it is written; longer ones are not kept. */
  static final int MOST_INFLATED = 1 << 20;

  /** How long a copy can be. */
  static final int MOST = 1 << 18;

  private static final int MAGIC = 'H' << 8 | 'D';
  private static final int HEAD = MAGIC << 8 | SCHEMA;
  private static final int SHORT = 1 << 10;

  /** The bytes of it, or empty where there are too many. */
  Optional<byte[]> write(Cache.Key<V> key) {
    Output out = new Output();
    Payload.write(key, value, out);
    byte[] body = out.toBytes();
    if (body.length > MOST_INFLATED) {
      return Optional.empty();
    }
    byte[] bytes = write(key, body);
    return bytes.length > MOST ? Optional.empty() : Optional.of(bytes);
  }

  private byte[] write(Cache.Key<V> key, byte[] body) {
    Optional<byte[]> deflated = body.length > SHORT ? Packing.deflated(body) : Optional.empty();
    byte[] packed = deflated.orElse(body);
    Output out = new Output();
    out.number(HEAD)
        .text(generation)
        .text(namespace.runId())
        .text(namespace.era())
        .number(loadedAt)
        .number(fresh)
        .number(took)
        .flag(deflated.isPresent())
        .count(body.length)
        .raw(packed, packed.length);
    byte[] all = out.toBytes();
    return out.number(checksum(key, all, all.length)).toBytes();
  }

  /** What these bytes are, or empty where they are no copy. */
  static <V> Optional<Envelope<V>> read(Cache.Key<V> key, byte[] bytes) {
    int length = bytes.length - Long.BYTES;
    if (length < Long.BYTES || bytes.length > MOST) {
      return Optional.empty();
    }
    try {
      long sum = new Input(bytes, length, bytes.length).number();
      return sum == checksum(key, bytes, length)
          ? Optional.of(read(key, new Input(bytes, 0, length), bytes, length))
          : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException garbage) {
      return Optional.empty();
    }
  }

  private static <V> Envelope<V> read(Cache.Key<V> key, Input in, byte[] bytes, int end) {
    if (in.number() != HEAD) {
      throw new IllegalArgumentException("another schema");
    }
    String generation = in.text();
    Namespace namespace = new Namespace(in.text(), in.text());
    long loadedAt = in.number();
    long fresh = in.number();
    long took = in.number();
    boolean deflated = in.flag();
    int most = in.count();
    if (most > MOST_INFLATED) {
      throw new IllegalArgumentException("too long");
    }
    Input body = deflated ? inflated(bytes, in.position(), end, most) : in;
    V value = Payload.read(key, body);
    if (!body.isAtEnd()) {
      throw new IllegalArgumentException("something more is there");
    }
    return new Envelope<>(generation, namespace, loadedAt, fresh, took, value);
  }

  private static Input inflated(byte[] bytes, int start, int end, int length) {
    return new Input(Packing.inflated(bytes, start, end, length), 0, length);
  }

  private static long checksum(Cache.Key<?> key, byte[] bytes, int length) {
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, length);
    sum.update(Keys.copy(key).getBytes(UTF_8));
    return sum.getValue();
  }
}
