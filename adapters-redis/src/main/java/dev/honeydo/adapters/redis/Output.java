package dev.honeydo.adapters.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Bytes that are written one value after the other; {@link Input} reads them. Of one thread. */
final class Output {
  private byte[] bytes = new byte[512];
  private int length;

  Output number(long value) {
    ensure(Long.BYTES);
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      bytes[length++] = (byte) (value >>> shift);
    }
    return this;
  }

  /** A number from 0 on, the shorter the smaller it is. */
  Output count(int value) {
    ensure(5);
    int left = value;
    while (left > 0x7F) {
      bytes[length++] = (byte) (left | 0x80);
      left >>>= 7;
    }
    bytes[length++] = (byte) left;
    return this;
  }

  Output flag(boolean value) {
    return count(value ? 1 : 0);
  }

  Output constant(Enum<?> value) {
    return text(value.name());
  }

  Output moment(Instant value) {
    return number(value.toEpochMilli());
  }

  Output id(UUID value) {
    return number(value.getMostSignificantBits()).number(value.getLeastSignificantBits());
  }

  Output text(String value) {
    byte[] encoded = value.getBytes(UTF_8);
    return count(encoded.length).raw(encoded, encoded.length);
  }

  <T> Output maybe(Optional<T> value, BiConsumer<Output, T> writer) {
    flag(value.isPresent());
    value.ifPresent(it -> writer.accept(this, it));
    return this;
  }

  /** The first {@code many} of these bytes, as they are. */
  Output raw(byte[] value, int many) {
    ensure(many);
    System.arraycopy(value, 0, bytes, length, many);
    length += many;
    return this;
  }

  private void ensure(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }

  int length() {
    return length;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }
}
