package dev.honeydo.application.port;

/**
 * How far somebody has read an owner's changes.
 *
 * @param sequence the number of the last change read; 0 before the first
 * @param horizon up to which number deletions had been forgotten when the reading began: whoever
 *     began after they were has missed nothing
 */
public record ChangePosition(long sequence, long horizon) {

  /** Checks the bounds. */
  public ChangePosition {
    if (sequence < 0 || horizon < 0) {
      throw new IllegalArgumentException("changes are numbered from 1");
    }
  }

  /**
   * Whether one who stands here has missed deletions that are forgotten up to {@code forgotten}.
   */
  public boolean misses(long forgotten) {
    return forgotten > sequence && forgotten > horizon;
  }
}
