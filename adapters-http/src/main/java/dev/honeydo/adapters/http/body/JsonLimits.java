package dev.honeydo.adapters.http.body;

import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.honeydo.adapters.http.problem.ProblemType;
import dev.honeydo.adapters.http.problem.Refused;

/**
 * The bounds of a JSON text. What goes beyond one is refused as malformed, and told which: the
 * parser's own complaint could not be told from that of a text that is no JSON.
 */
final class JsonLimits extends StreamReadConstraints {
  /** How many objects and arrays can stand in one another. */
  static final int DEEPEST = 32;

  /** How many characters a number can have. */
  static final int LONGEST_NUMBER = 100;

  /** How many characters a name can have. */
  static final int LONGEST_NAME = 50_000;

  private static final long serialVersionUID = 1L;

  JsonLimits() {
    super(
        DEEPEST,
        DEFAULT_MAX_DOC_LEN,
        LONGEST_NUMBER,
        DEFAULT_MAX_STRING_LEN,
        LONGEST_NAME,
        DEFAULT_MAX_TOKEN_COUNT);
  }

  @Override
  public void validateNestingDepth(int depth) {
    if (depth > DEEPEST) {
      throw new Refused(
          ProblemType.MALFORMED_REQUEST,
          "The body is nested too deep: at most "
              + DEEPEST
              + " objects and arrays in one another.");
    }
  }

  @Override
  public void validateIntegerLength(int length) {
    checkNumber(length);
  }

  @Override
  public void validateFPLength(int length) {
    checkNumber(length);
  }

  private static void checkNumber(int length) {
    if (length > LONGEST_NUMBER) {
      throw new Refused(
          ProblemType.MALFORMED_REQUEST,
          "The body has a number that is too long: at most " + LONGEST_NUMBER + " characters.");
    }
  }

  @Override
  public void validateNameLength(int length) {
    if (length > LONGEST_NAME) {
      throw new Refused(
          ProblemType.MALFORMED_REQUEST,
          "The body has a name that is too long: at most " + LONGEST_NAME + " characters.");
    }
  }
}
