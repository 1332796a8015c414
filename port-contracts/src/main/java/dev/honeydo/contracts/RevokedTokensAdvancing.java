package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.domain.auth.Epoch;
import dev.honeydo.domain.auth.TokenId;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each owner's epoch goes on, one at a time, and never back. */
interface RevokedTokensAdvancing extends RevokedTokensSubject {

  @Test
  @DisplayName("REVOKED-15 who has never advanced it is in the first epoch")
  default void beginsWithTheFirst() {
    assertThat(revokedTokens().epoch(Specimens.userId())).isEqualTo(Epoch.FIRST);
  }

  @Test
  @DisplayName("REVOKED-16 a token stands in the first epoch until its owner advances it")
  default void standsInTheFirst() {
    assertThat(revokedTokens().standing(Specimens.userId(), Specimens.tokenId()).epoch())
        .isEqualTo(Epoch.FIRST);
  }

  @Test
  @DisplayName("REVOKED-17 advancing gives the epoch that comes next")
  default void advances() {
    UserId owner = Specimens.userId();
    Epoch first = advance(owner);
    assertThat(first).isEqualTo(Epoch.FIRST.next());
    assertThat(advance(owner)).isEqualTo(first.next());
  }

  @Test
  @DisplayName("REVOKED-18 the owner's epoch is the one that advancing gave")
  default void keepsEpoch() {
    UserId owner = Specimens.userId();
    Epoch given = advance(owner);
    assertThat(revokedTokens().epoch(owner)).isEqualTo(given);
  }

  @Test
  @DisplayName("REVOKED-19 a token stands in the epoch that advancing gave")
  default void standsInTheEpoch() {
    UserId owner = Specimens.userId();
    Epoch given = advance(owner);
    assertThat(revokedTokens().standing(owner, Specimens.tokenId()).epoch()).isEqualTo(given);
  }

  @Test
  @DisplayName("REVOKED-20 advancing one owner's epoch leaves those of others alone")
  default void advancesOneOnly() {
    UserId other = Specimens.userId();
    Epoch given = advance(other);
    var _ = advance(Specimens.userId());
    assertThat(revokedTokens().epoch(other)).isEqualTo(given);
  }

  @Test
  @DisplayName("REVOKED-21 another view is in the new epoch at once")
  default void showsEpochToOthers() {
    RevokedTokens other = anotherView();
    UserId owner = Specimens.userId();
    Epoch _ = other.epoch(owner);
    Epoch given = advance(owner);
    assertThat(other.epoch(owner)).isEqualTo(given);
  }

  @Test
  @DisplayName("REVOKED-22 another view advances what was advanced here")
  default void advancesTogether() {
    UserId owner = Specimens.userId();
    Epoch given = advance(owner);
    assertThat(anotherView().advance(owner).epoch()).isEqualTo(given.next());
  }

  @Test
  @DisplayName("REVOKED-23 a standing says both, that a token is revoked and the owner's epoch")
  default void standsForBoth() {
    UserId owner = Specimens.userId();
    TokenId token = revoked(owner, Duration.ofMinutes(30));
    Epoch given = advance(owner);
    assertThat(anotherView().standing(owner, token))
        .isEqualTo(new RevokedTokens.Standing(true, given));
  }

  @Test
  @DisplayName("REVOKED-24 advancing revokes no token by itself, and makes none good")
  default void revokesNothingByAdvancing() {
    UserId owner = Specimens.userId();
    TokenId token = revoked(owner, Duration.ofMinutes(30));
    var _ = advance(owner);
    assertThat(isRevoked(owner, token)).isTrue();
    assertThat(isRevoked(owner, Specimens.tokenId())).isFalse();
  }

  @Test
  @DisplayName("REVOKED-25 revoking a token leaves the owner's epoch alone")
  default void advancesNothingByRevoking() {
    UserId owner = Specimens.userId();
    Epoch given = advance(owner);
    var _ = revoked(owner, Duration.ofMinutes(30));
    assertThat(revokedTokens().epoch(owner)).isEqualTo(given);
  }

  @Test
  @DisplayName("REVOKED-26 an epoch outlives every token, and goes on from there")
  default void outlivesTokens() {
    UserId owner = Specimens.userId();
    Epoch given = advance(owner);
    elapse(Duration.ofDays(400));
    assertThat(revokedTokens().epoch(owner)).isEqualTo(given);
    assertThat(advance(owner)).isEqualTo(given.next());
  }

  @Test
  @DisplayName("REVOKED-27 of many that advance one epoch at once each gets one of their own")
  default void advancesForEach() {
    RevokedTokens other = anotherView();
    Race.repeat(
        rounds(),
        () -> {
          UserId owner = Specimens.userId();
          assertThat(raceToAdvance(other, owner)).doesNotHaveDuplicates();
        });
  }

  @Test
  @DisplayName("REVOKED-28 when many have advanced an epoch it is the last that one of them got")
  default void endsWithTheLast() {
    RevokedTokens other = anotherView();
    Race.repeat(
        rounds(),
        () -> {
          UserId owner = Specimens.userId();
          List<Epoch> given = raceToAdvance(other, owner);
          assertThat(revokedTokens().epoch(owner))
              .isEqualTo(given.stream().max(Epoch::compareTo).orElseThrow());
        });
  }

  @Test
  @DisplayName("REVOKED-29 of a revocation and an advance at once neither is lost")
  default void keepsRevocationAndAdvance() {
    RevokedTokens other = anotherView();
    Race.repeat(
        rounds(),
        () -> {
          UserId owner = Specimens.userId();
          TokenId token = Specimens.tokenId();
          List<Object> results =
              Race.run(
                  2,
                  number ->
                      number == 0
                          ? revokedTokens().revoke(owner, token, now().plusSeconds(60))
                          : other.advance(owner));
          assertThat(results)
              .containsExactly(
                  new RevokedTokens.Revocation(), new RevokedTokens.Advance(Epoch.FIRST.next()));
          assertThat(revokedTokens().standing(owner, token))
              .isEqualTo(new RevokedTokens.Standing(true, Epoch.FIRST.next()));
        });
  }

  private List<Epoch> raceToAdvance(RevokedTokens other, UserId owner) {
    return Race.run(number -> (number % 2 == 0 ? revokedTokens() : other).advance(owner).epoch());
  }

  private Epoch advance(UserId owner) {
    return revokedTokens().advance(owner).epoch();
  }
}
