package dev.honeydo.application.port;

import java.util.regex.Pattern;

/**
 * What a job is called, in the record and for ever.
 *
 * @param value 1 to {@value #LONGEST} characters, a lower-case letter first, then such letters,
 *     digits and {@code -}
 */
public record JobName(String value) {
  /** How long a name can be. */
  public static final int LONGEST = 64;

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0," + (LONGEST - 1) + "}");

  /** Checks the form. */
  public JobName {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("no name of a job: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
