package dev.honeydo.application.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.Installation;
import dev.honeydo.application.Meanwhile;
import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.application.port.Todos;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.TokenId;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class PurgeExpiredTest {
  private static final Purge DONE = new Purge(true);

  private final Installation here = new Installation();

  @Test
  void whatHasExpiredIsGoneHoweverMuchItIs() {
    for (int i = 0; i < 2 * PurgeExpired.AT_ONCE + 1; i++) {
      expiringToday();
    }
    here.clock.elapse(Duration.ofDays(40));
    assertThat(here.sessions.purge(1)).isEqualTo(new Purge(false));
    assertThat(run()).isEqualTo(new PurgeExpired.Purged());
    // Nothing is left to look at.
    assertThat(here.sessions.purge(1)).isEqualTo(DONE);
    assertThat(here.families.purge(1)).isEqualTo(DONE);
    assertThat(here.revokedTokens.purge(1)).isEqualTo(DONE);
    assertThat(here.ledger.purge(1)).isEqualTo(DONE);
    assertThat(here.todos.purge(here.clock.instant().minus(Todos.MEMORY), 1)).isEqualTo(DONE);
  }

  @Test
  void whatIsLiveStays() {
    LogIn.LoggedIn in = here.loggedIn(here.registered());
    assertThat(run()).isEqualTo(new PurgeExpired.Purged());
    assertThat(here.sessionQueries.list(in.user().id())).hasSize(1);
    assertThat(here.families.endAll(in.user().id()).count()).isOne();
  }

  @Test
  void itStopsWhereAStoreIsGone() {
    here.families.setAvailable(false);
    assertThat(run()).isEqualTo(new PurgeExpired.Unreachable("RefreshFamilies"));
    here.families.setAvailable(true);
    assertThat(run()).isEqualTo(new PurgeExpired.Purged());
  }

  @Test
  void itStopsBetweenTwoGoesWhenItsThreadIsInterrupted() {
    Sessions endless =
        Meanwhile.answering(Sessions.class, here.sessions, "purge", new Purge(false));
    Thread.currentThread().interrupt();
    assertThat(
            new PurgeExpired(
                    endless, here.families, here.revokedTokens, here.ledger, here.todos, here.clock)
                .handle(new PurgeExpired.Command()))
        .isEqualTo(new PurgeExpired.Interrupted());
    assertThat(Thread.interrupted()).isTrue();
  }

  private void expiringToday() {
    UserId owner = Specimens.userId();
    Session session = Specimens.session(owner, here.clock.instant());
    var _ = here.sessions.open(session, Specimens.tokenHash(), 1);
    var _ = here.families.found(Specimens.family(owner, here.clock.instant()));
    Todo todo = Specimens.todo();
    var _ = here.todos.add(owner, todo);
    var _ = here.todos.delete(owner, todo.id(), Precondition.NONE, here.clock.instant());
    var _ =
        here.ledger.claim(
            Specimens.claimKey(), Specimens.fingerprint(), Specimens.seed(), Duration.ofDays(1));
    var _ = here.revokedTokens.revoke(owner, new TokenId(UUID.randomUUID()), session.expiresAt());
  }

  private PurgeExpired.Outcome run() {
    return here.purgeExpired.handle(new PurgeExpired.Command());
  }
}
