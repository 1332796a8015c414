package dev.honeydo.domain.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class RefreshFamilyTest {
  private static final Instant NOW = Instant.parse("2026-11-20T20:07:03.120Z");

  private final Session session =
      Session.open(
          new SessionId(new UUID(1, 2)),
          new UserId(new UUID(3, 4)),
          new Device(Optional.empty(), "", ""),
          AuthenticationMethod.PASSWORD,
          SessionLimits.DEFAULT,
          SessionData.NONE,
          NOW);
  private final RefreshFamily family =
      RefreshFamily.found(new FamilyId(new UUID(5, 6)), session, NOW);

  @Test
  void aFamilyBeginsAtLinkZeroAndEndsWithItsSession() {
    assertThat(family)
        .isEqualTo(
            new RefreshFamily(
                family.id(), session.owner(), session.id(), 0, NOW, session.endsAt()));
  }

  @Test
  void aFamilyIsLiveUntilItEnds() {
    assertThat(family.isLiveAt(family.endsAt().minusMillis(1))).isTrue();
    assertThat(family.isLiveAt(family.endsAt())).isFalse();
  }

  @Test
  void rotationAddsALinkAndKeepsTheRest() {
    Instant later = NOW.plus(Duration.ofMinutes(5));
    assertThat(family.rotated(later))
        .isEqualTo(
            new RefreshFamily(
                family.id(), family.owner(), family.session(), 1, later, family.endsAt()));
  }

  @Test
  void theLastLinkButOneMayBeReplayedForTenSeconds() {
    RefreshFamily third = family.rotated(NOW).rotated(NOW);
    Instant closing = NOW.plus(RefreshFamily.REPLAY_WINDOW);
    assertThat(RefreshFamily.REPLAY_WINDOW).isEqualTo(Duration.ofSeconds(10));
    assertThat(third.mayReplay(1, NOW)).isTrue();
    assertThat(third.mayReplay(1, closing)).isTrue();
    assertThat(third.mayReplay(1, closing.plusMillis(1))).isFalse();
  }

  @Test
  void noOtherLinkMayBeReplayed() {
    RefreshFamily third = family.rotated(NOW).rotated(NOW);
    assertThat(third.mayReplay(0, NOW)).isFalse();
    assertThat(third.mayReplay(2, NOW)).isFalse();
    assertThat(third.mayReplay(3, NOW)).isFalse();
  }

  @Test
  void linksAreCountedFromZero() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new RefreshFamily(
                family.id(), family.owner(), family.session(), -1, NOW, family.endsAt()));
    assertThat(new RefreshLink(family.id(), 0).counter()).isZero();
    assertThatIllegalArgumentException().isThrownBy(() -> new RefreshLink(family.id(), -1));
  }

  @Test
  void claimsAreInWholeSecondsAndInOrder() {
    TokenId id = new TokenId(new UUID(7, 8));
    AccessClaims claims =
        new AccessClaims(
            id, family.owner(), family.session(), Epoch.FIRST, NOW, NOW.plusSeconds(1));
    assertThat(claims.issuedAt()).isEqualTo(Instant.parse("2026-11-20T20:07:03Z"));
    assertThat(claims.expiresAt()).isEqualTo(Instant.parse("2026-11-20T20:07:04Z"));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new AccessClaims(
                id, family.owner(), family.session(), Epoch.FIRST, NOW, NOW.plusMillis(100)));
  }
}
