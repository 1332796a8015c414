package dev.honeydo.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class MomentsTest {

  @Test
  void instantsAreCutToMilliseconds() {
    assertThat(Moments.of(Instant.parse("2026-11-20T20:07:03.120999999Z")))
        .isEqualTo(Instant.parse("2026-11-20T20:07:03.120Z"));
  }

  @Test
  void instantsBefore1970AreCutBackwardsToo() {
    assertThat(Moments.of(Instant.parse("1969-12-31T23:59:59.999999999Z")))
        .isEqualTo(Instant.parse("1969-12-31T23:59:59.999Z"));
  }

  @Test
  void theYearsAre0To9999() {
    assertThat(Moments.of(Moments.EARLIEST)).isEqualTo(Moments.EARLIEST);
    assertThat(Moments.of(Moments.LATEST)).isEqualTo(Moments.LATEST);
    assertThat(Moments.of(Instant.parse("9999-12-31T23:59:59.999999999Z")))
        .isEqualTo(Moments.LATEST);
    assertRefused(Moments.EARLIEST.minusNanos(1));
    assertRefused(Moments.LATEST.plusMillis(1));
    assertRefused(Instant.MIN);
    assertRefused(Instant.MAX);
  }

  private static void assertRefused(Instant instant) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> Moments.of(instant))
        .satisfies(thrown -> assertThat(thrown.violation()).isEqualTo(Violation.OUT_OF_RANGE));
  }
}
