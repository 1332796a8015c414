package dev.honeydo.domain;

/** Which rule a refused value breaks. */
public enum Violation {
  /** Nothing was given where something must be. */
  REQUIRED,
  /** Fewer code points than the least allowed. */
  TOO_SHORT,
  /** More code points, bytes or items than the most allowed. */
  TOO_LONG,
  /** The right length but the wrong form, for example a control character. */
  INVALID_FORMAT,
  /** A number or an instant beyond its bounds. */
  OUT_OF_RANGE,
  /** Well formed, but refused by policy, for example a common password. */
  NOT_ALLOWED
}
