package dev.honeydo.domain.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SessionTest {
  private static final Instant NOW = Instant.parse("2026-11-20T20:07:03.120Z");
  private static final SessionLimits LIMITS =
      new SessionLimits(Duration.ofHours(1), Duration.ofMinutes(90), 3);

  private final Session session = opened(LIMITS, NOW);

  @Test
  void anUnusedSessionExpiresWhenItWasIdleTooLong() {
    assertThat(session.expiresAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
    assertThat(session.isLiveAt(NOW.plus(Duration.ofHours(1)).minusMillis(1))).isTrue();
    assertThat(session.isLiveAt(NOW.plus(Duration.ofHours(1)))).isFalse();
  }

  @Test
  void useMovesItsEnd() {
    Session used = session.touched(NOW.plus(Duration.ofMinutes(20)));
    assertThat(used.lastAccessedAt()).isEqualTo(NOW.plus(Duration.ofMinutes(20)));
    assertThat(used.expiresAt()).isEqualTo(NOW.plus(Duration.ofMinutes(80)));
  }

  @Test
  void useNeverMovesItsEndBeyondTheLast() {
    Session used = session.touched(NOW.plus(Duration.ofMinutes(50)));
    assertThat(used.expiresAt()).isEqualTo(NOW.plus(Duration.ofMinutes(90)));
    assertThat(used.isLiveAt(NOW.plus(Duration.ofMinutes(90)).minusMillis(1))).isTrue();
    assertThat(used.isLiveAt(NOW.plus(Duration.ofMinutes(90)))).isFalse();
  }

  @Test
  void useNeverGoesBack() {
    Session used = session.touched(NOW.plusSeconds(60));
    assertThat(used.touched(NOW.plusSeconds(59))).isEqualTo(used);
    assertThat(session.touched(NOW.minusSeconds(1))).isEqualTo(session);
  }

  @Test
  void useIsWrittenDownOnceAMinute() {
    assertThat(session.needsTouchAt(NOW)).isFalse();
    assertThat(session.needsTouchAt(NOW.plus(Session.TOUCH_INTERVAL).minusMillis(1))).isFalse();
    assertThat(session.needsTouchAt(NOW.plus(Session.TOUCH_INTERVAL))).isTrue();
  }

  @Test
  void instantsAreCutToMilliseconds() {
    assertThat(opened(LIMITS, NOW.plusNanos(999_999)).createdAt()).isEqualTo(NOW);
    assertThat(session.touched(NOW.plusNanos(1_999_999)).lastAccessedAt())
        .isEqualTo(NOW.plusMillis(1));
  }

  @Test
  void aSessionIsOpenedUsedAndEndedInThatOrder() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(NOW.minusMillis(1), NOW.plusMillis(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> with(NOW, NOW));
    assertThat(with(NOW, NOW.plusMillis(1)).isLiveAt(NOW)).isTrue();
  }

  @Test
  void limitsArePositiveAndInOrder() {
    Duration hour = Duration.ofHours(1);
    assertThat(new SessionLimits(hour, hour, 1).perUser()).isOne();
    assertThatIllegalArgumentException().isThrownBy(() -> new SessionLimits(hour, hour, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SessionLimits(Duration.ZERO, hour, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SessionLimits(hour, hour.minusMillis(1), 1));
  }

  @Test
  void aUserAgentIsCutTo512CodePoints() {
    Device device = new Device(Optional.empty(), "\uD83D\uDC1D".repeat(513), "");
    assertThat(device.userAgent()).isEqualTo("\uD83D\uDC1D".repeat(512));
    assertThat(new Device(Optional.empty(), "a".repeat(512), "").userAgent()).hasSize(512);
    assertThat(new Device(Optional.empty(), "", "").userAgent()).isEmpty();
  }

  private Session with(Instant lastAccessedAt, Instant endsAt) {
    return new Session(
        session.id(),
        session.owner(),
        session.device(),
        session.method(),
        NOW,
        lastAccessedAt,
        session.idle(),
        endsAt,
        session.data());
  }

  private static Session opened(SessionLimits limits, Instant now) {
    return Session.open(
        new SessionId(new UUID(1, 2)),
        new UserId(new UUID(3, 4)),
        new Device(Optional.empty(), "curl", "127.0.0.1"),
        AuthenticationMethod.PASSWORD,
        limits,
        SessionData.NONE,
        now);
  }
}
