package dev.honeydo.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Bucket;
import dev.honeydo.application.port.Charge;
import dev.honeydo.application.port.RateLimit;
import dev.honeydo.application.port.RateLimiter;
import dev.honeydo.application.port.RateLimiter.Admitted;
import dev.honeydo.application.port.RateLimiter.Refused;
import dev.honeydo.application.port.RateLimiter.Spending;
import dev.honeydo.contracts.Race;
import dev.honeydo.contracts.RateLimiterContract;
import dev.honeydo.contracts.TestClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LocalRateLimiterTest implements RateLimiterContract {
  private static final Duration MICROSECOND = Duration.ofNanos(1_000);

  private final TestClock clock = new TestClock();
  private final LocalRateLimiter limiter = new LocalRateLimiter(clock, () -> 1);

  @Override
  public RateLimiter limiter() {
    return limiter;
  }

  @Override
  public RateLimiter anotherView() {
    return limiter;
  }

  @Override
  public Optional<RateLimiter> unreachable() {
    return Optional.empty();
  }

  @Override
  public void elapse(Duration time) {
    clock.elapse(time);
  }

  @ParameterizedTest
  @CsvSource({"5,60", "3,3600", "7,60", "1,1", "1000000,86400", "1,86400"})
  void aUnitIsBackAtTheMicrosecondThatWasTold(int quota, int seconds) {
    RateLimit limit = new RateLimit("limit", quota, Duration.ofSeconds(seconds));
    exhaust(limit, "ada");
    Refused refused = refused(limiter, charge(limit, "ada", 1));
    assertThat(refused.retryAfter()).isEqualTo(limit.interval());
    elapse(limit.interval().minus(MICROSECOND));
    assertThat(refused(limiter, charge(limit, "ada", 1)).retryAfter()).isEqualTo(MICROSECOND);
    elapse(MICROSECOND);
    assertThat(remaining(limiter, charge(limit, "ada", 1))).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void inNoStretchOfTimeIsMoreAdmittedThanTheLimitAllows(long seed) {
    Random random = new Random(seed);
    int quota = 1 + random.nextInt(20);
    RateLimit limit = new RateLimit("limit", quota, Duration.ofSeconds(1 + random.nextInt(100)));
    Deque<Long> admitted = new ArrayDeque<>();
    long now = 0;
    for (int arrival = 0; arrival < 5_000; arrival++) {
      long gap = random.nextLong(2 * LocalRateLimiter.micros(limit.interval()));
      gap = random.nextInt(4) == 0 ? gap : 0;
      elapse(LocalRateLimiter.micros(gap));
      now += gap;
      if (limiter.spend(charge(limit, "ada", 1)) instanceof Admitted) {
        admitted.addLast(now);
      }
      // The quota at once, and one more for each interval.
      int nth = 0;
      for (long at : admitted.reversed()) {
        nth++;
        assertThat((long) nth)
            .isLessThanOrEqualTo(quota + (now - at) / LocalRateLimiter.micros(limit.interval()));
      }
      if (admitted.size() > 3L * quota) {
        admitted.removeFirst();
      }
    }
    assertThat(admitted).hasSizeGreaterThan(quota);
  }

  @Test
  void aClockThatGoesBackEmptiesABucketAtTheMost() {
    exhaust(FIVE, "ada");
    elapse(Duration.ofDays(-3));
    assertThat(refused(limiter, charge(FIVE, "ada", 1)).retryAfter()).isEqualTo(INTERVAL);
    elapse(INTERVAL);
    assertThat(remaining(limiter, charge(FIVE, "ada", 1))).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 200})
  void ofManyThreadsExactlyTheQuotaIsAdmitted(int quota) {
    RateLimit limit = new RateLimit("limit", quota, Duration.ofHours(1));
    List<Spending> answers = Race.run(500, _ -> limiter.spend(charge(limit, "ada", 1)));
    assertThat(answers).filteredOn(Admitted.class::isInstance).hasSize(quota);
  }

  @Test
  void bucketsAreBoundedAndGoWhenTheyAreFullAgain() {
    for (int i = 0; i < 120_000; i++) {
      var _ = admitted(limiter, charge(FIVE, "client-" + i, 1));
    }
    assertThat(limiter.size()).isEqualTo(100_000);
    elapse(INTERVAL);
    assertThat(limiter.size()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1,10", "2,5", "3,3", "10,1", "11,1", "1000,1"})
  void eachOfSeveralInstancesHasItsShareButOneAtLeast(int instances, int share) {
    RateLimiter own = new LocalRateLimiter(clock, () -> instances);
    RateLimit ten = new RateLimit("ten", 10, Duration.ofHours(1));
    var first = admitted(own, charge(ten, "ada", 1)).getFirst();
    assertThat(first.limit()).isEqualTo(new RateLimit("ten", share, Duration.ofHours(1)));
    assertThat(first.remaining()).isEqualTo(share - 1);
    var rest = new Charge("partition", List.of(new Bucket(ten, "ada")), 1);
    for (int spent = 1; spent < share; spent++) {
      var _ = admitted(own, rest);
    }
    var _ = refused(own, rest);
  }

  @Test
  void aCostThatIsMoreThanTheShareTakesAllOfIt() {
    RateLimiter own = new LocalRateLimiter(clock, () -> 5);
    assertThat(remaining(own, charge(FIVE, "ada", 4))).isZero();
    var _ = refused(own, charge(FIVE, "ada", 4));
  }
}
