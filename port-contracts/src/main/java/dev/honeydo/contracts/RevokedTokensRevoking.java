package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.domain.auth.TokenId;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A revoked token is dead until it would be anyway, for its owner alone. */
interface RevokedTokensRevoking extends RevokedTokensSubject {
  /** How long tokens are revoked here: no whole number of seconds. */
  Duration TIME = Duration.ofMinutes(30).plusMillis(7);

  @Test
  @DisplayName("REVOKED-1 a token that nobody revoked is good")
  default void leavesTokensGood() {
    assertThat(isRevoked(Specimens.userId(), Specimens.tokenId())).isFalse();
  }

  @Test
  @DisplayName("REVOKED-2 a revoked token is revoked")
  default void revokes() {
    UserId owner = Specimens.userId();
    TokenId token = Specimens.tokenId();
    assertThat(revokedTokens().revoke(owner, token, now().plus(TIME)))
        .isEqualTo(new RevokedTokens.Revocation());
    assertThat(isRevoked(owner, token)).isTrue();
  }

  @Test
  @DisplayName("REVOKED-3 revoking one token leaves the owner's others good")
  default void revokesOneOnly() {
    UserId owner = Specimens.userId();
    var _ = revoked(owner, TIME);
    assertThat(isRevoked(owner, Specimens.tokenId())).isFalse();
  }

  @Test
  @DisplayName("REVOKED-4 a token is revoked for its owner alone")
  default void revokesForTheOwner() {
    TokenId token = revoked(Specimens.userId(), TIME);
    assertThat(isRevoked(Specimens.userId(), token)).isFalse();
  }

  @Test
  @DisplayName("REVOKED-5 a token is revoked one millisecond before it expires anyway")
  default void revokesUntil() {
    UserId owner = Specimens.userId();
    TokenId token = revoked(owner, TIME);
    elapse(TIME.minusMillis(1));
    assertThat(isRevoked(owner, token)).isTrue();
  }

  @Test
  @DisplayName("REVOKED-6 a revocation has run out from the instant until which it was made")
  default void runsOut() {
    UserId owner = Specimens.userId();
    TokenId token = revoked(owner, TIME);
    elapse(TIME);
    assertThat(isRevoked(owner, token)).isFalse();
  }

  @Test
  @DisplayName("REVOKED-7 revoking again until later lengthens the time")
  default void lengthens() {
    UserId owner = Specimens.userId();
    TokenId token = revoked(owner, TIME);
    var _ = revokedTokens().revoke(owner, token, now().plus(TIME).plusMillis(1));
    elapse(TIME);
    assertThat(isRevoked(owner, token)).isTrue();
    elapse(Duration.ofMillis(1));
    assertThat(isRevoked(owner, token)).isFalse();
  }

  @Test
  @DisplayName("REVOKED-8 revoking again until earlier does not shorten the time")
  default void neverShortens() {
    UserId owner = Specimens.userId();
    TokenId token = revoked(owner, TIME);
    var _ = revokedTokens().revoke(owner, token, now().plusMillis(1));
    elapse(TIME.minusMillis(2));
    assertThat(isRevoked(owner, token)).isTrue();
  }

  @Test
  @DisplayName("REVOKED-9 a token whose revocation has run out can be revoked again")
  default void revokesAnew() {
    UserId owner = Specimens.userId();
    TokenId token = revoked(owner, TIME);
    elapse(TIME.plusMillis(5));
    var _ = revokedTokens().revoke(owner, token, now().plusMillis(1));
    assertThat(isRevoked(owner, token)).isTrue();
  }

  @Test
  @DisplayName("REVOKED-10 revoking until now, when a token expires anyway, revokes nothing")
  default void revokesNothingExpired() {
    UserId owner = Specimens.userId();
    TokenId token = revoked(owner, Duration.ZERO);
    assertThat(isRevoked(owner, token)).isFalse();
  }

  @Test
  @DisplayName("REVOKED-11 another view sees at once that a token is revoked")
  default void showsRevocationToOthers() {
    RevokedTokens other = anotherView();
    UserId owner = Specimens.userId();
    TokenId token = Specimens.tokenId();
    var _ = other.standing(owner, token);
    var _ = revokedTokens().revoke(owner, token, now().plus(TIME));
    assertThat(other.standing(owner, token).revoked()).isTrue();
  }

  @Test
  @DisplayName("REVOKED-12 another view sees until when a token is revoked, to the millisecond")
  default void showsTheEndToOthers() {
    RevokedTokens other = anotherView();
    UserId owner = Specimens.userId();
    TokenId token = revoked(owner, TIME);
    var _ = other.revoke(owner, token, now().plusMillis(1));
    elapse(TIME.minusMillis(1));
    boolean before = other.standing(owner, token).revoked();
    elapse(Duration.ofMillis(1));
    assertThat(List.of(before, other.standing(owner, token).revoked()))
        .containsExactly(true, false);
  }

  @Test
  @DisplayName("REVOKED-13 of many that revoke one token at once the latest time counts")
  default void keepsLatestTime() {
    RevokedTokens other = anotherView();
    Race.repeat(
        rounds(),
        () -> {
          UserId owner = Specimens.userId();
          TokenId token = Specimens.tokenId();
          Instant start = now();
          var _ =
              Race.run(number ->
                  (number % 2 == 0 ? revokedTokens() : other)
                      .revoke(owner, token, start.plusMillis(10L * (Race.CONTENDERS - number))));
          elapse(Duration.ofMillis(10L * Race.CONTENDERS - 1));
          assertThat(isRevoked(owner, token)).isTrue();
        });
  }

  @Test
  @DisplayName("REVOKED-14 of many tokens of one owner that are revoked at once none is lost")
  default void losesNoRevocation() {
    RevokedTokens other = anotherView();
    UserId owner = Specimens.userId();
    List<TokenId> tokens =
        Race.run(number -> {
          TokenId token = Specimens.tokenId();
          var _ =
              (number % 2 == 0 ? revokedTokens() : other).revoke(owner, token, now().plus(TIME));
          return token;
        });
    assertThat(tokens).allSatisfy(it -> assertThat(isRevoked(owner, it)).isTrue());
  }
}
