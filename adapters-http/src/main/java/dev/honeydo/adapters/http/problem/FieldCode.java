package dev.honeydo.adapters.http.problem;

import dev.honeydo.domain.Violation;
import java.util.Locale;

/** What can be wrong with a field or a parameter. */
public enum FieldCode {
  /** Nothing is given where something must be. */
  REQUIRED,
  /** Too few characters. */
  TOO_SHORT,
  /** Too many characters, bytes or items. */
  TOO_LONG,
  /** The right type but the wrong form. */
  INVALID_FORMAT,
  /** Beyond its bounds. */
  OUT_OF_RANGE,
  /** No such field. */
  UNKNOWN_FIELD,
  /** The server's to write. */
  READ_ONLY,
  /** The wrong JSON type. */
  WRONG_TYPE,
  /** Well-formed, but not to be had. */
  NOT_ALLOWED;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The code of a broken rule of the domain. */
  public static FieldCode of(Violation violation) {
    return switch (violation) {
      case REQUIRED -> REQUIRED;
      case TOO_SHORT -> TOO_SHORT;
      case TOO_LONG -> TOO_LONG;
      case INVALID_FORMAT -> INVALID_FORMAT;
      case OUT_OF_RANGE -> OUT_OF_RANGE;
      case NOT_ALLOWED -> NOT_ALLOWED;
    };
  }

  /** Its name in JSON. */
  public String text() {
    return text;
  }
}
