package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.domain.auth.Epoch;
import dev.honeydo.domain.auth.TokenId;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What has run out is forgotten, and nothing else. */
interface RevokedTokensPurging extends RevokedTokensSubject {
  /** How long tokens are revoked here. */
  Duration HOUR = Duration.ofHours(1);

  @Test
  @DisplayName("REVOKED-30 purging makes no token good whose time has not run out")
  default void purgesNothingLive() {
    UserId owner = Specimens.userId();
    TokenId token = revoked(owner, HOUR);
    elapse(HOUR.minusMillis(1));
    purge(100);
    assertThat(isRevoked(owner, token)).isTrue();
  }

  @Test
  @DisplayName("REVOKED-31 purging forgets what has run out, for good though the clock goes back")
  default void purgesForGood() {
    UserId owner = Specimens.userId();
    TokenId token = revoked(owner, HOUR);
    elapse(HOUR);
    purge(100);
    elapse(HOUR.negated());
    assertThat(isRevoked(owner, token)).isFalse();
  }

  @Test
  @DisplayName(
      "REVOKED-32 purging a few at a time comes to an end, and leaves none that has run out")
  default void purgesToTheLast() {
    UserId owner = Specimens.userId();
    List<TokenId> tokens = Stream.generate(() -> revoked(owner, HOUR)).limit(12).toList();
    elapse(HOUR);
    purge(1);
    elapse(HOUR.negated());
    assertThat(tokens).noneMatch(it -> isRevoked(owner, it));
  }

  @Test
  @DisplayName("REVOKED-33 purging is complete at once where nothing has run out")
  default void purgesNothing() {
    var _ = revoked(Specimens.userId(), HOUR);
    purge(100);
    assertThat(revokedTokens().purge(100)).isEqualTo(new Purge(true));
  }

  @Test
  @DisplayName("REVOKED-34 purging leaves epochs alone")
  default void purgesNoEpoch() {
    UserId owner = Specimens.userId();
    Epoch given = revokedTokens().advance(owner).epoch();
    var _ = revoked(owner, HOUR);
    elapse(Duration.ofDays(400));
    purge(100);
    assertThat(revokedTokens().epoch(owner)).isEqualTo(given);
  }

  @Test
  @DisplayName("REVOKED-35 a token that was forgotten can be revoked again")
  default void revokesWhatWasPurged() {
    UserId owner = Specimens.userId();
    TokenId token = revoked(owner, HOUR);
    elapse(HOUR);
    purge(100);
    var _ = revokedTokens().revoke(owner, token, now().plusMillis(1));
    assertThat(isRevoked(owner, token)).isTrue();
  }

  @Test
  @DisplayName("REVOKED-36 what is revoked again while others purge stays revoked")
  default void losesNothingToPurging() {
    RevokedTokens other = anotherView();
    Race.repeat(
        rounds(),
        () -> {
          UserId owner = Specimens.userId();
          List<TokenId> tokens = Stream.generate(() -> revoked(owner, HOUR)).limit(4).toList();
          elapse(HOUR);
          var _ =
              Race.run(
                  8,
                  number ->
                      number % 2 == 0
                          ? other.purge(100)
                          : revokedTokens()
                              .revoke(owner, tokens.get(number / 2), now().plus(HOUR)));
          assertThat(tokens).allMatch(it -> isRevoked(owner, it));
        });
  }

  private void purge(int most) {
    Purges.run(() -> revokedTokens().purge(most));
  }
}
