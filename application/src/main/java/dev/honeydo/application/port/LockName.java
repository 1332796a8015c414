package dev.honeydo.application.port;

/**
 * What a lock is called: two that have one name are one lock.
 *
 * @param value 1 to {@value #LONGEST} characters, a lower-case letter first, then such letters,
 *     digits, {@code -} and {@code .}
 */
public record LockName(String value) {
  /** How long a name can be. */
  public static final int LONGEST = 100;

  /** Checks the form. */
  public LockName {
    if (!isName(value)) {
      throw new IllegalArgumentException("no name of a lock: " + value);
    }
  }

  private static boolean isName(String value) {
    return !value.isEmpty()
        && value.length() <= LONGEST
        && isLetter(value.charAt(0))
        && value.chars().allMatch(LockName::isPart);
  }

  private static boolean isLetter(int letter) {
    return letter >= 'a' && letter <= 'z';
  }

  private static boolean isPart(int letter) {
    return isLetter(letter) || (letter >= '0' && letter <= '9') || letter == '-' || letter == '.';
  }

  @Override
  public String toString() {
    return value;
  }
}
