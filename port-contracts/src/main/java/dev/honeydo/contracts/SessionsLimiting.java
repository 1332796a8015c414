package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.auth.SessionLimits;
import dev.honeydo.domain.auth.SessionTokenHash;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A user has so many sessions and no more: one more, and the oldest goes. */
interface SessionsLimiting extends SessionsSubject {

  @Test
  @DisplayName("SESS-35 as many sessions as the limit allows end none")
  default void allowsAsManyAsTheLimit() {
    List<Session> three = openedInTurn(Specimens.userId(), 3, 3);
    assertThat(three).allSatisfy(this::assertLive);
  }

  @Test
  @DisplayName("SESS-36 one more ends the oldest, and the answer names it")
  default void endsTheOldest() {
    UserId owner = Specimens.userId();
    List<Session> three = openedInTurn(owner, 3, 3);
    elapse(Duration.ofMillis(1));
    assertThat(open(Specimens.session(owner, now()), 3)).containsExactly(three.getFirst().id());
    assertThat(three.subList(1, 3)).allSatisfy(this::assertLive);
  }

  @Test
  @DisplayName("SESS-37 a session that had to go is found neither by id nor by token, nor touched")
  default void endsForGoodWhatHadToGo() {
    UserId owner = Specimens.userId();
    Session old = Specimens.session(owner, now());
    SessionTokenHash token = Specimens.tokenHash();
    var _ = sessions().open(old, token, 1);
    elapse(Duration.ofMillis(1));
    assertThat(open(Specimens.session(owner, now()), 1)).containsExactly(old.id());
    assertThat(sessions().find(owner, old.id())).isEmpty();
    assertThat(sessions().find(owner, token)).isEmpty();
    assertThat(sessions().touch(owner, old.id(), now())).isEqualTo(new Sessions.Gone());
  }

  @Test
  @DisplayName("SESS-38 under a lower limit all that are over it go, oldest first")
  default void endsOldestFirst() {
    UserId owner = Specimens.userId();
    List<Session> five = openedInTurn(owner, 5, 5);
    elapse(Duration.ofMillis(1));
    assertThat(open(Specimens.session(owner, now()), 3))
        .containsExactlyElementsOf(five.subList(0, 3).stream().map(Session::id).toList());
    assertThat(five.subList(3, 5)).allSatisfy(this::assertLive);
  }

  @Test
  @DisplayName("SESS-39 the oldest is the one opened first, however lately it was used")
  default void goesByOpening() {
    UserId owner = Specimens.userId();
    List<Session> two = openedInTurn(owner, 2, 2);
    elapse(Duration.ofMinutes(5));
    Session old = two.getFirst();
    assertThat(sessions().touch(owner, old.id(), now())).isEqualTo(new Sessions.Touched());
    assertThat(open(Specimens.session(owner, now()), 2)).containsExactly(old.id());
  }

  @Test
  @DisplayName("SESS-40 of sessions opened at one instant the least id goes first, as its text")
  default void goesByIdAmongTies() {
    UserId owner = Specimens.userId();
    List<SessionId> ids = new ArrayList<>();
    for (int number = 0; number < 6; number++) {
      ids.add(openedAs(owner, idWithFirstBit(number % 2 == 0), now(), 6));
    }
    elapse(Duration.ofMillis(1));
    assertThat(open(Specimens.session(owner, now()), 1))
        .containsExactlyElementsOf(
            ids.stream().sorted(Comparator.comparing(SessionId::toString)).toList());
  }

  @Test
  @DisplayName(
      "SESS-41 the session just opened is not the one that goes, though the clock went back")
  default void keepsTheNewest() {
    UserId owner = Specimens.userId();
    Session young = openedInTurn(owner, 1, 1).getFirst();
    Session older = Specimens.session(owner, young.createdAt().minusMillis(1));
    assertThat(open(older, 1)).containsExactly(young.id());
    assertLive(older);
  }

  @Test
  @DisplayName(
      "SESS-42 expired sessions do not count, and are not named among those that had to go")
  default void countsLiveOnly() {
    UserId owner = Specimens.userId();
    SessionLimits brief = new SessionLimits(Duration.ofMinutes(1), Duration.ofHours(1), 2);
    assertThat(open(Specimens.session(owner, now(), brief), 2)).isEmpty();
    elapse(Duration.ofSeconds(30));
    Session live = openedInTurn(owner, 1, 2).getFirst();
    elapse(Duration.ofSeconds(30));
    assertThat(open(Specimens.session(owner, now()), 2)).isEmpty();
    assertLive(live);
  }

  @Test
  @DisplayName("SESS-43 revoked sessions do not count")
  default void countsNoRevoked() {
    UserId owner = Specimens.userId();
    List<Session> two = openedInTurn(owner, 2, 2);
    assertThat(sessions().revoke(owner, two.getLast().id())).isEqualTo(new Sessions.Revoked());
    elapse(Duration.ofMillis(1));
    assertThat(open(Specimens.session(owner, now()), 2)).isEmpty();
    assertLive(two.getFirst());
  }

  @Test
  @DisplayName("SESS-44 the sessions of others do not count, and stay")
  default void countsOwnOnly() {
    Session other = openedInTurn(Specimens.userId(), 1, 1).getFirst();
    elapse(Duration.ofMillis(1));
    assertThat(open(Specimens.session(Specimens.userId(), now()), 1)).isEmpty();
    assertLive(other);
  }

  @Test
  @DisplayName("SESS-45 however many log in at once, as many as the limit are live")
  default void limitsManyAtOnce() {
    Sessions other = anotherView();
    Race.repeat(
        rounds(),
        () -> {
          UserId owner = Specimens.userId();
          List<SessionId> all =
              Race.run(number -> {
                Session session = Specimens.session(owner, now());
                Sessions view = number % 2 == 0 ? sessions() : other;
                var _ = view.open(session, Specimens.tokenHash(), 5);
                return session.id();
              });
          assertThat(all).filteredOn(id -> sessions().find(owner, id).isPresent()).hasSize(5);
        });
  }

  @Test
  @DisplayName("SESS-46 of those that log in at once each that had to go is named once")
  default void namesEachOnce() {
    Sessions other = anotherView();
    Race.repeat(
        rounds(),
        () -> {
          UserId owner = Specimens.userId();
          List<SessionId> ended =
              Race.run(number ->
                      (number % 2 == 0 ? sessions() : other)
                          .open(Specimens.session(owner, now()), Specimens.tokenHash(), 5))
                  .stream()
                  .flatMap(opening -> opening.ended().stream())
                  .toList();
          assertThat(ended).doesNotHaveDuplicates().hasSize(Race.CONTENDERS - 5);
        });
  }

  private void assertLive(Session session) {
    assertThat(sessions().find(session.owner(), session.id())).isPresent();
  }

  private List<SessionId> open(Session session, int limit) {
    return sessions().open(session, Specimens.tokenHash(), limit).ended();
  }

  private List<Session> openedInTurn(UserId owner, int count, int limit) {
    return IntStream.range(0, count)
        .mapToObj(_ -> {
          elapse(Duration.ofMillis(1));
          Session session = Specimens.session(owner, now());
          assertThat(open(session, limit)).isEmpty();
          return session;
        })
        .toList();
  }

  private SessionId openedAs(UserId owner, SessionId id, Instant at, int limit) {
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
    assertThat(open(session, limit)).isEmpty();
    return id;
  }

  private static SessionId idWithFirstBit(boolean set) {
    UUID random = UUID.randomUUID();
    long rest = random.getMostSignificantBits() & Long.MAX_VALUE;
    return new SessionId(
        new UUID(set ? rest | Long.MIN_VALUE : rest, random.getLeastSignificantBits()));
  }
}
