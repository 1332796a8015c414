package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A user sees where they are logged in, the newest login first. */
interface SessionsListing extends SessionsSubject {

  @Test
  @DisplayName("SESS-72 who has no session is listed none")
  default void listsNone() {
    var _ = opened(Specimens.userId());
    assertThat(sessions().list(Specimens.userId())).isEmpty();
  }

  @Test
  @DisplayName("SESS-73 sessions are listed as they were opened, the newest first")
  default void listsNewestFirst() {
    UserId owner = Specimens.userId();
    List<Session> oldestFirst = new ArrayList<>();
    for (int number = 0; number < 4; number++) {
      oldestFirst.add(opened(owner));
      elapse(Duration.ofMillis(1));
    }
    assertThat(sessions().list(owner)).containsExactlyElementsOf(oldestFirst.reversed());
  }

  @Test
  @DisplayName("SESS-74 of sessions opened at one instant the greatest id is first, as its text")
  default void listsTiesById() {
    UserId owner = Specimens.userId();
    Instant at = now();
    List<Session> ties = new ArrayList<>();
    for (int number = 0; number < 6; number++) {
      ties.add(openedAs(owner, idWithFirstBit(number % 2 == 0), at));
    }
    assertThat(sessions().list(owner))
        .containsExactlyElementsOf(
            ties.stream()
                .sorted(Comparator.comparing((Session it) -> it.id().toString()).reversed())
                .toList());
  }

  @Test
  @DisplayName("SESS-75 nobody is listed the sessions of others")
  default void listsOwnOnly() {
    Session own = opened(Specimens.userId());
    var _ = opened(Specimens.userId());
    assertThat(sessions().list(own.owner())).containsExactly(own);
  }

  @Test
  @DisplayName("SESS-76 a session is listed one millisecond before it expires")
  default void listsUntilItExpires() {
    Session session = opened(Specimens.userId());
    elapse(session.idle().minusMillis(1));
    assertThat(sessions().list(session.owner())).containsExactly(session);
  }

  @Test
  @DisplayName("SESS-77 a session is not listed from the instant it expires")
  default void listsNoneExpired() {
    Session session = opened(Specimens.userId());
    elapse(session.idle());
    assertThat(sessions().list(session.owner())).isEmpty();
  }

  @Test
  @DisplayName("SESS-78 a revoked session is not listed")
  default void listsNoneRevoked() {
    Session gone = opened(Specimens.userId());
    Session left = opened(gone.owner());
    assertThat(sessions().revoke(gone.owner(), gone.id())).isEqualTo(new Sessions.Revoked());
    assertThat(sessions().list(gone.owner())).containsExactly(left);
  }

  @Test
  @DisplayName("SESS-79 a session that is used is listed so, and stays in its place")
  default void listsTouchedInPlace() {
    Session old = opened(Specimens.userId());
    elapse(Duration.ofMinutes(5));
    Session young = opened(old.owner());
    elapse(Duration.ofMinutes(5));
    assertThat(sessions().touch(old.owner(), old.id(), now())).isEqualTo(new Sessions.Touched());
    assertThat(sessions().list(old.owner())).containsExactly(young, old.touched(now()));
  }

  @Test
  @DisplayName("SESS-80 another view lists at once what was opened and what was revoked")
  default void listsTheSameElsewhere() {
    Sessions other = anotherView();
    Session one = opened(Specimens.userId());
    Session two = opened(one.owner());
    assertThat(other.list(one.owner())).containsExactlyInAnyOrder(one, two);
    assertThat(sessions().revoke(one.owner(), one.id())).isEqualTo(new Sessions.Revoked());
    assertThat(other.list(one.owner())).containsExactly(two);
  }

  @Test
  @DisplayName("SESS-81 a session that had to go for another is not listed")
  default void listsAsManyAsTheLimit() {
    UserId owner = Specimens.userId();
    var _ = opened(owner);
    elapse(Duration.ofMillis(1));
    Session last = Specimens.session(owner, now());
    var _ = sessions().open(last, Specimens.tokenHash(), 1);
    assertThat(sessions().list(owner)).containsExactly(last);
  }

  private Session openedAs(UserId owner, SessionId id, Instant at) {
    Session made = Specimens.session(owner, at);
    Session session =
        new Session(
            id,
            owner,
            made.device(),
            made.method(),
            made.createdAt(),
            made.lastAccessedAt(),
            made.idle(),
            made.endsAt(),
            made.data());
    var _ = sessions().open(session, Specimens.tokenHash(), 10);
    return session;
  }

  private static SessionId idWithFirstBit(boolean set) {
    UUID random = UUID.randomUUID();
    long rest = random.getMostSignificantBits() & Long.MAX_VALUE;
    return new SessionId(
        new UUID(set ? rest | Long.MIN_VALUE : rest, random.getLeastSignificantBits()));
  }
}
