package dev.honeydo.application.port;

/**
 * Which run of a job it is, counted by the record: whoever has the greater one began later.
 *
 * @param value at least 1
 */
public record Fence(long value) implements Comparable<Fence> {

  /** Checks the bound. */
  public Fence {
    if (value < 1) {
      throw new IllegalArgumentException("fences are counted from 1");
    }
  }

  @Override
  public int compareTo(Fence other) {
    return Long.compare(value, other.value);
  }
}
