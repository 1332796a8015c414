package dev.honeydo.application.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.Installation;
import dev.honeydo.application.auth.LogIn;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RevokeSessionTest {
  private final Installation here = new Installation();
  private final User ada = here.registered();
  private final LogIn.LoggedIn in = here.loggedIn(ada);

  @Test
  void aSessionEndsWithItsFamilyAndTheOthersGoOn() {
    here.clock.elapse(Duration.ofMillis(1));
    LogIn.LoggedIn other = here.loggedIn(ada);
    assertThat(here.sessionQueries.list(ada.id())).containsExactly(other.session(), in.session());

    assertThat(revoke(ada.id(), in.session().id())).isEqualTo(new RevokeSession.Revoked());

    assertThat(here.sessionQueries.list(ada.id())).containsExactly(other.session());
    assertThat(here.families.end(ada.id(), in.session().id()).count()).isZero();
    assertThat(here.families.end(ada.id(), other.session().id()).count()).isOne();
  }

  @Test
  void whatIsUnknownEndedOrSomebodyElsesIsNotFound() {
    assertThat(revoke(ada.id(), Specimens.sessionId())).isEqualTo(new RevokeSession.NotFound());
    assertThat(revoke(Specimens.userId(), in.session().id()))
        .isEqualTo(new RevokeSession.NotFound());
    assertThat(here.sessionQueries.list(ada.id())).hasSize(1);
    here.clock.elapse(Installation.LIMITS.idle());
    assertThat(revoke(ada.id(), in.session().id())).isEqualTo(new RevokeSession.NotFound());
  }

  @Test
  void whatAnEarlierTryCouldNotReachIsDoneByTheNext() {
    here.families.setAvailable(false);
    assertThatThrownBy(() -> revoke(ada.id(), in.session().id()))
        .isInstanceOf(PortUnavailable.class);
    assertThat(here.sessionQueries.list(ada.id())).isEmpty();
    here.families.setAvailable(true);
    assertThat(revoke(ada.id(), in.session().id())).isEqualTo(new RevokeSession.NotFound());
    assertThat(here.families.endAll(ada.id()).count()).isZero();
  }

  private RevokeSession.Outcome revoke(UserId owner, SessionId session) {
    return here.revokeSession.handle(new RevokeSession.Command(owner, session));
  }
}
