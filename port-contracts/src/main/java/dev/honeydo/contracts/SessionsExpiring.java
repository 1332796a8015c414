package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionLimits;
import dev.honeydo.domain.auth.SessionTokenHash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A session lives until the instant at which it expires, which use puts off. */
interface SessionsExpiring extends SessionsSubject {
  /** An hour unused, three hours in all. */
  SessionLimits LIMITS = new SessionLimits(Duration.ofHours(1), Duration.ofHours(3), 10);

  @Test
  @DisplayName("SESS-18 an unused session is live one millisecond before it expires")
  default void livesUntilIdle() {
    Session session = opened();
    elapse(LIMITS.idle().minusMillis(1));
    assertThat(sessions().find(session.owner(), session.id())).contains(session);
  }

  @Test
  @DisplayName("SESS-19 an unused session is not found by id from the instant it expires")
  default void endsWhenIdle() {
    Session session = opened();
    elapse(LIMITS.idle());
    assertThat(sessions().find(session.owner(), session.id())).isEmpty();
  }

  @Test
  @DisplayName("SESS-20 an unused session is found by its token until it expires, and not then")
  default void endsWhenIdleByToken() {
    Session session = Specimens.session(Specimens.userId(), now(), LIMITS);
    SessionTokenHash token = Specimens.tokenHash();
    var _ = sessions().open(session, token, 10);
    elapse(LIMITS.idle().minusMillis(1));
    assertThat(sessions().find(session.owner(), token)).contains(session);
    elapse(Duration.ofMillis(1));
    assertThat(sessions().find(session.owner(), token)).isEmpty();
  }

  @Test
  @DisplayName("SESS-21 use puts off the end by the time that a session may be unused")
  default void livesOnWhenTouched() {
    Session session = opened();
    elapse(Duration.ofMinutes(40));
    assertThat(touch(session, now())).isEqualTo(new Sessions.Touched());
    elapse(LIMITS.idle().minusMillis(1));
    assertThat(sessions().find(session.owner(), session.id())).isPresent();
    elapse(Duration.ofMillis(1));
    assertThat(sessions().find(session.owner(), session.id())).isEmpty();
  }

  @Test
  @DisplayName("SESS-22 a touched session shows when it was used, and is otherwise as it was")
  default void keepsTouch() {
    Session session = opened();
    elapse(Duration.ofMinutes(40).plusMillis(7));
    assertThat(touch(session, now())).isEqualTo(new Sessions.Touched());
    assertThat(sessions().find(session.owner(), session.id())).contains(session.touched(now()));
  }

  @Test
  @DisplayName("SESS-70 a touched session is still found by its token")
  default void keepsTokenWhenTouched() {
    Session session = Specimens.session(Specimens.userId(), now(), LIMITS);
    SessionTokenHash token = Specimens.tokenHash();
    var _ = sessions().open(session, token, 10);
    elapse(Duration.ofMinutes(40));
    assertThat(touch(session, now())).isEqualTo(new Sessions.Touched());
    assertThat(sessions().find(session.owner(), token)).contains(session.touched(now()));
  }

  @Test
  @DisplayName("SESS-23 use that is noted late counts from when it was")
  default void countsFromTheUse() {
    Session session = opened();
    Instant used = now().plus(Duration.ofMinutes(20));
    elapse(Duration.ofMinutes(40));
    assertThat(touch(session, used)).isEqualTo(new Sessions.Touched());
    assertThat(sessions().find(session.owner(), session.id())).contains(session.touched(used));
    elapse(Duration.ofMinutes(40));
    assertThat(sessions().find(session.owner(), session.id())).isEmpty();
  }

  @Test
  @DisplayName("SESS-24 use before the last one that was noted changes nothing")
  default void neverGoesBack() {
    Session session = opened();
    elapse(Duration.ofMinutes(40));
    Instant last = now();
    assertThat(touch(session, last)).isEqualTo(new Sessions.Touched());
    assertThat(touch(session, last.minusMillis(1))).isEqualTo(new Sessions.Touched());
    assertThat(sessions().find(session.owner(), session.id())).contains(session.touched(last));
  }

  @Test
  @DisplayName("SESS-25 however much a session is used, it is live until its last millisecond")
  default void livesUntilItEnds() {
    Session session = usedUntilJustBeforeTheEnd();
    assertThat(sessions().find(session.owner(), session.id())).isPresent();
  }

  @Test
  @DisplayName("SESS-26 however much a session is used, it ends when it must")
  default void endsForGood() {
    Session session = usedUntilJustBeforeTheEnd();
    elapse(Duration.ofMillis(1));
    assertThat(sessions().find(session.owner(), session.id())).isEmpty();
    assertThat(touch(session, now())).isEqualTo(new Sessions.Gone());
  }

  @Test
  @DisplayName("SESS-27 a session can be touched one millisecond before it expires")
  default void touchesUntilIdle() {
    Session session = opened();
    elapse(LIMITS.idle().minusMillis(1));
    assertThat(touch(session, now())).isEqualTo(new Sessions.Touched());
  }

  @Test
  @DisplayName("SESS-28 a session cannot be touched from the instant it expires")
  default void touchesNothingExpired() {
    Session session = opened();
    elapse(LIMITS.idle());
    assertThat(touch(session, now())).isEqualTo(new Sessions.Gone());
  }

  @Test
  @DisplayName("SESS-29 an expired session is not brought back by use that is noted late")
  default void revivesNothing() {
    Session session = opened();
    Instant used = now().plus(Duration.ofMinutes(59));
    elapse(LIMITS.idle());
    assertThat(touch(session, used)).isEqualTo(new Sessions.Gone());
    assertThat(sessions().find(session.owner(), session.id())).isEmpty();
  }

  @Test
  @DisplayName("SESS-30 what was never opened cannot be touched")
  default void touchesNothingUnknown() {
    assertThat(sessions().touch(Specimens.userId(), Specimens.sessionId(), now()))
        .isEqualTo(new Sessions.Gone());
  }

  @Test
  @DisplayName("SESS-31 somebody else's session cannot be touched")
  default void touchesNothingOfOthers() {
    Session session = opened();
    elapse(Duration.ofMinutes(40));
    assertThat(sessions().touch(Specimens.userId(), session.id(), now()))
        .isEqualTo(new Sessions.Gone());
    assertThat(sessions().find(session.owner(), session.id())).contains(session);
  }

  @Test
  @DisplayName("SESS-32 touching one session leaves the owner's others alone")
  default void touchesOneOnly() {
    Session one = opened();
    Session other = Specimens.session(one.owner(), now(), LIMITS);
    var _ = sessions().open(other, Specimens.tokenHash(), 10);
    elapse(Duration.ofMinutes(40));
    assertThat(touch(one, now())).isEqualTo(new Sessions.Touched());
    assertThat(sessions().find(one.owner(), other.id())).contains(other);
  }

  @Test
  @DisplayName("SESS-33 another view sees at once that a session was used")
  default void showsTouchToOthers() {
    Session session = opened();
    elapse(Duration.ofMinutes(40));
    assertThat(touch(session, now())).isEqualTo(new Sessions.Touched());
    assertThat(anotherView().find(session.owner(), session.id())).contains(session.touched(now()));
  }

  @Test
  @DisplayName("SESS-34 of uses that are noted at once the last one counts")
  default void keepsLatestTouch() {
    Sessions other = anotherView();
    Race.repeat(
        rounds(),
        () -> {
          Session session = opened();
          List<Sessions.Touch> results =
              Race.run(number ->
                  (number % 2 == 0 ? sessions() : other)
                      .touch(session.owner(), session.id(), now().plusMillis(number)));
          assertThat(results).containsOnly(new Sessions.Touched());
          assertThat(sessions().find(session.owner(), session.id()))
              .contains(session.touched(now().plusMillis(Race.CONTENDERS - 1)));
        });
  }

  private Session opened() {
    Session session = Specimens.session(Specimens.userId(), now(), LIMITS);
    var _ = sessions().open(session, Specimens.tokenHash(), 10);
    return session;
  }

  private Sessions.Touch touch(Session session, Instant at) {
    return sessions().touch(session.owner(), session.id(), at);
  }

  private Session usedUntilJustBeforeTheEnd() {
    Session session = opened();
    for (int halfHour = 0; halfHour < 5; halfHour++) {
      elapse(Duration.ofMinutes(30));
      assertThat(touch(session, now())).isEqualTo(new Sessions.Touched());
    }
    elapse(Duration.between(now(), session.endsAt()).minusMillis(1));
    assertThat(touch(session, now())).isEqualTo(new Sessions.Touched());
    return session;
  }
}
