package dev.honeydo.adapters.http.json;

import dev.honeydo.domain.InvalidValue;
import dev.honeydo.domain.Violation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Reads instants as RFC 3339, section 5.6, writes them: with any offset, in any letter case. */
public final class Rfc3339 {
  private static final String TEMPLATE = "0000-00-00T00:00:00";
  private static final int NANO_DIGITS = 9;

  private final String text;
  private int at;

  private Rfc3339(String text) {
    this.text = text;
  }

  /**
   * The instant that {@code text} writes. Digits beyond the nanosecond are dropped; a leap second
   * is not an instant here.
   *
   * @throws InvalidValue when it writes none
   */
  public static Instant parse(String text) {
    try {
      return new Rfc3339(text).read();
    } catch (DateTimeException noSuchDay) {
      throw malformed();
    }
  }

  private Instant read() {
    for (int i = 0; i < TEMPLATE.length(); i++) {
      char wanted = TEMPLATE.charAt(i);
      char found = charAt(i);
      boolean fits =
          switch (wanted) {
            case '0' -> isDigit(found);
            case 'T' -> found == 'T' || found == 't';
            case '-', ':' -> found == wanted;
            default -> throw new IllegalStateException("not in the template: " + wanted);
          };
      if (!fits) {
        throw malformed();
      }
    }
    at = TEMPLATE.length();
    int nanos = fraction();
    int offset = offset();
    if (at != text.length()) {
      throw malformed();
    }
    LocalDateTime local =
        LocalDateTime.of(
            number(0, 4),
            number(5, 2),
            number(8, 2),
            number(11, 2),
            number(14, 2),
            number(17, 2),
            nanos);
    return local.toInstant(ZoneOffset.UTC).minusSeconds(offset);
  }

  private int fraction() {
    if (charAt(at) != '.') {
      return 0;
    }
    at++;
    int start = at;
    int nanos = 0;
    for (; isDigit(charAt(at)); at++) {
      if (at - start < NANO_DIGITS) {
        nanos = nanos * 10 + (text.charAt(at) - '0');
      }
    }
    if (at == start) {
      throw malformed();
    }
    for (int digits = at - start; digits < NANO_DIGITS; digits++) {
      nanos *= 10;
    }
    return nanos;
  }

  /** The seconds that local time is ahead of UTC. */
  private int offset() {
    char sign = charAt(at);
    at++;
    if (sign == 'Z' || sign == 'z') {
      return 0;
    }
    boolean fits =
        (sign == '+' || sign == '-')
            && isDigit(charAt(at))
            && isDigit(charAt(at + 1))
            && charAt(at + 2) == ':'
            && isDigit(charAt(at + 3))
            && isDigit(charAt(at + 4));
    if (!fits) {
      throw malformed();
    }
    int hours = number(at, 2);
    int minutes = number(at + 3, 2);
    if (hours > 23 || minutes > 59) {
      throw malformed();
    }
    at += 5;
    int seconds = (hours * 60 + minutes) * 60;
    return sign == '-' ? -seconds : seconds;
  }

  private int number(int start, int digits) {
    int number = 0;
    for (int i = start; i < start + digits; i++) {
      number = number * 10 + (text.charAt(i) - '0');
    }
    return number;
  }

  /** The character there, or one that fits nowhere. */
  private char charAt(int index) {
    return index < text.length() ? text.charAt(index) : '\0';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static InvalidValue malformed() {
    return new InvalidValue(
        Violation.INVALID_FORMAT,
        "must be an instant as RFC 3339 writes it, for example 2026-11-20T20:07:03Z");
  }
}
