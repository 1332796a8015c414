package dev.honeydo.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.contracts.Race;
import dev.honeydo.contracts.SessionsContract;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.auth.SessionLimits;
import dev.honeydo.domain.auth.SessionTokenHash;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("dev.honeydo.adapters.mongo.TestServers#all")
final class MongoSessionsTest implements SessionsContract {
  private final TestClock clock = new TestClock();
  private final Installation installation;

  /** What happens the next time an adapter looks at the clock: between what it reads and writes. */
  private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});

  MongoSessionsTest(TestServer server) {
    this.installation = new Installation(server, this::interrupted);
  }

  private Instant interrupted() {
    meanwhile.getAndSet(() -> {}).run();
    return clock.instant();
  }

  @AfterEach
  void remove() {
    installation.close();
  }

  @Override
  public Sessions sessions() {
    return installation.adapters().sessions();
  }

  @Override
  public Sessions anotherView() {
    return installation.another().sessions();
  }

  @Override
  public Sessions unreachable() {
    return installation.unreachable().sessions();
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  @Override
  public void elapse(Duration time) {
    clock.elapse(time);
  }

  @Test
  void ofSixtyFourWhoLogInAtOnceThreeStay() {
    UserId owner = Specimens.userId();
    Sessions other = anotherView();
    Map<SessionId, Sessions.Opening> openings = new ConcurrentHashMap<>();
    Race.run(
        64,
        number -> {
          Session session = Specimens.session(owner, now());
          Sessions view = number % 2 == 0 ? sessions() : other;
          return openings.put(session.id(), view.open(session, Specimens.tokenHash(), 3));
        });
    List<SessionId> ended = openings.values().stream().flatMap(it -> it.ended().stream()).toList();
    assertThat(ended).hasSize(61).doesNotHaveDuplicates();
    assertThat(openings.keySet())
        .filteredOn(it -> sessions().find(owner, it).isPresent())
        .hasSize(3)
        .doesNotContainAnyElementsOf(ended);
    assertThat(sessions().revokeAll(owner)).isEqualTo(new Sessions.Clearance(3));
  }

  @Test
  void aTouchOnItsWayBringsNothingBackThoughTheOwnerLogsInAgain() {
    Session old = openedElsewhere(Specimens.userId());
    AtomicReference<Session> young = new AtomicReference<>(old);
    meanwhile.set(() -> {
      assertThat(anotherView().revokeAll(old.owner())).isEqualTo(new Sessions.Clearance(1));
      young.set(openedElsewhere(old.owner()));
    });
    assertThat(sessions().touch(old.owner(), old.id(), now().plusSeconds(60)))
        .isEqualTo(new Sessions.Gone());
    assertThat(sessions().find(old.owner(), old.id())).isEmpty();
    assertThat(sessions().find(old.owner(), young.get().id())).contains(young.get());
  }

  @Test
  void aLoginOnItsWayBringsNothingBackAndIsNotLost() {
    Session old = openedElsewhere(Specimens.userId());
    Session young = Specimens.session(old.owner(), now());
    meanwhile.set(() ->
        assertThat(anotherView().revoke(old.owner(), old.id())).isEqualTo(new Sessions.Revoked()));
    assertThat(sessions().open(young, Specimens.tokenHash(), 3).ended()).isEmpty();
    assertThat(sessions().find(old.owner(), old.id())).isEmpty();
    assertThat(sessions().find(old.owner(), young.id())).contains(young);
  }

  @Test
  void ofTwoFirstLoginsAtOnceNoneIsLost() {
    Session one = Specimens.session(Specimens.userId(), now());
    AtomicReference<Session> other = new AtomicReference<>(one);
    meanwhile.set(() -> other.set(openedElsewhere(one.owner())));
    assertThat(sessions().open(one, Specimens.tokenHash(), 3).ended()).isEmpty();
    assertThat(sessions().revokeAll(one.owner())).isEqualTo(new Sessions.Clearance(2));
    assertThat(other.get()).isNotEqualTo(one);
  }

  private Session openedElsewhere(UserId owner) {
    Session session = Specimens.session(owner, now());
    assertThat(anotherView().open(session, Specimens.tokenHash(), 3).ended()).isEmpty();
    return session;
  }

  @Test
  void aTouchIsNotedThoughAnotherSessionIsOpenedMeanwhile() {
    Session old = openedElsewhere(Specimens.userId());
    meanwhile.set(() -> assertThat(openedElsewhere(old.owner())).isNotEqualTo(old));
    assertThat(sessions().touch(old.owner(), old.id(), now().plusSeconds(60)))
        .isEqualTo(new Sessions.Touched());
    assertThat(sessions().find(old.owner(), old.id())).contains(old.touched(now().plusSeconds(60)));
  }

  @Test
  void aLoginOnItsWayLosesNoTouch() {
    Session old = openedElsewhere(Specimens.userId());
    meanwhile.set(() ->
        assertThat(anotherView().touch(old.owner(), old.id(), now().plusSeconds(60)))
            .isEqualTo(new Sessions.Touched()));
    Session young = Specimens.session(old.owner(), now());
    assertThat(sessions().open(young, Specimens.tokenHash(), 3).ended()).isEmpty();
    assertThat(sessions().find(old.owner(), old.id())).contains(old.touched(now().plusSeconds(60)));
  }

  @Test
  void aTouchMovesTheEndsThatSweepingGoesBy() {
    Session session = openedElsewhere(Specimens.userId());
    Session touched = session.touched(now().plusSeconds(60));
    assertThat(sessions().touch(session.owner(), session.id(), touched.lastAccessedAt()))
        .isEqualTo(new Sessions.Touched());
    Date end = Date.from(touched.expiresAt());
    assertThat(stored())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.getDate("expiresAt")).isEqualTo(end);
          assertThat(it.getList("sessions", Document.class))
              .singleElement()
              .extracting(entry -> entry.getDate("expiresAt"))
              .isEqualTo(end);
        });
  }

  @Test
  void purgingGoesByTheLastUseAndNotByTheFirst() {
    Session session = openedElsewhere(Specimens.userId());
    elapse(session.idle().minusMinutes(1));
    assertThat(sessions().touch(session.owner(), session.id(), now()))
        .isEqualTo(new Sessions.Touched());
    Session touched = session.touched(now());
    elapse(session.idle().minusMillis(1));
    assertThat(sessions().purge(10)).isEqualTo(new Purge(true));
    assertThat(sessions().find(session.owner(), session.id())).contains(touched);
  }

  @Test
  void purgingTakesNothingThatLivesForAnotherNanosecond() {
    Duration idle = Duration.ofMinutes(1).plusNanos(1);
    SessionLimits limits = new SessionLimits(idle, Duration.ofDays(1), 3);
    Session session = Specimens.session(Specimens.userId(), now(), limits);
    assertThat(sessions().open(session, Specimens.tokenHash(), 3).ended()).isEmpty();
    elapse(Duration.ofMinutes(1));
    assertThat(sessions().purge(10)).isEqualTo(new Purge(true));
    assertThat(sessions().find(session.owner(), session.id())).contains(session);
  }

  @Test
  void purgingLeavesNothingOfAUserWithoutLiveSessions() {
    Session session = openedElsewhere(Specimens.userId());
    elapse(session.idle());
    assertThat(sessions().purge(10)).isEqualTo(new Purge(true));
    assertThat(stored()).isEmpty();
  }

  @Test
  void whatWasStoredBeforeEachSessionHadAnEndIsRead() {
    Session session = openedElsewhere(Specimens.userId());
    var _ =
        installation
            .database()
            .getCollection("sessions")
            .updateOne(
                new Document(), new Document("$unset", new Document("sessions.0.expiresAt", "")));
    assertThat(sessions().find(session.owner(), session.id())).contains(session);
    assertThat(sessions().touch(session.owner(), session.id(), now().plusSeconds(60)))
        .isEqualTo(new Sessions.Touched());
    elapse(session.idle().plusSeconds(60));
    assertThat(sessions().purge(10)).isEqualTo(new Purge(true));
    assertThat(stored()).isEmpty();
  }

  @Test
  void anOpeningThatIsRepeatedFindsItselfAndNothingElse() {
    Session session = Specimens.session(Specimens.userId(), now());
    SessionTokenHash token = Specimens.tokenHash();
    assertThat(sessions().open(session, token, 1).ended()).isEmpty();
    assertThat(sessions().open(session, token, 1).ended()).isEmpty();
    assertThat(sessions().find(session.owner(), token)).contains(session);
    assertThatIllegalStateException()
        .isThrownBy(() -> sessions().open(session, Specimens.tokenHash(), 3))
        .withNoCause();
  }

  @Test
  void nothingIsStoredOfAUserWithoutSessions() {
    UserId owner = Specimens.userId();
    Session session = Specimens.session(owner, now());
    assertThat(sessions().open(session, Specimens.tokenHash(), 3).ended()).isEmpty();
    assertThat(sessions().revoke(owner, session.id())).isEqualTo(new Sessions.Revoked());
    assertThat(stored()).isEmpty();
  }

  @Test
  void openingSweepsOutWhatHasExpired() {
    UserId owner = Specimens.userId();
    Session old = Specimens.session(owner, now());
    assertThat(sessions().open(old, Specimens.tokenHash(), 3).ended()).isEmpty();
    clock.elapse(old.idle());
    Session young = Specimens.session(owner, now());
    assertThat(sessions().open(young, Specimens.tokenHash(), 3).ended()).isEmpty();
    assertThat(stored())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.getList("sessions", Document.class)).hasSize(1);
          assertThat(it.getDate("expiresAt")).isEqualTo(Date.from(young.expiresAt()));
        });
  }

  private List<Document> stored() {
    return installation.database().getCollection("sessions").find().into(new ArrayList<>());
  }
}
