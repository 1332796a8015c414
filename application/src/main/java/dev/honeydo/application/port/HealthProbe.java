package dev.honeydo.application.port;

import java.util.List;

/**
 * Tries whether a part outside really works, by doing what is asked of it every day.
 *
 * <p><b>When the part is unreachable</b>, or any operation fails, {@link #probe} throws {@link
 * PortUnavailable}.
 *
 * <p>Thread-safe.
 */
public interface HealthProbe {

  /** Tries each operation on something that is nobody's data. */
  Passed probe();

  /**
   * The part works.
   *
   * @param operations what was tried, in that order, for example {@code ping}, {@code insert}
   */
  record Passed(List<String> operations) {
    /** Copies the list. */
    public Passed {
      operations = List.copyOf(operations);
    }
  }
}
