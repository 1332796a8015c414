package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionTokenHash;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A session gets another key: the new token opens it, the old one nothing. */
interface SessionsRekeying extends SessionsSubject {

  @Test
  @DisplayName("SESS-103 the new token finds a rekeyed session, which is as it was")
  default void rekeys() {
    Session session = opened(Specimens.userId());
    SessionTokenHash next = Specimens.tokenHash();
    assertThat(rekey(session, next)).isEqualTo(new Sessions.Rekeyed());
    assertThat(sessions().find(session.owner(), next)).contains(session);
  }

  @Test
  @DisplayName("SESS-104 the old token finds a rekeyed session no more")
  default void forgetsOldToken() {
    SessionTokenHash old = Specimens.tokenHash();
    Session session = opened(Specimens.userId(), old);
    assertThat(rekey(session, Specimens.tokenHash())).isEqualTo(new Sessions.Rekeyed());
    assertThat(sessions().find(session.owner(), old)).isEmpty();
  }

  @Test
  @DisplayName("SESS-105 another view finds a rekeyed session at once by its new token")
  default void showsNewTokenToOthers() {
    Sessions other = anotherView();
    Session session = opened(Specimens.userId());
    SessionTokenHash next = Specimens.tokenHash();
    assertThat(other.find(session.owner(), next)).isEmpty();
    assertThat(rekey(session, next)).isEqualTo(new Sessions.Rekeyed());
    assertThat(other.find(session.owner(), next)).contains(session);
  }

  @Test
  @DisplayName("SESS-106 another view finds a rekeyed session no more by its old token")
  default void hidesOldTokenFromOthers() {
    Sessions other = anotherView();
    SessionTokenHash old = Specimens.tokenHash();
    Session session = opened(Specimens.userId(), old);
    var _ = other.find(session.owner(), old);
    assertThat(rekey(session, Specimens.tokenHash())).isEqualTo(new Sessions.Rekeyed());
    assertThat(other.find(session.owner(), old)).isEmpty();
  }

  @Test
  @DisplayName("SESS-107 a rekeyed session stays listed as it was")
  default void listsRekeyed() {
    Session session = opened(Specimens.userId());
    assertThat(rekey(session, Specimens.tokenHash())).isEqualTo(new Sessions.Rekeyed());
    assertThat(sessions().list(session.owner())).containsExactly(session);
  }

  @Test
  @DisplayName("SESS-108 rekeying is no use: a session ends when it would have ended")
  default void putsOffNothingByRekeying() {
    Session session = opened(Specimens.userId());
    SessionTokenHash next = Specimens.tokenHash();
    elapse(session.idle().minusMillis(1));
    var _ = rekey(session, next);
    elapse(Duration.ofMillis(1));
    assertThat(sessions().find(session.owner(), next)).isEmpty();
  }

  @Test
  @DisplayName("SESS-109 what was never opened cannot be rekeyed, nor is it found then")
  default void rekeysNothingUnknown() {
    Session session = opened(Specimens.userId());
    SessionTokenHash next = Specimens.tokenHash();
    assertThat(sessions().rekey(session.owner(), Specimens.sessionId(), next))
        .isEqualTo(new Sessions.Gone());
    assertThat(sessions().find(session.owner(), next)).isEmpty();
  }

  @Test
  @DisplayName("SESS-110 somebody else's session cannot be rekeyed, and keeps its token")
  default void rekeysNothingOfOthers() {
    SessionTokenHash old = Specimens.tokenHash();
    Session session = opened(Specimens.userId(), old);
    assertThat(sessions().rekey(Specimens.userId(), session.id(), Specimens.tokenHash()))
        .isEqualTo(new Sessions.Gone());
    assertThat(sessions().find(session.owner(), old)).contains(session);
  }

  @Test
  @DisplayName("SESS-111 a session can be rekeyed one millisecond before it expires")
  default void rekeysUntilItExpires() {
    Session session = opened(Specimens.userId());
    elapse(session.idle().minusMillis(1));
    assertThat(rekey(session, Specimens.tokenHash())).isEqualTo(new Sessions.Rekeyed());
  }

  @Test
  @DisplayName("SESS-112 a session cannot be rekeyed from the instant it expires")
  default void rekeysNothingExpired() {
    Session session = opened(Specimens.userId());
    elapse(session.idle());
    assertThat(rekey(session, Specimens.tokenHash())).isEqualTo(new Sessions.Gone());
  }

  @Test
  @DisplayName("SESS-113 a revoked session cannot be rekeyed, and no token finds it")
  default void rekeysNothingRevoked() {
    Session session = opened(Specimens.userId());
    SessionTokenHash next = Specimens.tokenHash();
    assertThat(sessions().revoke(session.owner(), session.id())).isEqualTo(new Sessions.Revoked());
    assertThat(rekey(session, next)).isEqualTo(new Sessions.Gone());
    assertThat(sessions().find(session.owner(), next)).isEmpty();
  }

  @Test
  @DisplayName("SESS-114 rekeying one session leaves the tokens of the owner's others alone")
  default void rekeysOneOnly() {
    Session session = opened(Specimens.userId());
    SessionTokenHash token = Specimens.tokenHash();
    Session other = opened(session.owner(), token);
    assertThat(rekey(session, Specimens.tokenHash())).isEqualTo(new Sessions.Rekeyed());
    assertThat(sessions().find(session.owner(), token)).contains(other);
  }

  @Test
  @DisplayName("SESS-115 a rekeyed session that is revoked is not found by its new token")
  default void revokesRekeyed() {
    Session session = opened(Specimens.userId());
    SessionTokenHash next = Specimens.tokenHash();
    assertThat(rekey(session, next)).isEqualTo(new Sessions.Rekeyed());
    assertThat(sessions().revoke(session.owner(), session.id())).isEqualTo(new Sessions.Revoked());
    assertThat(sessions().find(session.owner(), next)).isEmpty();
  }

  @Test
  @DisplayName("SESS-116 of many that rekey one session at once one has the token that finds it")
  default void keepsOneTokenOfMany() {
    Sessions other = anotherView();
    Race.repeat(
        rounds(),
        () -> {
          Session session = opened(Specimens.userId());
          List<SessionTokenHash> tokens =
              Race.run(number -> {
                SessionTokenHash token = Specimens.tokenHash();
                Sessions view = number % 2 == 0 ? sessions() : other;
                assertThat(view.rekey(session.owner(), session.id(), token))
                    .isEqualTo(new Sessions.Rekeyed());
                return token;
              });
          assertThat(tokens)
              .filteredOn(token -> sessions().find(session.owner(), token).isPresent())
              .hasSize(1);
        });
  }

  @Test
  @DisplayName("SESS-117 no rekeying that is still on its way brings a revoked session back")
  default void rekeyingsBringNothingBack() {
    Sessions other = anotherView();
    Race.repeat(
        rounds(),
        () -> {
          Session session = opened(Specimens.userId());
          List<SessionTokenHash> tokens = Stream.generate(Specimens::tokenHash).limit(4).toList();
          var _ =
              Race.run(
                  4,
                  number ->
                      number == 0
                          ? sessions().revoke(session.owner(), session.id())
                          : other.rekey(session.owner(), session.id(), tokens.get(number)));
          assertThat(tokens)
              .allSatisfy(it -> assertThat(sessions().find(session.owner(), it)).isEmpty());
        });
  }

  private Sessions.Rekeying rekey(Session session, SessionTokenHash next) {
    return sessions().rekey(session.owner(), session.id(), next);
  }
}
