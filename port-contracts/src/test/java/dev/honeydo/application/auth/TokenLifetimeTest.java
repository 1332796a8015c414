package dev.honeydo.application.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenLifetimeTest {

  @ParameterizedTest
  @ValueSource(strings = {"PT1S", "PT2S", "PT29M59S", "PT30M"})
  void aTokenCanLiveThatLong(String text) {
    Duration value = Duration.parse(text);
    assertThat(new TokenLifetime(value).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-1S", "PT0S", "PT1.5S", "PT30M1S", "PT24H"})
  void aTokenCannotLiveThatLong(String text) {
    Duration value = Duration.parse(text);
    assertThatIllegalArgumentException().isThrownBy(() -> new TokenLifetime(value));
  }
}
