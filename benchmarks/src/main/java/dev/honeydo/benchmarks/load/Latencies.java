package dev.honeydo.benchmarks.load;

/**
 * How often something took how long: 64 steps for each power of two, so that a time is told to
 * within 1.6 %. Of one thread.
 */
final class Latencies {
  private static final int STEP_BITS = 6;
  private static final int STEPS = 1 << STEP_BITS;

  private final long[] counts = new long[(64 - STEP_BITS) * STEPS];
  private long total;

  /** Counts a time. */
  void add(long nanos) {
    counts[index(Math.max(nanos, 1))]++;
    total++;
  }

  /** Counts what another has counted. */
  void addAll(Latencies other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
    total += other.total;
  }

  /** The time, in microseconds, that such a part of all took at most. */
  double micros(double part) {
    long wanted = (long) Math.ceil(total * part);
    long seen = 0;
    for (int i = 0; i < counts.length; i++) {
      seen += counts[i];
      if (seen >= wanted && seen > 0) {
        return nanos(i) / 1_000.0;
      }
    }
    return 0;
  }

  private static int index(long nanos) {
    int power = 63 - Long.numberOfLeadingZeros(nanos);
    return power < STEP_BITS
        ? (int) nanos
        : (power - STEP_BITS + 1) * STEPS + (int) (nanos >>> (power - STEP_BITS)) - STEPS;
  }

  /** The largest time that is counted there. */
  private static long nanos(int index) {
    if (index < STEPS) {
      return index;
    }
    int power = index / STEPS + STEP_BITS - 1;
    long step = index % STEPS + (long) STEPS;
    return ((step + 1) << (power - STEP_BITS)) - 1;
  }
}
