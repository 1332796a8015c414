package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionLimits;
import dev.honeydo.domain.auth.SessionTokenHash;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is revoked is gone, whatever is still on its way. */
interface SessionsRevoking extends SessionsSubject {

  @Test
  @DisplayName("SESS-47 a revoked session is not found by its id")
  default void revokes() {
    Session session = opened(Specimens.userId());
    assertThat(revoke(session)).isEqualTo(new Sessions.Revoked());
    assertThat(sessions().find(session.owner(), session.id())).isEmpty();
  }

  @Test
  @DisplayName("SESS-48 a revoked session is not found by its token")
  default void revokesToken() {
    Session session = Specimens.session(Specimens.userId(), now());
    SessionTokenHash token = Specimens.tokenHash();
    var _ = sessions().open(session, token, 10);
    assertThat(revoke(session)).isEqualTo(new Sessions.Revoked());
    assertThat(sessions().find(session.owner(), token)).isEmpty();
  }

  @Test
  @DisplayName("SESS-49 another view finds a revoked session no more")
  default void showsRevocationToOthers() {
    Session session = opened(Specimens.userId());
    var _ = anotherView().find(session.owner(), session.id());
    assertThat(revoke(session)).isEqualTo(new Sessions.Revoked());
    assertThat(anotherView().find(session.owner(), session.id())).isEmpty();
  }

  @Test
  @DisplayName("SESS-50 a revoked session cannot be revoked again")
  default void revokesOnce() {
    Session session = opened(Specimens.userId());
    assertThat(revoke(session)).isEqualTo(new Sessions.Revoked());
    assertThat(revoke(session)).isEqualTo(new Sessions.Gone());
  }

  @Test
  @DisplayName("SESS-51 a revoked session cannot be touched, and stays revoked")
  default void touchesNothingRevoked() {
    Session session = opened(Specimens.userId());
    assertThat(revoke(session)).isEqualTo(new Sessions.Revoked());
    assertThat(sessions().touch(session.owner(), session.id(), now()))
        .isEqualTo(new Sessions.Gone());
    assertThat(sessions().find(session.owner(), session.id())).isEmpty();
  }

  @Test
  @DisplayName("SESS-52 what was never opened cannot be revoked")
  default void revokesNothingUnknown() {
    assertThat(sessions().revoke(Specimens.userId(), Specimens.sessionId()))
        .isEqualTo(new Sessions.Gone());
  }

  @Test
  @DisplayName("SESS-71 an owner's session is not taken for one that was never opened")
  default void revokesNothingInstead() {
    Session session = opened(Specimens.userId());
    assertThat(sessions().revoke(session.owner(), Specimens.sessionId()))
        .isEqualTo(new Sessions.Gone());
    assertThat(sessions().find(session.owner(), session.id())).contains(session);
  }

  @Test
  @DisplayName("SESS-53 an expired session cannot be revoked")
  default void revokesNothingExpired() {
    Session session = opened(Specimens.userId());
    elapse(session.idle());
    assertThat(revoke(session)).isEqualTo(new Sessions.Gone());
  }

  @Test
  @DisplayName("SESS-54 somebody else's session cannot be revoked")
  default void revokesNothingOfOthers() {
    Session session = opened(Specimens.userId());
    assertThat(sessions().revoke(Specimens.userId(), session.id())).isEqualTo(new Sessions.Gone());
    assertThat(sessions().find(session.owner(), session.id())).contains(session);
  }

  @Test
  @DisplayName("SESS-55 revoking one session leaves the owner's others alone")
  default void revokesOneOnly() {
    UserId owner = Specimens.userId();
    Session one = opened(owner);
    Session other = opened(owner);
    assertThat(revoke(one)).isEqualTo(new Sessions.Revoked());
    assertThat(sessions().find(owner, other.id())).contains(other);
  }

  @Test
  @DisplayName("SESS-56 of many that revoke one session at once exactly one does")
  default void revokesOnceOfMany() {
    Sessions other = anotherView();
    Race.repeat(
        rounds(),
        () -> {
          Session session = opened(Specimens.userId());
          List<Sessions.Revocation> results =
              Race.run(number ->
                  (number % 2 == 0 ? sessions() : other).revoke(session.owner(), session.id()));
          assertThat(results).filteredOn(Sessions.Revoked.class::isInstance).hasSize(1);
        });
  }

  @Test
  @DisplayName("SESS-57 no touch that is still on its way brings a revoked session back")
  default void touchesBringNothingBack() {
    Sessions other = anotherView();
    Race.repeat(
        rounds(),
        () -> {
          Session session = opened(Specimens.userId());
          elapse(Duration.ofMinutes(2));
          var _ =
              Race.run(
                  4,
                  number ->
                      number == 0
                          ? sessions().revoke(session.owner(), session.id())
                          : other.touch(session.owner(), session.id(), now().plusMillis(number)));
          assertThat(sessions().find(session.owner(), session.id())).isEmpty();
        });
  }

  @Test
  @DisplayName("SESS-58 from the moment a revocation is answered the session is found no more")
  default void findsNothingFromTheAnswerOn() {
    Sessions other = anotherView();
    Race.repeat(
        rounds(),
        () -> {
          Session session = opened(Specimens.userId());
          List<Boolean> wrong =
              Race.run(
                  4,
                  number -> {
                    if (number > 0) {
                      var _ = other.touch(session.owner(), session.id(), now());
                      return false;
                    }
                    var _ = revoke(session);
                    return Stream.of(sessions(), other)
                        .anyMatch(it -> it.find(session.owner(), session.id()).isPresent());
                  });
          assertThat(wrong).containsOnly(false);
        });
  }

  @Test
  @DisplayName("SESS-59 revoking all leaves the owner no session")
  default void revokesAll() {
    UserId owner = Specimens.userId();
    Session one = opened(owner);
    Session two = opened(owner);
    var _ = sessions().revokeAll(owner);
    assertThat(sessions().find(owner, one.id())).isEmpty();
    assertThat(sessions().find(owner, two.id())).isEmpty();
  }

  @Test
  @DisplayName("SESS-60 revoking all counts the sessions that it ends")
  default void countsRevoked() {
    UserId owner = Specimens.userId();
    Session one = opened(owner);
    var _ = opened(owner);
    var _ = opened(owner);
    assertThat(revoke(one)).isEqualTo(new Sessions.Revoked());
    assertThat(sessions().revokeAll(owner)).isEqualTo(new Sessions.Clearance(2));
    assertThat(sessions().revokeAll(owner)).isEqualTo(new Sessions.Clearance(0));
  }

  @Test
  @DisplayName("SESS-61 revoking all does not count what has expired")
  default void countsNoExpired() {
    UserId owner = Specimens.userId();
    SessionLimits brief = new SessionLimits(Duration.ofMinutes(1), Duration.ofHours(1), 10);
    var _ = sessions().open(Specimens.session(owner, now(), brief), Specimens.tokenHash(), 10);
    var _ = opened(owner);
    elapse(Duration.ofMinutes(1));
    assertThat(sessions().revokeAll(owner)).isEqualTo(new Sessions.Clearance(1));
  }

  @Test
  @DisplayName("SESS-62 revoking all leaves the sessions of others alone")
  default void revokesAllOfOneOwner() {
    Session other = opened(Specimens.userId());
    UserId owner = Specimens.userId();
    var _ = opened(owner);
    var _ = sessions().revokeAll(owner);
    assertThat(sessions().find(other.owner(), other.id())).contains(other);
  }

  @Test
  @DisplayName("SESS-63 who had all revoked can log in again")
  default void opensAgain() {
    UserId owner = Specimens.userId();
    var _ = opened(owner);
    var _ = sessions().revokeAll(owner);
    Session again = opened(owner);
    assertThat(sessions().find(owner, again.id())).contains(again);
  }

  private Sessions.Revocation revoke(Session session) {
    return sessions().revoke(session.owner(), session.id());
  }
}
