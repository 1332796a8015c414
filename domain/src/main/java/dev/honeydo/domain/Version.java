package dev.honeydo.domain;

/**
 * How often something has changed: 1 when it was made, one more with every change that was kept.
 *
 * <p>It is what clients see as the strong validator of a resource (RFC 9110, section 8.8).
 *
 * @param value at least 1
 */
public record Version(long value) {
  /** The version of what has just been made. */
  public static final Version FIRST = new Version(1);

  /** Checks the bound. */
  public Version {
    if (value < 1) {
      throw new InvalidValue(Violation.OUT_OF_RANGE, "a version is at least 1");
    }
  }

  /** The version after the next change. */
  public Version next() {
    return new Version(value + 1);
  }
}
