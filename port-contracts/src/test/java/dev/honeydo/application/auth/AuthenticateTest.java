package dev.honeydo.application.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.Installation;
import dev.honeydo.application.Meanwhile;
import dev.honeydo.application.port.AccessTokens;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.reference.InMemoryAccessTokens;
import dev.honeydo.domain.auth.AccessClaims;
import dev.honeydo.domain.auth.AccessToken;
import dev.honeydo.domain.auth.Epoch;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionToken;
import dev.honeydo.domain.auth.TokenId;
import dev.honeydo.domain.user.User;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class AuthenticateTest {
  private final Installation here = new Installation();
  private final User ada = here.registered();
  private final LogIn.LoggedIn in = here.loggedIn(ada);

  @Test
  void whoShowsNothingIsNobody() {
    assertThat(authenticate()).isEqualTo(new Authenticate.NothingPresented());
  }

  @Test
  void anAccessTokenIsGood() {
    assertThat(authenticate(bearer(in))).isEqualTo(admitted(in.session(), in));
  }

  @Test
  void aSessionsTokenIsGood() {
    assertThat(authenticate(key(in))).isEqualTo(admitted(in.session()));
  }

  @Test
  void twoCredentialsOfOneSessionAreGood() {
    assertThat(authenticate(bearer(in), key(in), key(in))).isEqualTo(admitted(in.session(), in));
  }

  @Test
  void twoSessionsOfOneUserAreAmbiguous() {
    LogIn.LoggedIn other = here.loggedIn(ada);
    assertThat(authenticate(bearer(in), key(other))).isEqualTo(new Authenticate.Ambiguous());
  }

  @Test
  void twoUsersAreAmbiguous() {
    LogIn.LoggedIn other = here.loggedIn(here.registered());
    assertThat(authenticate(key(in), key(other))).isEqualTo(new Authenticate.Ambiguous());
  }

  @Test
  void aBadCredentialBesideAGoodOneDecides() {
    Credential bad = new Credential.SessionKey("nothing of ours");
    assertThat(authenticate(bearer(in), bad))
        .isEqualTo(rejected(Authenticate.Reason.SESSION_EXPIRED));
    assertThat(authenticate(bad, bearer(in)))
        .isEqualTo(rejected(Authenticate.Reason.SESSION_EXPIRED));
  }

  @Test
  void aForgedTokenIsInvalid() {
    AccessClaims claims =
        new AccessClaims(
            new TokenId(UUID.randomUUID()),
            ada.id(),
            in.session().id(),
            Epoch.FIRST,
            here.clock.instant(),
            here.clock.instant().plusSeconds(60));
    AccessToken forged = new InMemoryAccessTokens(here.clock).sign(claims);
    assertThat(authenticate(new Credential.Bearer(forged)))
        .isEqualTo(rejected(Authenticate.Reason.TOKEN_INVALID));
  }

  @Test
  void anOldTokenHasExpired() {
    here.clock.elapse(Duration.ofMinutes(30));
    assertThat(authenticate(bearer(in))).isEqualTo(rejected(Authenticate.Reason.TOKEN_EXPIRED));
  }

  @Test
  void aTokenWhoseSessionEndedIsRevoked() {
    var _ = here.logOut.handle(new LogOut.Command(ada.id(), in.session().id(), List.of()));
    assertThat(authenticate(bearer(in))).isEqualTo(rejected(Authenticate.Reason.TOKEN_REVOKED));
  }

  @Test
  void aTokenThatNamesSomebodyElsesSessionIsRevoked() {
    AccessClaims claims =
        new AccessClaims(
            new TokenId(UUID.randomUUID()),
            Specimens.userId(),
            in.session().id(),
            Epoch.FIRST,
            here.clock.instant(),
            here.clock.instant().plusSeconds(60));
    assertThat(authenticate(new Credential.Bearer(here.accessTokens.sign(claims))))
        .isEqualTo(rejected(Authenticate.Reason.TOKEN_REVOKED));
  }

  @Test
  void aSessionThatEndedHasExpired() {
    var _ = here.logOut.handle(new LogOut.Command(ada.id(), in.session().id(), List.of()));
    assertThat(authenticate(key(in))).isEqualTo(rejected(Authenticate.Reason.SESSION_EXPIRED));
  }

  @Test
  void aSessionThatWasUnusedTooLongHasExpired() {
    here.clock.elapse(Installation.LIMITS.idle());
    assertThat(authenticate(key(in))).isEqualTo(rejected(Authenticate.Reason.SESSION_EXPIRED));
  }

  @Test
  void aWellFormedTokenThatNobodyWasGivenHasExpired() {
    SessionToken made = SessionToken.of(ada.id(), new byte[SessionToken.SECRET_BYTES]);
    assertThat(authenticate(new Credential.SessionKey(made.text())))
        .isEqualTo(rejected(Authenticate.Reason.SESSION_EXPIRED));
  }

  @Test
  void aSecretUnderAnotherOwnersNameHasExpired() {
    SessionToken moved = new SessionToken(Specimens.userId(), in.token().secret());
    assertThat(authenticate(new Credential.SessionKey(moved.text())))
        .isEqualTo(rejected(Authenticate.Reason.SESSION_EXPIRED));
  }

  @Test
  void useIsNotedOnceAMinuteHasPassed() {
    here.clock.elapse(Session.TOUCH_INTERVAL);
    Session touched = in.session().touched(here.clock.instant());
    assertThat(authenticate(key(in))).isEqualTo(admitted(touched));
    assertThat(here.sessions.find(ada.id(), in.session().id())).contains(touched);
  }

  @Test
  void useIsNotNotedBefore() {
    here.clock.elapse(Session.TOUCH_INTERVAL.minusMillis(1));
    assertThat(authenticate(key(in))).isEqualTo(admitted(in.session()));
    assertThat(here.sessions.find(ada.id(), in.session().id())).contains(in.session());
  }

  @Test
  void whoseUseCannotBeNotedIsLetInAllTheSame() {
    here.clock.elapse(Session.TOUCH_INTERVAL);
    Sessions readOnly =
        Meanwhile.before(
            Sessions.class, here.sessions, "touch", () -> here.sessions.setAvailable(false));
    assertThat(
            new Authenticate(
                    here.accessTokens,
                    new RecordedAccess(readOnly, here.revokedTokens),
                    readOnly,
                    here.clock)
                .handle(new Authenticate.Command(List.of(key(in)))))
        .isEqualTo(admitted(in.session()));
  }

  @Test
  void aSessionThatEndsBeforeItsUseIsNotedIsToldInTheCredentialsWords() {
    here.clock.elapse(Session.TOUCH_INTERVAL);
    assertThat(endingMeanwhile(bearer(in))).isEqualTo(rejected(Authenticate.Reason.TOKEN_REVOKED));
    LogIn.LoggedIn next = here.loggedIn(ada);
    here.clock.elapse(Session.TOUCH_INTERVAL);
    assertThat(endingMeanwhile(key(next))).isEqualTo(rejected(Authenticate.Reason.SESSION_EXPIRED));
  }

  @Test
  void whenTheStoreIsGoneNobodyIsTakenForLoggedOut() {
    here.sessions.setAvailable(false);
    assertThatThrownBy(() -> authenticate(bearer(in))).isInstanceOf(PortUnavailable.class);
    assertThatThrownBy(() -> authenticate(key(in))).isInstanceOf(PortUnavailable.class);
  }

  private Authenticate.Outcome authenticate(Credential... credentials) {
    return here.authenticate.handle(new Authenticate.Command(List.of(credentials)));
  }

  /** What becomes of a credential whose session ends between being found and being touched. */
  private Authenticate.Outcome endingMeanwhile(Credential credential) {
    Sessions ending =
        Meanwhile.before(
            Sessions.class,
            here.sessions,
            "touch",
            () -> assertThat(here.sessions.revokeAll(ada.id()).count()).isOne());
    return new Authenticate(
            here.accessTokens, new RecordedAccess(ending, here.revokedTokens), ending, here.clock)
        .handle(new Authenticate.Command(List.of(credential)));
  }

  /** They are let in to that session, having shown the access tokens of those logins. */
  private Authenticate.Outcome admitted(Session session, LogIn.LoggedIn... shown) {
    List<AccessClaims> tokens =
        Stream.of(shown)
            .map(it -> here.accessTokens.read(it.tokens().access()))
            .map(AccessTokens.Genuine.class::cast)
            .map(AccessTokens.Genuine::claims)
            .toList();
    return new Authenticate.Authenticated(session, tokens);
  }

  private static Credential bearer(LogIn.LoggedIn in) {
    return new Credential.Bearer(in.tokens().access());
  }

  private static Credential key(LogIn.LoggedIn in) {
    return new Credential.SessionKey(in.token().text());
  }

  private static Authenticate.Outcome rejected(Authenticate.Reason reason) {
    return new Authenticate.Rejected(reason);
  }
}
