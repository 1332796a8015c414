package dev.honeydo.domain;

import static dev.honeydo.domain.Violation.INVALID_FORMAT;
import static dev.honeydo.domain.Violation.REQUIRED;
import static dev.honeydo.domain.Violation.TOO_LONG;
import static dev.honeydo.domain.Violation.TOO_SHORT;

/**
 * What a text must be to become a value.
 *
 * <p>Lengths count Unicode code points. Unpaired surrogates are always refused: no store could give
 * them back.
 *
 * @param shortest the fewest code points, at least 0
 * @param longest the most code points
 * @param form which characters may stand in it, and whether it is trimmed
 */
public record TextRule(int shortest, int longest, Form form) {

  /** Which characters a text may hold. */
  public enum Form {
    /** One line without control characters, trimmed of spaces, tabs and line breaks. */
    LINE,
    /** Any lines, kept as they are; of the control characters only line breaks and tabs. */
    BLOCK,
    /** Anything at all, kept as it is: a secret is compared byte for byte. */
    SECRET
  }

  /** One trimmed line of {@code shortest} to {@code longest} code points. */
  public static TextRule line(int shortest, int longest) {
    return new TextRule(shortest, longest, Form.LINE);
  }

  /** Text of any lines and at most {@code longest} code points. */
  public static TextRule block(int longest) {
    return new TextRule(0, longest, Form.BLOCK);
  }

  /** A secret of {@code shortest} to {@code longest} code points, kept to the byte. */
  public static TextRule secret(int shortest, int longest) {
    return new TextRule(shortest, longest, Form.SECRET);
  }

  /**
   * The text as the rule keeps it.
   *
   * @throws InvalidValue when the text breaks the rule
   */
  public String apply(String text) {
    String kept = form == Form.LINE ? trimmed(text) : text;
    int length = kept.codePointCount(0, kept.length());
    if (length == 0 && shortest > 0) {
      throw new InvalidValue(REQUIRED, "must not be blank");
    }
    if (length < shortest) {
      throw new InvalidValue(TOO_SHORT, "must have at least " + shortest + " characters");
    }
    if (length > longest) {
      throw new InvalidValue(TOO_LONG, "must have at most " + longest + " characters");
    }
    if (!kept.codePoints().allMatch(this::allows)) {
      throw new InvalidValue(INVALID_FORMAT, forbidden());
    }
    return kept;
  }

  private String forbidden() {
    return switch (form) {
      case LINE -> "must be one line without control characters";
      case BLOCK -> "must not contain control characters other than line breaks and tabs";
      case SECRET -> "must not contain half a character";
    };
  }

  /**
   * {@link String#strip} would leave the spaces that do not break, and take control characters that
   * are no space.
   */
  private static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isSpace(char character) {
    return Character.isSpaceChar(character) || isLineBreakOrTab(character);
  }

  private boolean allows(int codePoint) {
    if (Character.getType(codePoint) == Character.SURROGATE) {
      return false;
    }
    return switch (form) {
      case LINE -> !Character.isISOControl(codePoint) && !isLineSeparator(codePoint);
      case BLOCK -> !Character.isISOControl(codePoint) || isLineBreakOrTab(codePoint);
      case SECRET -> true;
    };
  }

  private static boolean isLineSeparator(int codePoint) {
    return codePoint == 0x2028 || codePoint == 0x2029;
  }

  private static boolean isLineBreakOrTab(int codePoint) {
    return codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
  }
}
