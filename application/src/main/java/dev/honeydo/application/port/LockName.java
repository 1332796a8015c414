package dev.honeydo.application.port;

import java.util.regex.Pattern;

/**
 * What a lock is called: two that have one name are one lock.
 *
 * @param value 1 to {@value #LONGEST} characters, a lower-case letter first, then such letters,
 *     digits, {@code -} and {@code .}
 */
public record LockName(String value) {
  /** How long a name can be. */
  public static final int LONGEST = 100;

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9.-]{0," + (LONGEST - 1) + "}");

  /** Checks the form. */
  public LockName {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("no name of a lock: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
