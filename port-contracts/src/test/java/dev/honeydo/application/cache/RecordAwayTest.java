package dev.honeydo.application.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.reference.InMemoryCache;
import dev.honeydo.contracts.reference.InMemorySessions;
import dev.honeydo.domain.auth.Session;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions behind a cache while their record is away. */
final class RecordAwayTest {
  private final TestClock clock = new TestClock();
  private final InMemorySessions record = new InMemorySessions(clock);
  private final CachedSessions sessions =
      new CachedSessions(record, new InMemoryCache(clock), clock);
  private final Session session = Specimens.session(Specimens.userId(), clock.instant());

  @BeforeEach
  void logIn() {
    var _ = sessions.open(session, Specimens.tokenHash(), 10);
    assertThat(sessions.find(session.owner(), session.id())).contains(session);
    record.setAvailable(false);
  }

  @Test
  void aUseThatCannotBeNotedCostsNobodyTheirSession() {
    clock.elapse(Duration.ofSeconds(50));
    assertThatThrownBy(() -> sessions.touch(session.owner(), session.id(), clock.instant()))
        .isInstanceOf(PortUnavailable.class);
    assertThat(sessions.find(session.owner(), session.id())).contains(session);
  }

  @Test
  void afterARevocationOfWhichNobodyKnowsWhetherItTookEffectNobodyCanTell() {
    assertThatThrownBy(() -> sessions.revoke(session.owner(), session.id()))
        .isInstanceOf(PortUnavailable.class);
    assertThatThrownBy(() -> sessions.find(session.owner(), session.id()))
        .isInstanceOf(PortUnavailable.class);
  }
}
