package dev.honeydo.application.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.Installation;
import dev.honeydo.application.Meanwhile;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.domain.auth.Epoch;
import dev.honeydo.domain.user.User;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LogOutEverywhereTest {
  private final Installation here = new Installation();
  private final User ada = here.registered();
  private final LogIn.LoggedIn in = here.loggedIn(ada);

  @Test
  void everySessionFamilyAndTokenEnds() {
    LogIn.LoggedIn second = here.loggedIn(ada);
    assertThat(everywhere()).isEqualTo(new LogOutEverywhere.LoggedOut(2));
    assertThat(here.sessionQueries.list(ada.id())).isEmpty();
    assertThat(here.families.endAll(ada.id())).isEqualTo(new RefreshFamilies.Ending(0));
    assertThat(here.revokedTokens.epoch(ada.id())).isEqualTo(Epoch.FIRST.next());
    assertThat(authenticate(in)).isEqualTo(revoked());
    assertThat(authenticate(second)).isEqualTo(revoked());
  }

  @Test
  void aTokenOfTheSameSecondIsTheNextEpochs() {
    assertThat(everywhere()).isEqualTo(new LogOutEverywhere.LoggedOut(1));
    assertThat(authenticate(here.loggedIn(ada))).isInstanceOf(Authenticate.Authenticated.class);
  }

  @Test
  void othersStayIn() {
    LogIn.LoggedIn other = here.loggedIn(here.registered());
    assertThat(everywhere()).isEqualTo(new LogOutEverywhere.LoggedOut(1));
    assertThat(authenticate(other)).isInstanceOf(Authenticate.Authenticated.class);
  }

  @Test
  void whoComesInMeanwhileHasNoSessionWithADeadToken() {
    List<LogIn.LoggedIn> late = new ArrayList<>();
    RevokedTokens slow =
        Meanwhile.before(
            RevokedTokens.class, here.revokedTokens, "advance", () -> late.add(here.loggedIn(ada)));
    assertThat(
            new LogOutEverywhere(here.sessions, here.families, slow)
                .handle(new LogOutEverywhere.Command(ada.id())))
        .isEqualTo(new LogOutEverywhere.LoggedOut(2));
    assertThat(late).hasSize(1);
    assertThat(here.sessionQueries.list(ada.id())).isEmpty();
    assertThat(here.families.endAll(ada.id()).count()).isZero();
  }

  @Test
  void whoIsCutOffHalfWayIsOutAlready() {
    here.revokedTokens.setAvailable(false);
    assertThatThrownBy(this::everywhere).isInstanceOf(PortUnavailable.class);
    here.revokedTokens.setAvailable(true);
    assertThat(authenticate(in)).isEqualTo(revoked());
    assertThat(here.sessionQueries.list(ada.id())).isEmpty();
  }

  @Test
  void elsewhereIsEverywhereButHere() {
    LogIn.LoggedIn second = here.loggedIn(ada);
    assertThat(
            here.logOutElsewhere.handle(new LogOutElsewhere.Command(ada.id(), in.session().id())))
        .isEqualTo(new LogOutElsewhere.LoggedOut(1));
    assertThat(authenticate(in)).isInstanceOf(Authenticate.Authenticated.class);
    assertThat(authenticate(second)).isEqualTo(revoked());
    assertThat(here.families.end(ada.id(), second.session().id()).count()).isZero();
    assertThat(here.families.end(ada.id(), in.session().id()).count()).isOne();
    assertThat(here.revokedTokens.epoch(ada.id())).isEqualTo(Epoch.FIRST);
  }

  private LogOutEverywhere.Outcome everywhere() {
    return here.logOutEverywhere.handle(new LogOutEverywhere.Command(ada.id()));
  }

  private Authenticate.Outcome authenticate(LogIn.LoggedIn who) {
    return here.authenticate.handle(
        new Authenticate.Command(List.of(new Credential.Bearer(who.tokens().access()))));
  }

  private static Authenticate.Outcome revoked() {
    return new Authenticate.Rejected(Authenticate.Reason.TOKEN_REVOKED);
  }
}
