package dev.honeydo.application.port;

/**
 * What a job is called, in the record and for ever.
 *
 * @param value 1 to {@value #LONGEST} characters, a lower-case letter first, then such letters,
 *     digits and {@code -}
 */
public record JobName(String value) {
  /** How long a name can be. */
  public static final int LONGEST = 64;

  /** Checks the form. */
  public JobName {
    if (!isName(value)) {
      throw new IllegalArgumentException("no name of a job: " + value);
    }
  }

  private static boolean isName(String value) {
    return !value.isEmpty()
        && value.length() <= LONGEST
        && isLetter(value.charAt(0))
        && value.chars().allMatch(JobName::isPart);
  }

  private static boolean isLetter(int letter) {
    return letter >= 'a' && letter <= 'z';
  }

  private static boolean isPart(int letter) {
    return isLetter(letter) || (letter >= '0' && letter <= '9') || letter == '-';
  }

  @Override
  public String toString() {
    return value;
  }
}
