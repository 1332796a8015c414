package dev.honeydo.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.contracts.SessionsContract;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionLimits;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteSessionsTest implements SessionsContract {
  @RegisterExtension final Installation record = new Installation();

  @Override
  public Sessions sessions() {
    return record.adapters().sessions();
  }

  @Override
  public Sessions anotherView() {
    return record.another().sessions();
  }

  @Override
  public Sessions unreachable() {
    return record.unreachable().sessions();
  }

  @Override
  public InstantSource clock() {
    return record.clock();
  }

  @Override
  public void elapse(Duration time) {
    record.clock().elapse(time);
  }

  @Test
  void anIdThatTheOwnerHasIsABug() {
    Session session = Specimens.session(Specimens.userId(), now());
    assertThat(sessions().open(session, Specimens.tokenHash(), 3).ended()).isEmpty();
    assertThatIllegalStateException()
        .isThrownBy(() -> sessions().open(session, Specimens.tokenHash(), 3))
        .withNoCause();
    assertThat(sessions().list(session.owner())).containsExactly(session);
  }

  @Test
  void purgingGoesByTheLastUseAndNotByTheFirst() {
    Session session = opened(Specimens.userId());
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
  void purgingTakesTurnsWithOthersAndRemovesNoMoreThanItIsTold() {
    for (int i = 0; i < 601; i++) {
      var _ = opened(Specimens.userId());
    }
    elapse(Duration.ofDays(31));
    assertThat(sessions().purge(600)).isEqualTo(new Purge(false));
    assertThat(sessions().purge(1)).isEqualTo(new Purge(true));
    assertThat(sessions().purge(Integer.MAX_VALUE)).isEqualTo(new Purge(true));
  }
}
