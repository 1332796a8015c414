package dev.honeydo.adapters.security;

import dev.honeydo.domain.InvalidValue;
import dev.honeydo.domain.Violation;

/**
 * What one Argon2id hash costs (RFC 9106, section 3.1).
 *
 * <p>The bounds hold for configuration and for every stored hash alike, so that no damaged or
 * planted hash can make a login take minutes or gigabytes.
 *
 * @param memoryKib m: 8 KiB for each lane to 131072 KiB (128 MiB)
 * @param iterations t: 1 to 16 passes over the memory
 * @param parallelism p: 1 to 16 lanes, all computed by one thread
 */
public record Argon2Cost(int memoryKib, int iterations, int parallelism) {
  /** The least that OWASP's Password Storage Cheat Sheet accepts. Cheaper ones are for tests. */
  public static final Argon2Cost RECOMMENDED = new Argon2Cost(19_456, 2, 1);

  private static final int MOST_MEMORY_KIB = 128 * 1024;
  private static final int MOST_ITERATIONS = 16;
  private static final int MOST_LANES = 16;

  /**
   * Checks the bounds.
   *
   * @throws InvalidValue when a number lies beyond its bounds
   */
  public Argon2Cost {
    require("parallelism", parallelism, 1, MOST_LANES);
    require("iterations", iterations, 1, MOST_ITERATIONS);
    require("memory in KiB", memoryKib, 8 * parallelism, MOST_MEMORY_KIB);
  }

  private static void require(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new InvalidValue(
          Violation.OUT_OF_RANGE, name + " must be " + least + " to " + most + ", not " + value);
    }
  }
}
