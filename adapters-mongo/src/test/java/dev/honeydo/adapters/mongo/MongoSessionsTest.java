package dev.honeydo.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Sessions;
import dev.honeydo.contracts.Race;
import dev.honeydo.contracts.SessionsContract;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("dev.honeydo.adapters.mongo.TestServers#all")
final class MongoSessionsTest implements SessionsContract {
  private final TestClock clock = new TestClock();
  private final Installation installation;

  MongoSessionsTest(TestServer server) {
    this.installation = new Installation(server, clock);
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
