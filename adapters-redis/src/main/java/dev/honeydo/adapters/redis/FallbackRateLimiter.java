package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.Charge;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.RateLimiter;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Limits that all instances share, and each instance's part of them while what is shared cannot be
 * reached: never none. What was counted by one is not carried over to the other.
 */
final class FallbackRateLimiter implements RateLimiter {
  private static final Logger LOG = LoggerFactory.getLogger(FallbackRateLimiter.class);

  private final RateLimiter shared;
  private final RateLimiter own;
  private final AtomicBoolean alone = new AtomicBoolean();

  FallbackRateLimiter(RateLimiter shared, RateLimiter own) {
    this.shared = shared;
    this.own = own;
  }

  @Override
  public Spending spend(Charge charge) {
    try {
      Spending answer = shared.spend(charge);
      if (alone.get() && alone.compareAndSet(true, false)) {
        LOG.info("Limits are counted for all instances again");
      }
      return answer;
    } catch (PortUnavailable away) {
      if (!alone.get() && alone.compareAndSet(false, true)) {
        LOG.warn("Limits are counted by each instance for itself: {}", away.getMessage());
      }
      return own.spend(charge);
    }
  }
}
