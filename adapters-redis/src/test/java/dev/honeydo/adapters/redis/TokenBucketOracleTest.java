package dev.honeydo.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Charge;
import dev.honeydo.application.port.RateLimit;
import dev.honeydo.application.port.RateLimiter.Admitted;
import dev.honeydo.application.port.RateLimiter.Refused;
import dev.honeydo.application.port.Standing;
import dev.honeydo.contracts.TestClock;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * GCRA and a token bucket that is refilled evenly are one algorithm told in two ways: ours agrees
 * with Bucket4j's on every answer, whatever arrives when.
 */
final class TokenBucketOracleTest {

  @ParameterizedTest
  @CsvSource({"5,60", "3,3600", "30,60", "600,60", "1,1", "1000,1", "7,7", "250,86400"})
  void everyAnswerIsThatOfATokenBucket(int quota, int seconds) {
    Random random = new Random(quota * 31L + seconds);
    RateLimit limit = new RateLimit("limit", quota, Duration.ofSeconds(seconds));
    TestClock clock = new TestClock(Instant.parse("2026-11-20T20:07:03Z"));
    LocalRateLimiter ours = new LocalRateLimiter(clock, () -> 1);
    Bucket oracle =
        Bucket.builder()
            .addLimit(it -> it.capacity(quota).refillGreedy(quota, limit.window()))
            .withCustomTimePrecision(meter(clock))
            .build();
    int refusals = 0;
    for (int arrival = 0; arrival < 20_000; arrival++) {
      clock.elapse(gap(random, limit));
      int cost = 1 + (random.nextInt(5) == 0 ? random.nextInt(quota) : 0);
      Charge charge =
          new Charge(
              "partition", List.of(new dev.honeydo.application.port.Bucket(limit, "ada")), cost);
      ConsumptionProbe expected = oracle.tryConsumeAndReturnRemaining(cost);
      switch (ours.spend(charge)) {
        case Admitted(List<Standing> standings) -> {
          assertThat(expected.isConsumed()).isTrue();
          assertThat((long) standings.getFirst().remaining())
              .isEqualTo(expected.getRemainingTokens());
          assertThat(standings.getFirst().reset().toNanos())
              .isEqualTo(expected.getNanosToWaitForReset());
        }
        case Refused(_, Duration retryAfter, _) -> {
          refusals++;
          assertThat(expected.isConsumed()).isFalse();
          assertThat(retryAfter.toNanos()).isEqualTo(expected.getNanosToWaitForRefill());
        }
      }
    }
    assertThat(refusals).isBetween(1_000, 19_000);
  }

  /** Nothing, a part of an interval, exactly one, or a good while. */
  private static Duration gap(Random random, RateLimit limit) {
    long interval = LocalRateLimiter.micros(limit.interval());
    return LocalRateLimiter.micros(
        switch (random.nextInt(5)) {
          case 0 -> 0;
          case 1 -> interval;
          case 2 -> random.nextLong(interval * Math.min(20, limit.quota()) * 2);
          default -> random.nextLong(interval);
        });
  }

  private static TimeMeter meter(TestClock clock) {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        return Duration.between(Instant.EPOCH, clock.instant()).toNanos();
      }

      @Override
      public boolean isWallClockBased() {
        return true;
      }
    };
  }
}
