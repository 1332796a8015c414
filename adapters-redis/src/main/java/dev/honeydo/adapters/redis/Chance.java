package dev.honeydo.adapters.redis;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What keeps instances from doing the same thing at the same moment: numbers that look random
 * (SplitMix64), from a seed that every process has for itself. Nothing secret depends on them.
 *
 * <p>Thread-safe.
 */
final class Chance {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final AtomicLong state;

  Chance(UUID seed) {
    this.state = new AtomicLong(seed.getLeastSignificantBits() ^ seed.getMostSignificantBits());
  }

  /** A number above 0 and up to 1. */
  double next() {
    long mixed = state.addAndGet(GOLDEN);
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1p-53 + 0x1p-53;
  }

  /** That many milliseconds, a tenth more or less. */
  long around(long millis) {
    return Math.round(millis * (0.9 + next() / 5));
  }

  /**
   * Whether what runs out in {@code left} milliseconds is to be fetched anew now: the likelier, the
   * nearer that is and the longer fetching takes, so that of many who ask one comes early enough
   * (XFetch; Vattani, Chierichetti, Lowenstein: Optimal Probabilistic Cache Stampede Prevention,
   * VLDB 2015).
   *
   * @param took how many milliseconds it took to fetch
   */
  boolean isEarlyEnough(long left, long took) {
    return left <= horizon(took) && -took * Math.log(next()) >= left;
  }

  /** From how many milliseconds before the end on it can be early enough. */
  static long horizon(long took) {
    return 16 * took;
  }
}
