package dev.honeydo.domain.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.honeydo.domain.InvalidValue;
import dev.honeydo.domain.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SessionDataTest {

  @Test
  void dataHas4096BytesOfUtf8AtTheMost() {
    assertThat(new SessionData("{" + "a".repeat(4094) + "}").json()).hasSize(4096);
    assertThat(new SessionData("{" + "\uD83D\uDC1D".repeat(1023) + "}").json()).hasSize(2048);
    assertRefused("{" + "a".repeat(4095) + "}", Violation.TOO_LONG);
    assertRefused("{" + "\uD83D\uDC1D".repeat(1024) + "}", Violation.TOO_LONG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "1", " {}", "{} ", "{", "}"})
  void whatIsNoObjectIsRefused(String json) {
    assertRefused(json, Violation.INVALID_FORMAT);
  }

  @Test
  void nothingKeptIsAnEmptyObject() {
    assertThat(SessionData.NONE).isEqualTo(new SessionData("{}"));
  }

  private static void assertRefused(String json, Violation violation) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new SessionData(json))
        .satisfies(thrown -> assertThat(thrown.violation()).isEqualTo(violation));
  }
}
