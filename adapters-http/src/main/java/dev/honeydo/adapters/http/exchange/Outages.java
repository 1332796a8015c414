package dev.honeydo.adapters.http.exchange;

import dev.honeydo.application.port.PortUnavailable;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs that requests are refused because a port is unavailable: the first of them, then one line in
 * {@link #PAUSE} at most, which says how many there were. Each of them is logged at DEBUG.
 *
 * <p>Thread-safe.
 */
final class Outages {
  /** How long a port that goes on failing is not heard of. */
  static final Duration PAUSE = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(Outages.class);

  private final LongSupplier nanoTime;
  private final Map<String, Quiet> ports = new ConcurrentHashMap<>();

  /**
   * Nothing has failed yet.
   *
   * @param nanoTime nanoseconds from some point
   */
  Outages(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Notes that the request of this id is refused for that. */
  void refused(String id, PortUnavailable down) {
    String cause = cause(down);
    LOG.debug("{} {} ({})", id, down.getMessage(), cause);
    long now = nanoTime.getAsLong();
    Quiet quiet = ports.compute(down.port(), (_, before) -> Quiet.after(before, now));
    if (quiet.unsaid() == 0 && quiet.since() == now) {
      if (quiet.before() == 0) {
        LOG.warn("{} {} ({}); more of these are told at DEBUG", id, down.getMessage(), cause);
      } else {
        LOG.warn(
            "{} {} ({}), and so were {} requests before it",
            id,
            down.getMessage(),
            cause,
            quiet.before());
      }
    }
  }

  private static String cause(PortUnavailable down) {
    Throwable cause = down.getCause();
    return cause == null ? "" : cause.getClass().getName();
  }

  /**
   * Since when nothing has been said of a port.
   *
   * @param since when the last line was logged
   * @param unsaid how many failures there were after it
   * @param before how many failures that line stood for, beside its own
   */
  private record Quiet(long since, long unsaid, long before) {

    static Quiet after(@Nullable Quiet last, long now) {
      if (last == null) {
        return new Quiet(now, 0, 0);
      }
      return now - last.since < PAUSE.toNanos()
          ? new Quiet(last.since, last.unsaid + 1, 0)
          : new Quiet(now, 0, last.unsaid);
    }
  }
}
