package dev.honeydo.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RateLimitTest {
  private static final RateLimit FIVE = new RateLimit("five", 5, Duration.ofMinutes(1));
  private static final RateLimit THREE = new RateLimit("three", 3, Duration.ofMinutes(1));

  @ParameterizedTest
  @CsvSource({
    "5,60,PT12S,PT1M",
    "600,60,PT0.1S,PT1M",
    "1000000,1,PT0.000001S,PT1S",
    "1,86400,P1D,P1D",
    "7,60,PT8.571429S,PT60.000003S",
  })
  void aUnitComesBackInWholeMicroseconds(
      int quota, int seconds, Duration interval, Duration capacity) {
    RateLimit limit = new RateLimit("limit", quota, Duration.ofSeconds(seconds));
    assertThat(limit.interval()).isEqualTo(interval);
    assertThat(limit.capacity()).isEqualTo(capacity);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "A", "a b", "a\"", "-a", "1", "é", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
  void aNameIsOfSmallLettersAndHyphens(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RateLimit(name, 1, Duration.ofMinutes(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT0.5S", "PT1.5S", "PT24H0M1S"})
  void aWindowIsOfWholeSecondsUpToADay(Duration window) {
    assertThatIllegalArgumentException().isThrownBy(() -> new RateLimit("limit", 1, window));
  }

  @ParameterizedTest
  @CsvSource({"1,5", "2,2", "5,1", "6,1"})
  void aShareIsOneAtLeast(int parts, int quota) {
    assertThat(FIVE.dividedBy(parts))
        .isEqualTo(new RateLimit("five", quota, Duration.ofMinutes(1)));
  }

  @ParameterizedTest
  @CsvSource({"5,0,0", "4,12,12", "4,0.000001,0.000001", "0,60,12", "0,48.5,0.5", "2,30,6"})
  void theNextUnitIsBackWhenWhatIsMissingBeyondTheOthersIs(
      int remaining, double reset, double next) {
    Standing standing = new Standing(FIVE, remaining, seconds(reset));
    assertThat(standing.next()).isEqualTo(seconds(next));
  }

  private static Duration seconds(double seconds) {
    return Duration.ofNanos(Math.round(seconds * 1e6) * 1_000);
  }

  @Test
  void aStandingIsWithinItsLimit() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Standing(FIVE, 6, Duration.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> new Standing(FIVE, -1, Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Standing(FIVE, 1, Duration.ofNanos(-1)));
  }

  @Test
  void aChargeIsToOneBucketOrMoreOfDifferentLimitsAndNoneTooSmall() {
    Bucket five = new Bucket(FIVE, "ada");
    Bucket three = new Bucket(THREE, "ada");
    assertThat(new Charge("p", List.of(five, three), 3).buckets()).containsExactly(five, three);
    assertThatIllegalArgumentException().isThrownBy(() -> new Charge("p", List.of(five, three), 4));
    assertThatIllegalArgumentException().isThrownBy(() -> new Charge("p", List.of(five), -1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Charge("p", List.of(), 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Charge("p", List.of(five, new Bucket(FIVE, "bob")), 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Charge("", List.of(five), 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Charge("p".repeat(513), List.of(five), 1));
  }

  @Test
  void aSubjectHasAtMost512CharactersAndIsNotPrinted() {
    assertThat(new Bucket(FIVE, "a".repeat(512)).subject()).hasSize(512);
    assertThatIllegalArgumentException().isThrownBy(() -> new Bucket(FIVE, "a".repeat(513)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Bucket(FIVE, ""));
    assertThat(new Charge("ada@p", List.of(new Bucket(FIVE, "ada@b")), 1).toString())
        .doesNotContain("ada");
  }
}
