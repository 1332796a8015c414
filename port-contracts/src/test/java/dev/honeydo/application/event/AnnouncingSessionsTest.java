package dev.honeydo.application.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.port.Event;
import dev.honeydo.application.port.EventId;
import dev.honeydo.application.port.Events;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.contracts.SessionsContract;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.reference.InMemoryEvents;
import dev.honeydo.contracts.reference.InMemorySessions;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sessions that are told of are sessions; who ends is told, who stays is not. */
final class AnnouncingSessionsTest implements SessionsContract {
  private final TestClock clock = new TestClock();
  private final InMemorySessions record = new InMemorySessions(clock);
  private final InMemoryEvents events = new InMemoryEvents();

  @Override
  public Sessions sessions() {
    return new AnnouncingSessions(record, events);
  }

  @Override
  public Sessions anotherView() {
    return new AnnouncingSessions(record, events);
  }

  @Override
  public Sessions unreachable() {
    InMemorySessions gone = new InMemorySessions(clock);
    gone.setAvailable(false);
    return new AnnouncingSessions(gone, events);
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  @Override
  public void elapse(Duration time) {
    clock.elapse(time);
  }

  /** All it does is done behind one lock. */
  @Override
  public int rounds() {
    return 1;
  }

  private final UserId ada = Specimens.userId();
  private final EventId start = events.end(ada);

  private SessionId opened(int limit) {
    Session session = Specimens.session(ada, clock.instant());
    clock.elapse(Duration.ofSeconds(1));
    Sessions.Opening _ = sessions().open(session, Specimens.tokenHash(), limit);
    return session.id();
  }

  private void assertTold(SessionId... ended) {
    List<Event> told =
        switch (events.read(ada, start, Duration.ZERO)) {
          case Events.News news -> news.entries().stream().map(Events.Entry::event).toList();
          case Events.Quiet(), Events.Missed _ -> List.of();
        };
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(ended).<Event>map(Event.SessionRevoked::new).toList());
  }

  @Test
  void oneThatIsRevokedIsToldOfOnce() {
    SessionId session = opened(10);
    Sessions.Revocation first = sessions().revoke(ada, session);
    Sessions.Revocation second = sessions().revoke(ada, session);
    assertThat(List.of(first, second)).containsExactly(new Sessions.Revoked(), new Sessions.Gone());
    assertTold(session);
  }

  @Test
  void allThatAreRevokedAreToldOf() {
    SessionId one = opened(10);
    SessionId other = opened(10);
    assertThat(sessions().revokeAll(ada)).isEqualTo(new Sessions.Clearance(2));
    assertTold(one, other);
  }

  @Test
  void theOneThatIsKeptIsNotToldOf() {
    SessionId kept = opened(10);
    SessionId other = opened(10);
    assertThat(sessions().revokeOthers(ada, kept)).isEqualTo(new Sessions.Clearance(1));
    assertTold(other);
  }

  @Test
  void theOldestThatHasToGoIsToldOf() {
    SessionId oldest = opened(1);
    SessionId _ = opened(1);
    assertTold(oldest);
  }

  @Test
  void whatIsNotKnownToHaveEndedIsNotToldOf() {
    SessionId session = opened(10);
    record.setAvailable(false);
    assertThatThrownBy(() -> sessions().revokeAll(ada)).isInstanceOf(PortUnavailable.class);
    assertThatThrownBy(() -> sessions().revoke(ada, session)).isInstanceOf(PortUnavailable.class);
    record.setAvailable(true);
    assertTold();
  }
}
