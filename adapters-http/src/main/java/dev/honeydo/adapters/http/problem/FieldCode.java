package dev.honeydo.adapters.http.problem;

import dev.honeydo.domain.Violation;
import java.util.Locale;

/** What can be wrong with a field or a parameter. */
public enum FieldCode {
  /** Nothing is given where something must be. */
  REQUIRED("Nothing is given where something must be."),
  /** Too few characters. */
  TOO_SHORT("Too few characters."),
  /** Too many characters, bytes or items. */
  TOO_LONG("Too many characters, bytes or items."),
  /** The right type but the wrong form. */
  INVALID_FORMAT("The right type but the wrong form."),
  /** Beyond its bounds. */
  OUT_OF_RANGE("Beyond its bounds."),
  /** No such field. */
  UNKNOWN_FIELD("No such field."),
  /** The server's to write. */
  READ_ONLY("The server's to write."),
  /** The wrong JSON type. */
  WRONG_TYPE("The wrong JSON type."),
  /** Well-formed, but not to be had. */
  NOT_ALLOWED("Well-formed, but not to be had.");

  private final String text = name().toLowerCase(Locale.ROOT);
  private final String meaning;

  FieldCode(String meaning) {
    this.meaning = meaning;
  }

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

  /** What is wrong, in one sentence. */
  public String meaning() {
    return meaning;
  }
}
