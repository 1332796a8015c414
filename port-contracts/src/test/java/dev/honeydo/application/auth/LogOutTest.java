package dev.honeydo.application.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.Installation;
import dev.honeydo.application.port.AccessTokens;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.domain.auth.AccessClaims;
import dev.honeydo.domain.user.User;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LogOutTest {
  private final Installation here = new Installation();
  private final User ada = here.registered();
  private final LogIn.LoggedIn in = here.loggedIn(ada);

  @Test
  void theSessionAndItsFamilyAreDead() {
    assertThat(here.logOut.handle(new LogOut.Command(ada.id(), in.session().id(), List.of())))
        .isEqualTo(new LogOut.LoggedOut());
    assertThat(here.sessions.find(ada.id(), in.session().id())).isEmpty();
    assertThat(here.families.end(ada.id(), in.session().id()).count()).isZero();
  }

  @Test
  void theTokensThatWereShownAreRevokedForThemselves() {
    AccessClaims claims =
        ((AccessTokens.Genuine) here.accessTokens.read(in.tokens().access())).claims();
    var _ = here.logOut.handle(new LogOut.Command(ada.id(), in.session().id(), List.of(claims)));
    assertThat(here.revokedTokens.standing(ada.id(), claims.id()).revoked()).isTrue();
    here.clock.elapse(Duration.ofMinutes(30).minusMillis(121));
    assertThat(here.revokedTokens.standing(ada.id(), claims.id()).revoked()).isTrue();
    here.clock.elapse(Duration.ofMillis(1));
    assertThat(here.revokedTokens.standing(ada.id(), claims.id()).revoked()).isFalse();
  }

  @Test
  void loggingOutAgainMakesNoDifference() {
    LogOut.Command command = new LogOut.Command(ada.id(), in.session().id(), List.of());
    assertThat(here.logOut.handle(command)).isEqualTo(here.logOut.handle(command));
  }

  @Test
  void theUsersOtherSessionsGoOn() {
    LogIn.LoggedIn other = here.loggedIn(ada);
    var _ = here.logOut.handle(new LogOut.Command(ada.id(), in.session().id(), List.of()));
    assertThat(here.sessions.find(ada.id(), other.session().id())).contains(other.session());
    assertThat(here.families.end(ada.id(), other.session().id()).count()).isOne();
  }

  @Test
  void nobodyLogsOutSomebodyElse() {
    var _ =
        here.logOut.handle(new LogOut.Command(Specimens.userId(), in.session().id(), List.of()));
    assertThat(here.sessions.find(ada.id(), in.session().id())).contains(in.session());
    assertThat(here.families.end(ada.id(), in.session().id()).count()).isOne();
  }
}
