package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.auth.SessionLimits;
import dev.honeydo.domain.auth.SessionTokenHash;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** All but one go, and what has expired is cleared away. */
interface SessionsClearing extends SessionsSubject {

  @Test
  @DisplayName("SESS-118 revoking the others ends the owner's other sessions")
  default void revokesOthers() {
    UserId owner = Specimens.userId();
    SessionTokenHash token = Specimens.tokenHash();
    Session kept = opened(owner);
    var _ = opened(owner, token);
    var _ = opened(owner);
    var _ = sessions().revokeOthers(owner, kept.id());
    assertThat(sessions().list(owner)).isSubsetOf(kept);
    assertThat(sessions().find(owner, token)).isEmpty();
  }

  @Test
  @DisplayName("SESS-119 revoking the others keeps the one, as it was and by its token")
  default void keepsTheOne() {
    UserId owner = Specimens.userId();
    SessionTokenHash token = Specimens.tokenHash();
    Session kept = opened(owner, token);
    var _ = opened(owner);
    var _ = sessions().revokeOthers(owner, kept.id());
    assertThat(sessions().find(owner, token)).contains(kept);
  }

  @Test
  @DisplayName("SESS-120 revoking the others counts those that it ends, once")
  default void countsOthers() {
    UserId owner = Specimens.userId();
    Session kept = opened(owner);
    var _ = opened(owner);
    var _ = opened(owner);
    assertThat(sessions().revokeOthers(owner, kept.id())).isEqualTo(new Sessions.Clearance(2));
    assertThat(sessions().revokeOthers(owner, kept.id())).isEqualTo(new Sessions.Clearance(0));
  }

  @Test
  @DisplayName("SESS-121 revoking the others does not count what has expired")
  default void countsNoOtherExpired() {
    UserId owner = Specimens.userId();
    SessionLimits brief = new SessionLimits(Duration.ofMinutes(1), Duration.ofHours(1), 10);
    var _ = sessions().open(Specimens.session(owner, now(), brief), Specimens.tokenHash(), 10);
    var _ = opened(owner);
    Session kept = opened(owner);
    elapse(Duration.ofMinutes(1));
    assertThat(sessions().revokeOthers(owner, kept.id())).isEqualTo(new Sessions.Clearance(1));
  }

  @Test
  @DisplayName("SESS-122 where the owner has not the one that is to be kept, all go")
  default void revokesAllWhereNoneIsKept() {
    UserId owner = Specimens.userId();
    var _ = opened(owner);
    assertThat(sessions().revokeOthers(owner, Specimens.sessionId()))
        .isEqualTo(new Sessions.Clearance(1));
    assertThat(sessions().list(owner)).isEmpty();
  }

  @Test
  @DisplayName("SESS-123 revoking the others leaves the sessions of other owners alone")
  default void revokesOthersOfOneOwner() {
    Session foreign = opened(Specimens.userId());
    Session kept = opened(Specimens.userId());
    var _ = opened(kept.owner());
    var _ = sessions().revokeOthers(kept.owner(), kept.id());
    assertThat(sessions().list(foreign.owner())).containsExactly(foreign);
  }

  @Test
  @DisplayName("SESS-124 another view sees at once that the others were revoked")
  default void showsRevokedOthersToOthers() {
    Sessions other = anotherView();
    Session kept = opened(Specimens.userId());
    SessionTokenHash token = Specimens.tokenHash();
    var _ = opened(kept.owner(), token);
    var _ = other.find(kept.owner(), token);
    var _ = sessions().revokeOthers(kept.owner(), kept.id());
    assertThat(other.find(kept.owner(), token)).isEmpty();
  }

  @Test
  @DisplayName("SESS-125 of what is opened while the others are revoked each lives or was counted")
  default void countsWhatItEndsInARace() {
    Sessions other = anotherView();
    Race.repeat(
        rounds(),
        () -> {
          Session kept = opened(Specimens.userId());
          List<Long> revoked =
              Race.run(
                  8,
                  number -> {
                    Sessions view = number % 2 == 0 ? sessions() : other;
                    if (number < 3) {
                      return view.revokeOthers(kept.owner(), kept.id()).count();
                    }
                    Session session = Specimens.session(kept.owner(), now());
                    var _ = view.open(session, Specimens.tokenHash(), 20);
                    return 0L;
                  });
          List<Session> left = sessions().list(kept.owner());
          assertThat(left).contains(kept);
          assertThat(left.size() - 1 + revoked.stream().mapToLong(Long::longValue).sum())
              .isEqualTo(5);
        });
  }

  @Test
  @DisplayName("SESS-126 no use that is still on its way brings back one of the others")
  default void touchesBringNoneOfTheOthersBack() {
    Sessions other = anotherView();
    Race.repeat(
        rounds(),
        () -> {
          Session kept = opened(Specimens.userId());
          Session gone = opened(kept.owner());
          elapse(Duration.ofMinutes(1));
          var _ =
              Race.run(
                  4,
                  number ->
                      number == 0
                          ? sessions().revokeOthers(kept.owner(), kept.id())
                          : other.touch(gone.owner(), gone.id(), now()));
          assertThat(sessions().list(kept.owner())).containsExactly(kept);
        });
  }

  @Test
  @DisplayName("SESS-127 purging removes nothing that is live")
  default void purgesNothingLive() {
    SessionTokenHash token = Specimens.tokenHash();
    Session session = opened(Specimens.userId(), token);
    elapse(session.idle().minusMillis(1));
    purge(100);
    assertThat(sessions().find(session.owner(), token)).contains(session);
  }

  @Test
  @DisplayName("SESS-128 purging removes what has expired, for good though the clock goes back")
  default void purgesForGood() {
    Session session = opened(Specimens.userId());
    elapse(session.idle());
    purge(100);
    elapse(session.idle().negated());
    assertThat(sessions().list(session.owner())).isEmpty();
  }

  @Test
  @DisplayName("SESS-129 purging a few at a time comes to an end, and leaves none that has expired")
  default void purgesToTheLast() {
    List<Session> all = Stream.generate(() -> opened(Specimens.userId())).limit(12).toList();
    elapse(all.getFirst().idle());
    purge(1);
    elapse(all.getFirst().idle().negated());
    assertThat(all).allSatisfy(it -> assertThat(sessions().list(it.owner())).isEmpty());
  }

  @Test
  @DisplayName("SESS-130 purging is complete at once where nothing has expired")
  default void purgesNothing() {
    var _ = opened(Specimens.userId());
    purge(100);
    assertThat(sessions().purge(100)).isEqualTo(new Purge(true));
  }

  @Test
  @DisplayName("SESS-131 purging clears what one owner's live sessions stand beside")
  default void purgesBesideTheLiving() {
    UserId owner = Specimens.userId();
    Session old = opened(owner);
    elapse(old.idle().minusMinutes(1));
    Session young = opened(owner);
    elapse(Duration.ofMinutes(1));
    purge(100);
    elapse(Duration.ofMinutes(-1));
    assertThat(sessions().list(owner).stream().map(Session::id)).containsExactly(young.id());
  }

  @Test
  @DisplayName("SESS-132 what is opened while others purge is not lost")
  default void losesNothingToPurging() {
    Sessions other = anotherView();
    UserId owner = Specimens.userId();
    Session old = opened(owner);
    elapse(old.idle());
    List<SessionId> all =
        Race.run(number -> {
          if (number % 2 == 0) {
            var _ = sessions().purge(100);
            return old.id();
          }
          Session session = Specimens.session(owner, now());
          var _ = other.open(session, Specimens.tokenHash(), Race.CONTENDERS);
          return session.id();
        });
    assertThat(sessions().list(owner).stream().map(Session::id))
        .containsExactlyInAnyOrderElementsOf(
            all.stream().filter(id -> !id.equals(old.id())).toList());
  }

  private void purge(int most) {
    Purges.run(() -> sessions().purge(most));
  }
}
