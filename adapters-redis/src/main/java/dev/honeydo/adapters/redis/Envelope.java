package dev.honeydo.adapters.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.honeydo.application.port.Cache;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A copy as it lies in Redis: two letters, the schema, what the copy is good for, the value, and a
 * checksum of all that and of its key. Whatever does not read as that is no copy.
 *
 * @param generation of its owner, before it was loaded
 * @param namespace what all copies were good for then
 * @param loadedAt milliseconds of the server's clock, before it was loaded
 */
record Envelope<V>(String generation, Namespace namespace, long loadedAt, V value) {
  /** Rises with every change of what is written; part of every key. */
  static final int SCHEMA = 2;

  private static final int MAGIC = 'H' << 8 | 'D';
  private static final int HEAD = MAGIC << 8 | SCHEMA;
  private static final int LONGEST = 1 << 18;

  /** The bytes of it. */
  byte[] write(Cache.Key<V> key) {
    Output out = new Output();
    out.number(HEAD)
        .text(generation)
        .text(namespace.runId())
        .text(namespace.era())
        .number(loadedAt);
    Payload.write(key, value, out);
    byte[] body = out.toBytes();
    return out.number(checksum(key, body, body.length)).toBytes();
  }

  /** What these bytes are, or empty where they are no copy. */
  static <V> Optional<Envelope<V>> read(Cache.Key<V> key, byte[] bytes) {
    int length = bytes.length - Long.BYTES;
    if (length < Long.BYTES || length > LONGEST) {
      return Optional.empty();
    }
    try {
      if (new Input(bytes, length, bytes.length).number() != checksum(key, bytes, length)) {
        return Optional.empty();
      }
      Input in = new Input(bytes, 0, length);
      if (in.number() != HEAD) {
        return Optional.empty();
      }
      String generation = in.text();
      Namespace namespace = new Namespace(in.text(), in.text());
      long loadedAt = in.number();
      V value = Payload.read(key, in);
      return in.isAtEnd()
          ? Optional.of(new Envelope<>(generation, namespace, loadedAt, value))
          : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException garbage) {
      return Optional.empty();
    }
  }

  private static long checksum(Cache.Key<?> key, byte[] bytes, int length) {
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, length);
    sum.update(Keys.copy(key).getBytes(UTF_8));
    return sum.getValue();
  }
}
