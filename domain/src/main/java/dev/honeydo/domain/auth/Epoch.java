package dev.honeydo.domain.auth;

/**
 * How often a user has logged out everywhere: an access token is worth nothing outside of the epoch
 * it was issued in. A count, since times to the second cannot tell what was issued just before from
 * what was issued just after.
 *
 * @param value at least 0
 */
public record Epoch(long value) implements Comparable<Epoch> {
  /** The epoch of a user who has never logged out everywhere. */
  public static final Epoch FIRST = new Epoch(0);

  /** Checks the bound. */
  public Epoch {
    if (value < 0) {
      throw new IllegalArgumentException("epochs are counted from 0");
    }
  }

  /** The epoch that ends this one. */
  public Epoch next() {
    return new Epoch(value + 1);
  }

  @Override
  public int compareTo(Epoch other) {
    return Long.compare(value, other.value);
  }
}
