package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.Cache;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A copy as it lies in Redis: two letters, the schema, what the copy is good for, the value, and a
 * checksum of all that. Whatever does not read as that is no copy.
 *
 * @param generation of its owner, before it was loaded
 * @param namespace what all copies were good for then
 * @param loadedAt milliseconds of the server's clock, before it was loaded
 */
record Envelope<V>(String generation, Namespace namespace, long loadedAt, V value) {
  /** Rises with every change of what is written; part of every key. */
  static final int SCHEMA = 1;

  private static final int MAGIC = 'H' << 8 | 'D';
  private static final int CHECKSUM_BYTES = Long.BYTES;
  private static final int LONGEST = 1 << 16;

  /** The bytes of it. */
  byte[] write(Cache.Key<V> key) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeShort(MAGIC);
      out.writeByte(SCHEMA);
      out.writeUTF(generation);
      out.writeUTF(namespace.runId());
      out.writeUTF(namespace.era());
      out.writeLong(loadedAt);
      Payload.write(key, value, out);
      byte[] body = bytes.toByteArray();
      out.writeLong(checksum(body, body.length));
    } catch (IOException memoryHasNone) {
      throw new UncheckedIOException(memoryHasNone);
    }
    return bytes.toByteArray();
  }

  /** What these bytes are, or empty where they are no copy. */
  static <V> Optional<Envelope<V>> read(Cache.Key<V> key, byte[] bytes) {
    int length = bytes.length - CHECKSUM_BYTES;
    if (length < CHECKSUM_BYTES || length > LONGEST) {
      return Optional.empty();
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readUnsignedShort() != MAGIC || in.readUnsignedByte() != SCHEMA) {
        return Optional.empty();
      }
      String generation = in.readUTF();
      Namespace namespace = new Namespace(in.readUTF(), in.readUTF());
      long loadedAt = in.readLong();
      V value = Payload.read(key, in);
      return in.available() == CHECKSUM_BYTES && in.readLong() == checksum(bytes, length)
          ? Optional.of(new Envelope<>(generation, namespace, loadedAt, value))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException | DateTimeException garbage) {
      return Optional.empty();
    }
  }

  private static long checksum(byte[] bytes, int length) {
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, length);
    return sum.getValue();
  }
}
