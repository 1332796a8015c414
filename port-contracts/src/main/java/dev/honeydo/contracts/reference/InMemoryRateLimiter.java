package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.Bucket;
import dev.honeydo.application.port.Charge;
import dev.honeydo.application.port.RateLimit;
import dev.honeydo.application.port.RateLimiter;
import dev.honeydo.application.port.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When each bucket is full again, in a map behind one lock. */
public final class InMemoryRateLimiter implements RateLimiter {
  private final Availability availability = new Availability("RateLimiter");
  private final Map<Key, Instant> fullAgain = new HashMap<>();
  private final InstantSource clock;

  /** A limiter that has counted nothing yet and goes by {@code clock}. */
  public InMemoryRateLimiter(InstantSource clock) {
    this.clock = clock;
  }

  /** Makes the store reachable, or not. */
  public void setAvailable(boolean available) {
    availability.set(available);
  }

  @Override
  public synchronized Spending spend(Charge charge) {
    availability.check("spend");
    Instant now = clock.instant();
    List<Level> levels =
        charge.buckets().stream().map(it -> level(it, charge.partition(), now)).toList();
    List<Level> lacking =
        levels.stream().filter(it -> it.lacks(charge.cost()).isPositive()).toList();
    if (!lacking.isEmpty()) {
      Level longest =
          lacking.stream().max(Comparator.comparing(it -> it.lacks(charge.cost()))).orElseThrow();
      return new Refused(longest.limit(), longest.lacks(charge.cost()), standings(levels));
    }
    List<Level> charged = new ArrayList<>();
    for (Level level : levels) {
      Level after = level.after(charge.cost());
      fullAgain.put(after.key(), now.plus(after.missing()));
      charged.add(after);
    }
    return new Admitted(standings(charged));
  }

  private Level level(Bucket bucket, String partition, Instant now) {
    Key key = new Key(partition, bucket.limit().name(), bucket.subject());
    Duration missing = Duration.between(now, fullAgain.getOrDefault(key, now));
    RateLimit limit = bucket.limit();
    if (missing.isNegative()) {
      return new Level(key, limit, Duration.ZERO);
    }
    if (missing.compareTo(limit.capacity()) <= 0) {
      return new Level(key, limit, missing);
    }
    // Another limit held it, or the clock went back: it is empty, and comes back from now on.
    fullAgain.put(key, now.plus(limit.capacity()));
    return new Level(key, limit, limit.capacity());
  }

  private static List<Standing> standings(List<Level> levels) {
    return levels.stream().map(Level::standing).toList();
  }

  private record Key(String partition, String limit, String subject) {}

  /**
   * What is in a bucket.
   *
   * @param missing how long until it is full
   */
  private record Level(Key key, RateLimit limit, Duration missing) {

    Level after(int cost) {
      return new Level(key, limit, missing.plus(limit.interval().multipliedBy(cost)));
    }

    /** How long until that much is there; positive where it is not. */
    Duration lacks(int cost) {
      return after(cost).missing.minus(limit.capacity());
    }

    Standing standing() {
      Duration there = limit.capacity().minus(missing);
      return new Standing(limit, (int) there.dividedBy(limit.interval()), missing);
    }
  }
}
