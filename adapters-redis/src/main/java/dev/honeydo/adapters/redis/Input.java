package dev.honeydo.adapters.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Reads what {@link Output} has written. What cannot be that is an {@link IllegalArgumentException}
 * and costs no more memory than there are bytes. Of one thread.
 */
final class Input {
  private final byte[] bytes;
  private final int end;
  private int next;

  /** Reads from {@code start} up to {@code end}. */
  Input(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.next = start;
    this.end = end;
  }

  long number() {
    require(Long.BYTES);
    long value = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      value = (value << Byte.SIZE) | (bytes[next++] & 0xFF);
    }
    return value;
  }

  int count() {
    int value = 0;
    for (int shift = 0; shift < 32; shift += 7) {
      require(1);
      int part = bytes[next++];
      value |= (part & 0x7F) << shift;
      if (part >= 0 && value >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("no number");
  }

  /** How many values follow, each of a byte at the least. */
  int size() {
    int size = count();
    require(size);
    return size;
  }

  boolean flag() {
    return switch (count()) {
      case 0 -> false;
      case 1 -> true;
      default -> throw new IllegalArgumentException("neither yes nor no");
    };
  }

  <E extends Enum<E>> E constant(Class<E> type) {
    return Enum.valueOf(type, text());
  }

  Instant moment() {
    return Instant.ofEpochMilli(number());
  }

  UUID id() {
    return new UUID(number(), number());
  }

  String text() {
    int length = size();
    String value = new String(bytes, next, length, UTF_8);
    next += length;
    return value;
  }

  <T> Optional<T> maybe(Function<Input, T> reader) {
    return flag() ? Optional.of(reader.apply(this)) : Optional.empty();
  }

  private void require(int more) {
    if (end - next < more) {
      throw new IllegalArgumentException("nothing more is there");
    }
  }

  /** Where the next value begins. */
  int position() {
    return next;
  }

  boolean isAtEnd() {
    return next == end;
  }
}
