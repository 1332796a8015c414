package dev.honeydo.adapters.http.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Writes JSON: compact UTF-8, members in the order they are written in. */
public final class JsonText {
  // Jackson's own pool is one for each thread, and here every request has a new thread.
  private static final JsonFactory FACTORY =
      JsonFactory.builder().recyclerPool(JsonRecyclerPools.sharedBoundedPool()).build();

  private JsonText() {}

  /** What writes one JSON value. */
  @FunctionalInterface
  public interface Content {
    /** Writes exactly one value. */
    void writeTo(JsonGenerator json) throws IOException;
  }

  /** The bytes of what is written. */
  public static byte[] of(Content content) {
    Bytes bytes = new Bytes();
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      content.writeTo(json);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return bytes.written();
  }

  /** Keeps what is written; as most texts are written at once, in an array of just that size. */
  private static final class Bytes extends ByteArrayOutputStream {
    Bytes() {
      super(0);
    }

    byte[] written() {
      return count == buf.length ? buf : toByteArray();
    }
  }

  /** Writes a member that is null where there is no value. */
  public static void writeNullable(JsonGenerator json, String name, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    } else {
      json.writeNullField(name);
    }
  }

  /**
   * Writes a member with an instant: RFC 3339, UTC, exactly three digits of a second's fraction.
   */
  public static void writeInstant(JsonGenerator json, String name, Instant instant)
      throws IOException {
    json.writeStringField(name, instant(instant));
  }

  /** Writes a member with an instant, or null. */
  public static void writeInstant(JsonGenerator json, String name, Optional<Instant> instant)
      throws IOException {
    if (instant.isPresent()) {
      writeInstant(json, name, instant.get());
    } else {
      json.writeNullField(name);
    }
  }

  /**
   * The text of an instant of the years 0 to 9999, for example {@code 2026-11-20T20:07:03.120Z}.
   */
  public static String instant(Instant instant) {
    LocalDateTime at =
        LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
    char[] text = "0000-00-00T00:00:00.000Z".toCharArray();
    put(text, 0, 4, at.getYear());
    put(text, 5, 2, at.getMonthValue());
    put(text, 8, 2, at.getDayOfMonth());
    put(text, 11, 2, at.getHour());
    put(text, 14, 2, at.getMinute());
    put(text, 17, 2, at.getSecond());
    put(text, 20, 3, at.getNano() / 1_000_000);
    return new String(text);
  }

  private static void put(char[] text, int at, int digits, int number) {
    int rest = number;
    for (int i = at + digits - 1; i >= at; i--) {
      text[i] = (char) ('0' + rest % 10);
      rest /= 10;
    }
  }
}
