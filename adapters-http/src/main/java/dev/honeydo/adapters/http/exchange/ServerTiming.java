package dev.honeydo.adapters.http.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a request had to wait for, told in its answer's {@code Server-Timing} (W3C Server Timing).
 *
 * <p>Whatever does the work notes it here, on the thread of the request; outside of a request that
 * tells, a note costs next to nothing and goes nowhere.
 */
public final class ServerTiming {
  private static final ScopedValue<List<String>> NOTED = ScopedValue.newInstance();

  private ServerTiming() {}

  /**
   * Notes that something was done for the request that this thread works on.
   *
   * @param metric what, a token of RFC 9110
   * @param description which way it went, a token
   */
  public static void note(String metric, String description, Duration took) {
    if (NOTED.isBound()) {
      NOTED.get().add(metric + ";desc=" + description + ";dur=" + millis(took));
    }
  }

  /** Does the work, and tells in its answer what was noted meanwhile, if anything. */
  static Answer told(Supplier<Answer> work) {
    List<String> noted = new ArrayList<>(2);
    Answer answer = ScopedValue.where(NOTED, noted).call(work::get);
    return noted.isEmpty() ? answer : answer.with("Server-Timing", String.join(", ", noted));
  }

  /** To the microsecond. */
  private static String millis(Duration took) {
    long micros = took.toNanos() / 1_000;
    String fraction = Long.toString(1_000 + micros % 1_000).substring(1);
    return micros / 1_000 + "." + fraction;
  }
}
