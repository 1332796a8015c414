package dev.honeydo.application.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.Installation;
import dev.honeydo.application.Meanwhile;
import dev.honeydo.application.port.AccessTokens;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.contracts.Race;
import dev.honeydo.domain.auth.RefreshFamily;
import dev.honeydo.domain.auth.RefreshLink;
import dev.honeydo.domain.auth.RefreshToken;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RefreshSessionTest {
  private final Installation here = new Installation();
  private final User ada = here.registered();
  private final LogIn.LoggedIn in = here.loggedIn(ada);

  @Test
  void aFreshTokenBuysOthers() {
    IssuedTokens next = refreshed(in.tokens().refresh());
    assertThat(next.refresh()).isNotEqualTo(in.tokens().refresh());
    assertThat(here.accessTokens.read(next.access()))
        .isInstanceOfSatisfying(
            AccessTokens.Genuine.class,
            it -> {
              assertThat(it.claims().subject()).isEqualTo(ada.id());
              assertThat(it.claims().session()).isEqualTo(in.session().id());
            });
  }

  @Test
  void whatItBuysBuysOthersInTurn() {
    RefreshToken token = in.tokens().refresh();
    for (int round = 0; round < 5; round++) {
      here.clock.elapse(Duration.ofMinutes(30));
      token = refreshed(token).refresh();
    }
    assertThat(refresh(token)).isInstanceOf(RefreshSession.Refreshed.class);
  }

  @Test
  void theSameTokenWithinTheWindowBuysTheSameSuccessor() {
    IssuedTokens next = refreshed(in.tokens().refresh());
    here.clock.elapse(RefreshFamily.REPLAY_WINDOW);
    assertThat(refreshed(in.tokens().refresh()).refresh()).isEqualTo(next.refresh());
  }

  @Test
  void manyAtOnceAreGivenTheSameSuccessor() {
    List<RefreshSession.Outcome> outcomes = Race.run(50, _ -> refresh(in.tokens().refresh()));
    assertThat(outcomes).hasSize(50);
    assertThat(
            outcomes.stream()
                .map(RefreshSession.Refreshed.class::cast)
                .map(it -> it.tokens().refresh())
                .distinct())
        .hasSize(1);
    RefreshToken next = ((RefreshSession.Refreshed) outcomes.getFirst()).tokens().refresh();
    assertThat(here.refreshTokens.read(next).map(RefreshLink::counter)).contains(1L);
  }

  @Test
  void theLastTokenButOneEndsTheSessionHoweverSoon() {
    IssuedTokens next = refreshed(in.tokens().refresh());
    IssuedTokens newest = refreshed(next.refresh());
    assertThat(refresh(in.tokens().refresh())).isEqualTo(new RefreshSession.Reused());
    assertThat(here.sessions.find(ada.id(), in.session().id())).isEmpty();
    assertThat(refresh(newest.refresh())).isEqualTo(new RefreshSession.Ended());
  }

  @Test
  void aTokenThatWasSpentLongAgoEndsTheSession() {
    var _ = refreshed(in.tokens().refresh());
    here.clock.elapse(RefreshFamily.REPLAY_WINDOW.plusMillis(1));
    assertThat(refresh(in.tokens().refresh())).isEqualTo(new RefreshSession.Reused());
    assertThat(here.sessions.find(ada.id(), in.session().id())).isEmpty();
  }

  @Test
  void afterAReuseTheNewestTokenIsWorthNothing() {
    IssuedTokens next = refreshed(in.tokens().refresh());
    here.clock.elapse(RefreshFamily.REPLAY_WINDOW.plusMillis(1));
    assertThat(refresh(in.tokens().refresh())).isEqualTo(new RefreshSession.Reused());
    assertThat(refresh(next.refresh())).isEqualTo(new RefreshSession.Ended());
    assertThat(refresh(in.tokens().refresh())).isEqualTo(new RefreshSession.Ended());
  }

  @Test
  void aReuseLeavesTheUsersOtherSessionsAlone() {
    LogIn.LoggedIn other = here.loggedIn(ada);
    var _ = refreshed(in.tokens().refresh());
    here.clock.elapse(Duration.ofMinutes(1));
    assertThat(refresh(in.tokens().refresh())).isEqualTo(new RefreshSession.Reused());
    assertThat(refresh(other.tokens().refresh())).isInstanceOf(RefreshSession.Refreshed.class);
  }

  @Test
  void aForgedTokenChangesNothing() {
    assertThat(refresh(new RefreshToken("refresh.of.mine"))).isEqualTo(new RefreshSession.Forged());
    assertThat(here.sessions.find(ada.id(), in.session().id())).contains(in.session());
  }

  @Test
  void aTokenOfASessionThatIsLoggedOutBuysNothing() {
    var _ = here.logOut.handle(new LogOut.Command(ada.id(), in.session().id(), List.of()));
    assertThat(refresh(in.tokens().refresh())).isEqualTo(new RefreshSession.Ended());
  }

  @Test
  void aTokenOfASessionThatWasUnusedTooLongBuysNothing() {
    here.clock.elapse(Installation.LIMITS.idle());
    assertThat(refresh(in.tokens().refresh())).isEqualTo(new RefreshSession.Ended());
  }

  @Test
  void whereTheSessionHasEndedNothingIsSpentAndTheFamilyGoes() {
    here.clock.elapse(Installation.LIMITS.idle());
    RefreshFamilies watched =
        Meanwhile.before(
            RefreshFamilies.class,
            here.families,
            "rotate",
            () -> {
              throw new AssertionError("spent");
            });
    RefreshSession refreshSession =
        new RefreshSession(here.refreshTokens, watched, here.sessions, here.issuer, here.clock);
    assertThat(refreshSession.handle(new RefreshSession.Command(in.tokens().refresh())))
        .isEqualTo(new RefreshSession.Ended());
    assertThat(here.families.endAll(ada.id()).count()).isZero();
  }

  @Test
  void whoseSessionCannotBeLookedAtIsNoThiefLater() {
    here.sessions.setAvailable(false);
    assertThatThrownBy(() -> refresh(in.tokens().refresh())).isInstanceOf(PortUnavailable.class);
    here.sessions.setAvailable(true);
    here.clock.elapse(RefreshFamily.REPLAY_WINDOW.plusSeconds(1));
    assertThat(refresh(in.tokens().refresh())).isInstanceOf(RefreshSession.Refreshed.class);
  }

  @Test
  void aRefreshIsAUseOfTheSession() {
    here.clock.elapse(Duration.ofMinutes(40));
    Instant used = here.clock.instant();
    var _ = refreshed(in.tokens().refresh());
    assertThat(here.sessions.find(ada.id(), in.session().id()).map(Session::lastAccessedAt))
        .contains(used);
  }

  private RefreshSession.Outcome refresh(RefreshToken token) {
    return here.refreshSession.handle(new RefreshSession.Command(token));
  }

  private IssuedTokens refreshed(RefreshToken token) {
    return switch (refresh(token)) {
      case RefreshSession.Refreshed(IssuedTokens tokens) -> tokens;
      case RefreshSession.Outcome refused -> throw new AssertionError(refused);
    };
  }
}
