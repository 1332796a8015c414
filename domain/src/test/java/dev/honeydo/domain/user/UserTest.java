package dev.honeydo.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.honeydo.domain.InvalidValue;
import dev.honeydo.domain.Version;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class UserTest {
  private static final Instant NOW = Instant.parse("2026-11-20T20:07:03.120Z");
  private static final UserName GRACE = new UserName("Grace");
  private static final EmailAddress ELSEWHERE = new EmailAddress("grace@example.org");

  private final User ada =
      new User(
          new UserId(new UUID(1, 2)),
          new UserName("Ada"),
          new EmailAddress("ada@example.org"),
          Role.ADMIN,
          true,
          true,
          NOW,
          NOW,
          new Version(3));

  @Test
  void whoRegistersIsNoAdminAndHasConfirmedNothing() {
    User user = User.register(ada.id(), ada.name(), ada.email(), NOW.plusNanos(999_999));
    assertThat(user)
        .isEqualTo(
            new User(
                ada.id(),
                ada.name(),
                ada.email(),
                Role.USER,
                false,
                false,
                NOW,
                NOW,
                Version.FIRST));
  }

  @Test
  void anotherNameIsOneVersionOn() {
    User edited = ada.edited(GRACE, ada.email(), NOW.plusMillis(1));
    assertThat(edited)
        .isEqualTo(
            new User(
                ada.id(),
                GRACE,
                ada.email(),
                Role.ADMIN,
                true,
                true,
                NOW,
                NOW.plusMillis(1),
                new Version(4)));
  }

  @Test
  void theSameNameAndAddressIsTheSameUser() {
    assertThat(ada.edited(ada.name(), ada.email(), NOW.plusSeconds(1))).isSameAs(ada);
  }

  @Test
  void anotherAddressIsNotConfirmed() {
    User edited = ada.edited(ada.name(), ELSEWHERE, NOW);
    assertThat(edited.email()).isEqualTo(ELSEWHERE);
    assertThat(edited.emailVerified()).isFalse();
  }

  @Test
  void noEditConfirmsAnAddress() {
    User newcomer = User.register(ada.id(), ada.name(), ada.email(), NOW);
    assertThat(newcomer.edited(GRACE, ada.email(), NOW).emailVerified()).isFalse();
  }

  @Test
  void theSameAddressInOtherLettersStaysConfirmed() {
    EmailAddress respelled = new EmailAddress("Ada@Example.org");
    User edited = ada.edited(ada.name(), respelled, NOW);
    assertThat(edited.email()).isEqualTo(respelled);
    assertThat(edited.emailVerified()).isTrue();
    assertThat(edited.version()).isEqualTo(new Version(4));
  }

  @Test
  void whenTheClockGoesBackTheLastChangeStays() {
    assertThat(ada.edited(GRACE, ada.email(), NOW.minusSeconds(1)).updatedAt()).isEqualTo(NOW);
  }

  @Test
  void nobodyChangesBeforeTheyRegister() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new User(
                ada.id(),
                ada.name(),
                ada.email(),
                Role.USER,
                false,
                false,
                NOW,
                NOW.minusMillis(1),
                Version.FIRST));
  }

  @Test
  void aNameHas1To100CodePoints() {
    assertThat(new UserName(" \uD83D\uDC1D ").value()).isEqualTo("\uD83D\uDC1D");
    assertThat(new UserName("\uD83D\uDC1D".repeat(100)).value()).hasSize(200);
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new UserName(" "));
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new UserName("a".repeat(101)));
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new UserName("a\nb"));
  }
}
