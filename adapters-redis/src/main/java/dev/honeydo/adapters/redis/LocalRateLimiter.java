package dev.honeydo.adapters.redis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.honeydo.application.port.Bucket;
import dev.honeydo.application.port.Charge;
import dev.honeydo.application.port.RateLimit;
import dev.honeydo.application.port.RateLimiter;
import dev.honeydo.application.port.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/**
 * Limits within this process, each divided by the number of processes that there are.
 *
 * <p>GCRA, as {@link RedisRateLimiter} has it: of each bucket it is kept when it will be full
 * again, in microseconds, until then. There are {@value #MOST_BUCKETS} at the most; should there be
 * more, those go that are seldom charged. The buckets of a partition are charged under one lock.
 */
final class LocalRateLimiter implements RateLimiter {
  private static final int MOST_BUCKETS = 100_000;
  private static final int LOCKS = 64;

  private final InstantSource clock;
  private final IntSupplier instances;
  private final Cache<Key, Long> fullAgain;
  private final List<Lock> locks = Stream.<Lock>generate(ReentrantLock::new).limit(LOCKS).toList();

  /**
   * Has counted nothing yet.
   *
   * @param instances how many processes share the limits, at least 1
   */
  LocalRateLimiter(InstantSource clock, IntSupplier instances) {
    this.clock = clock;
    this.instances = instances;
    this.fullAgain =
        Caffeine.newBuilder()
            .maximumSize(MOST_BUCKETS)
            .executor(Runnable::run)
            .ticker(() -> TimeUnit.MICROSECONDS.toNanos(now()))
            .expireAfter(Expiry.<Key, Long>writing((_, at) -> micros(at - now())))
            .build();
  }

  @Override
  public Spending spend(Charge whole) {
    Charge charge = share(whole);
    Lock lock = locks.get(Math.floorMod(charge.partition().hashCode(), LOCKS));
    lock.lock();
    try {
      return locked(charge);
    } finally {
      lock.unlock();
    }
  }

  /** How many buckets are kept. */
  long size() {
    fullAgain.cleanUp();
    return fullAgain.estimatedSize();
  }

  private Charge share(Charge whole) {
    int instances = this.instances.getAsInt();
    if (instances == 1) {
      return whole;
    }
    List<Bucket> buckets =
        whole.buckets().stream()
            .map(it -> new Bucket(it.limit().dividedBy(instances), it.subject()))
            .toList();
    int most = buckets.stream().mapToInt(it -> it.limit().quota()).min().orElseThrow();
    return new Charge(whole.partition(), buckets, Math.min(whole.cost(), most));
  }

  private Spending locked(Charge charge) {
    long now = now();
    List<Level> levels = charge.buckets().stream().map(it -> level(it, charge, now)).toList();
    Level last = levels.getFirst();
    for (Level level : levels) {
      last = level.lacks(charge.cost()) > last.lacks(charge.cost()) ? level : last;
    }
    if (last.lacks(charge.cost()) > 0) {
      return new Refused(last.limit(), micros(last.lacks(charge.cost())), standings(levels));
    }
    if (charge.cost() == 0) {
      return new Admitted(standings(levels));
    }
    List<Level> charged = new ArrayList<>(levels.size());
    for (Level level : levels) {
      Level after = level.after(charge.cost());
      fullAgain.put(after.key(), now + after.missing());
      charged.add(after);
    }
    return new Admitted(standings(charged));
  }

  private Level level(Bucket bucket, Charge charge, long now) {
    RateLimit limit = bucket.limit();
    Key key = new Key(charge.partition(), limit.name(), bucket.subject());
    Long at = fullAgain.getIfPresent(key);
    long missing = at == null ? 0 : Math.max(0, at - now);
    long capacity = micros(limit.capacity());
    if (missing > capacity) {
      // Another limit held it, or the clock went back: it is empty, and comes back from now on.
      fullAgain.put(key, now + capacity);
      return new Level(key, limit, capacity);
    }
    return new Level(key, limit, missing);
  }

  private static List<Standing> standings(List<Level> levels) {
    return levels.stream().map(it -> standing(it.limit(), it.missing())).toList();
  }

  /** How a bucket stands that will be full in so many microseconds. */
  static Standing standing(RateLimit limit, long missing) {
    long there = micros(limit.capacity()) - missing;
    return new Standing(limit, Math.toIntExact(there / micros(limit.interval())), micros(missing));
  }

  static long micros(Duration duration) {
    return duration.toNanos() / 1_000;
  }

  static Duration micros(long micros) {
    return Duration.ofNanos(Math.multiplyExact(micros, 1_000));
  }

  private long now() {
    Instant now = clock.instant();
    return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
  }

  private record Key(String partition, String limit, String subject) {}

  /**
   * What is in a bucket.
   *
   * @param missing how many microseconds until it is full
   */
  private record Level(Key key, RateLimit limit, long missing) {

    Level after(int cost) {
      return new Level(key, limit, missing + cost * micros(limit.interval()));
    }

    /** How many microseconds until that much is there; positive where it is not. */
    long lacks(int cost) {
      return after(cost).missing - micros(limit.capacity());
    }
  }
}
