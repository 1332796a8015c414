package dev.honeydo.application.port;

/**
 * What one limit counts for one subject.
 *
 * @param subject whose it is, to the letter: an address, an account; at most {@value #LONGEST}
 *     characters
 */
public record Bucket(RateLimit limit, String subject) {
  /** How long a subject can be. */
  public static final int LONGEST = 512;

  /** Checks the bound. */
  public Bucket {
    if (subject.isEmpty() || subject.length() > LONGEST) {
      throw new IllegalArgumentException("a subject has 1 to " + LONGEST + " characters");
    }
  }

  /** Leaves the subject out: it can be somebody's address. */
  @Override
  public String toString() {
    return "Bucket[" + limit + "]";
  }
}
