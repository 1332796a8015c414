package dev.honeydo.domain.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.honeydo.domain.InvalidValue;
import dev.honeydo.domain.Violation;
import dev.honeydo.domain.user.UserId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SecretsTest {
  private static final String SECRET = "hunter2".repeat(6) + "A";

  static List<Object> secrets() {
    return List.of(
        new RawPassword(SECRET),
        NewPassword.of(SECRET),
        new PasswordHash(SECRET),
        new AccessToken(SECRET),
        new RefreshToken(SECRET),
        new SessionTokenHash(SECRET),
        new SessionToken(new UserId(new UUID(1, 2)), SECRET));
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void aSecretSaysNothingOfItself(Object secret) {
    assertThat(secret.toString())
        .doesNotContain("hunter2")
        .isEqualTo(secret.getClass().getSimpleName() + "[redacted]");
  }

  @Test
  void aPasswordThatIsPresentedHas1To256CodePoints() {
    String bee = "\uD83D\uDC1D";
    assertThat(new RawPassword("a").value()).isEqualTo("a");
    assertThat(new RawPassword(bee.repeat(256)).value()).hasSize(512);
    assertRefused("", Violation.REQUIRED);
    assertRefused("a".repeat(257), Violation.TOO_LONG);
  }

  @Test
  void aPasswordThatIsChosenHas8To256CodePoints() {
    String bee = "\uD83D\uDC1D";
    assertThat(NewPassword.of(bee.repeat(8)).raw().value()).hasSize(16);
    assertThat(NewPassword.of("a".repeat(256)).raw().value()).hasSize(256);
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> NewPassword.of(bee.repeat(7)))
        .satisfies(thrown -> assertThat(thrown.violation()).isEqualTo(Violation.TOO_SHORT));
  }

  @Test
  void aPasswordIsKeptToTheByte() {
    assertThat(NewPassword.of("  \0e\u0301  \n ").raw().value()).isEqualTo("  \0e\u0301  \n ");
  }

  @Test
  void aLabelHas1To100CodePoints() {
    assertThat(new DeviceLabel(" my laptop ").value()).isEqualTo("my laptop");
    assertThat(new DeviceLabel("a".repeat(100)).value()).hasSize(100);
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new DeviceLabel(" "));
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new DeviceLabel("a".repeat(101)));
  }

  private static void assertRefused(String password, Violation violation) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new RawPassword(password))
        .satisfies(thrown -> assertThat(thrown.violation()).isEqualTo(violation));
  }
}
