package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Those who run an installation find out who was seen last. Others may be in the same store. */
interface SessionsSeeing extends SessionsSubject {
  /** More than there are. */
  int ALL = 1_000;

  /** How long a brief session lives. */
  Duration BRIEF = Duration.ofMinutes(10);

  @Test
  @DisplayName("SESS-138 who has logged in last is first")
  default void seesTheLatestFirst() {
    List<UserId> oldestFirst = new ArrayList<>();
    for (int number = 0; number < 5; number++) {
      oldestFirst.add(opened(Specimens.userId()).owner());
      elapse(Duration.ofMillis(1));
    }
    assertThat(seen(oldestFirst)).containsExactlyElementsOf(oldestFirst.reversed());
  }

  @Test
  @DisplayName("SESS-139 who is seen again comes before those who have logged in since")
  default void goesByTheLastUse() {
    Session first = opened(Specimens.userId());
    elapse(Duration.ofMinutes(5));
    Session second = opened(Specimens.userId());
    elapse(Duration.ofMinutes(5));
    assertThat(sessions().touch(first.owner(), first.id(), now()))
        .isEqualTo(new Sessions.Touched());
    List<UserId> both = List.of(first.owner(), second.owner());
    assertThat(seen(both)).containsExactlyElementsOf(both);
  }

  @Test
  @DisplayName("SESS-140 who has several sessions is seen once, as of the one used last")
  default void seesEachOnce() {
    UserId busy = Specimens.userId();
    var _ = opened(busy);
    elapse(Duration.ofMinutes(1));
    UserId other = opened(Specimens.userId()).owner();
    elapse(Duration.ofMinutes(1));
    var _ = opened(busy);
    assertThat(seen(List.of(busy, other))).containsExactly(busy, other);
  }

  @Test
  @DisplayName("SESS-141 who has no session left but expired ones is not seen")
  default void seesNobodyWhoHasExpired() {
    Session session = opened(Specimens.userId());
    elapse(session.idle().minusMillis(1));
    assertThat(seen(List.of(session.owner()))).containsExactly(session.owner());
    elapse(Duration.ofMillis(1));
    assertThat(seen(List.of(session.owner()))).isEmpty();
  }

  @Test
  @DisplayName("SESS-142 a session that has expired does not tell when its owner was seen")
  default void goesByLiveSessions() {
    UserId owner = Specimens.userId();
    Session lasting = opened(owner);
    elapse(Duration.ofMinutes(1));
    UserId other = opened(Specimens.userId()).owner();
    elapse(Duration.ofMinutes(1));
    Session made = Specimens.session(owner, now());
    var _ = sessions().open(briefly(made), Specimens.tokenHash(), 10);
    List<UserId> both = List.of(owner, other);
    assertThat(seen(both)).containsExactly(owner, other);
    elapse(BRIEF);
    assertThat(sessions().find(owner, lasting.id())).isPresent();
    assertThat(seen(both)).containsExactly(other, owner);
    assertThat(sessions().lastSeen(1)).isEqualTo(sessions().lastSeen(ALL).subList(0, 1));
  }

  @Test
  @DisplayName("SESS-143 who has logged out everywhere is not seen")
  default void seesNobodyWhoIsRevoked() {
    UserId all = opened(Specimens.userId()).owner();
    assertThat(sessions().revokeAll(all)).isEqualTo(new Sessions.Clearance(1));
    Session one = opened(Specimens.userId());
    assertThat(sessions().revoke(one.owner(), one.id())).isEqualTo(new Sessions.Revoked());
    UserId left = opened(Specimens.userId()).owner();
    assertThat(seen(List.of(one.owner(), all, left))).containsExactly(left);
  }

  @Test
  @DisplayName("SESS-144 a session that was revoked does not tell when its owner was seen")
  default void goesByWhatIsLeft() {
    UserId owner = opened(Specimens.userId()).owner();
    elapse(Duration.ofMinutes(1));
    UserId other = opened(Specimens.userId()).owner();
    elapse(Duration.ofMinutes(1));
    Session last = opened(owner);
    assertThat(sessions().revoke(owner, last.id())).isEqualTo(new Sessions.Revoked());
    assertThat(seen(List.of(owner, other))).containsExactly(other, owner);
  }

  @Test
  @DisplayName("SESS-145 no more are seen than asked for, and those are the first")
  default void seesNoMoreThanAskedFor() {
    List<UserId> owners = new ArrayList<>();
    for (int number = 0; number < 4; number++) {
      UserId owner = Specimens.userId();
      owners.add(owner);
      var _ = opened(owner);
      var _ = opened(owner);
      elapse(Duration.ofMillis(1));
    }
    List<UserId> all = sessions().lastSeen(ALL);
    assertThat(all).containsSubsequence(owners.reversed());
    for (int most = 1; most <= owners.size(); most++) {
      assertThat(sessions().lastSeen(most)).isEqualTo(all.subList(0, most));
    }
  }

  @Test
  @DisplayName("SESS-146 another view sees the same, at once")
  default void seesTheSameElsewhere() {
    UserId here = opened(Specimens.userId()).owner();
    assertThat(anotherView().lastSeen(ALL)).contains(here);
    elapse(Duration.ofMillis(1));
    Session there = Specimens.session(Specimens.userId(), now());
    var _ = anotherView().open(there, Specimens.tokenHash(), 10);
    assertThat(seen(List.of(here, there.owner()))).containsExactly(there.owner(), here);
  }

  /** Those of them who are seen, in the order in which they are. */
  private List<UserId> seen(List<UserId> owners) {
    return sessions().lastSeen(ALL).stream().filter(owners::contains).toList();
  }

  private static Session briefly(Session made) {
    return new Session(
        made.id(),
        made.owner(),
        made.device(),
        made.method(),
        made.createdAt(),
        made.lastAccessedAt(),
        BRIEF,
        made.endsAt(),
        made.data());
  }
}
