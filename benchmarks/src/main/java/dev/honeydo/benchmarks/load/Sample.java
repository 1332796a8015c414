package dev.honeydo.benchmarks.load;

import java.util.Locale;

/**
 * What one measurement came to.
 *
 * @param rate answers in each second, as fast as it could
 * @param cpuMicros of the server, for each answer
 * @param bytes that the server allocated for each answer
 * @param roundTrips to Redis for each answer, where one request is made after the other
 * @param p50 microseconds that half of the answers took at most, at the rate of the run
 * @param p99 and 99 of 100
 * @param p999 and 999 of 1,000
 * @param errors answers that were none
 */
record Sample(
    double rate,
    double cpuMicros,
    double bytes,
    double roundTrips,
    double p50,
    double p99,
    double p999,
    double errors) {

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.0f/s, %.1f µs, %.0f B, %.2f round trips to Redis; p50 %.0f µs, p99 %.0f µs, p99.9 %.0f"
            + " µs; %.0f errors",
        rate,
        cpuMicros,
        bytes,
        roundTrips,
        p50,
        p99,
        p999,
        errors);
  }
}
