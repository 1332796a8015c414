package dev.honeydo.application.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.Installation;
import dev.honeydo.application.Meanwhile;
import dev.honeydo.application.port.AccessTokens;
import dev.honeydo.application.port.Account;
import dev.honeydo.application.port.PasswordHasher;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.application.port.Users;
import dev.honeydo.contracts.Race;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.reference.RandomSessionTokens;
import dev.honeydo.domain.auth.AccessClaims;
import dev.honeydo.domain.auth.AuthenticationMethod;
import dev.honeydo.domain.auth.NewPassword;
import dev.honeydo.domain.auth.PasswordHash;
import dev.honeydo.domain.auth.RawPassword;
import dev.honeydo.domain.auth.RefreshLink;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionData;
import dev.honeydo.domain.auth.SessionLimits;
import dev.honeydo.domain.auth.TokenId;
import dev.honeydo.domain.user.EmailAddress;
import dev.honeydo.domain.user.User;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class LogInTest {
  private final Installation here = new Installation();
  private final User ada = here.registered();

  @Test
  void whoKnowsThePasswordGetsASession() {
    LogIn.LoggedIn in = here.loggedIn(ada);
    Session session = in.session();
    assertThat(in.user()).isEqualTo(ada);
    assertThat(session.owner()).isEqualTo(ada.id());
    assertThat(session.device()).isEqualTo(Specimens.device());
    assertThat(session.data()).isEqualTo(new SessionData("{\"theme\":\"dark\"}"));
    assertThat(session.method()).isEqualTo(AuthenticationMethod.PASSWORD);
    assertThat(session.createdAt()).isEqualTo(here.clock.instant());
    assertThat(session.idle()).isEqualTo(Installation.LIMITS.idle());
    assertThat(session.endsAt()).isEqualTo(here.clock.instant().plus(Duration.ofDays(1)));
  }

  @Test
  void theSessionIsFoundByItsToken() {
    LogIn.LoggedIn in = here.loggedIn(ada);
    assertThat(in.token().owner()).isEqualTo(ada.id());
    assertThat(here.sessions.find(ada.id(), in.token().hash())).contains(in.session());
  }

  @Test
  void eachAccessTokenHasAnIdOfItsOwn() {
    assertThat(List.of(tokenIdOf(here.loggedIn(ada)), tokenIdOf(here.loggedIn(ada))))
        .doesNotHaveDuplicates();
  }

  @Test
  void theAccessTokenSpeaksForTheUserInThatSession() {
    LogIn.LoggedIn in = here.loggedIn(ada);
    assertThat(in.tokens().expiresIn()).isEqualTo(Duration.ofMinutes(30));
    assertThat(here.accessTokens.read(in.tokens().access()))
        .isInstanceOfSatisfying(
            AccessTokens.Genuine.class,
            genuine -> {
              AccessClaims claims = genuine.claims();
              assertThat(claims.subject()).isEqualTo(ada.id());
              assertThat(claims.session()).isEqualTo(in.session().id());
              assertThat(claims.issuedAt())
                  .isEqualTo(here.clock.instant().truncatedTo(ChronoUnit.SECONDS));
              assertThat(claims.expiresAt())
                  .isEqualTo(claims.issuedAt().plus(Duration.ofMinutes(30)));
            });
  }

  @Test
  void theRefreshTokenIsTheFirstOfItsChain() {
    LogIn.LoggedIn in = here.loggedIn(ada);
    assertThat(here.refreshTokens.read(in.tokens().refresh()).map(RefreshLink::counter))
        .contains(0L);
  }

  @Test
  void anAddressMayBeTypedInOtherLetterCase() {
    EmailAddress shouted = new EmailAddress(ada.email().value().toUpperCase(Locale.ROOT));
    assertThat(here.logIn(shouted, Installation.PASSWORD)).isInstanceOf(LogIn.LoggedIn.class);
  }

  @Test
  void aWrongPasswordOpensNothing() {
    assertThat(here.logIn(ada.email(), "correct horse batterz"))
        .isEqualTo(new LogIn.InvalidCredentials());
    assertThat(here.sessions.revokeAll(ada.id()).count()).isZero();
  }

  @Test
  void anUnknownAddressGetsTheSameAnswerForTheSameWork() {
    int before = here.hasher.verifications();
    assertThat(here.logIn(Specimens.email(), Installation.PASSWORD))
        .isEqualTo(new LogIn.InvalidCredentials());
    assertThat(here.hasher.verifications()).isEqualTo(before + 1);
  }

  @Test
  void anAccountThatIsClosedMeanwhileIsLeftWithoutASession() {
    Sessions closing =
        Meanwhile.before(
            Sessions.class,
            here.sessions,
            "open",
            () -> assertThat(here.users.remove(ada.id())).isEqualTo(new Users.Removed()));
    assertThat(over(closing, here.families).handle(command()))
        .isEqualTo(new LogIn.InvalidCredentials());
    assertThat(here.sessions.revokeAll(ada.id()).count()).isZero();
    assertThat(here.families.endAll(ada.id()).count()).isZero();
  }

  @Test
  void aPasswordThatIsChangedMeanwhileLeavesThisSessionDeadAndTheOthersAlone() {
    LogIn.LoggedIn other = here.loggedIn(ada);
    Sessions changing =
        Meanwhile.before(
            Sessions.class, here.sessions, "open", () -> rehash("another horse battery"));
    assertThat(over(changing, here.families).handle(command()))
        .isEqualTo(new LogIn.InvalidCredentials());
    assertThat(here.sessions.list(ada.id())).containsExactly(other.session());
    assertThat(here.families.endOthers(ada.id(), other.session().id()).count()).isZero();
  }

  @Test
  void aHashThatIsRenewedMeanwhileMakesNoDifference() {
    Sessions renewing =
        Meanwhile.before(
            Sessions.class, here.sessions, "open", () -> rehash(Installation.PASSWORD));
    assertThat(over(renewing, here.families).handle(command())).isInstanceOf(LogIn.LoggedIn.class);
    assertThat(here.sessions.list(ada.id())).hasSize(1);
  }

  @Test
  void whatCannotBeCheckedAnewOpensNothing() {
    Sessions changing =
        Meanwhile.before(
            Sessions.class,
            here.sessions,
            "open",
            () -> {
              rehash(Installation.PASSWORD);
              here.hasher.setOverloaded(true);
            });
    assertThat(over(changing, here.families).handle(command()))
        .isEqualTo(new LogIn.Overloaded(Duration.ofSeconds(1)));
    assertThat(here.sessions.list(ada.id())).isEmpty();
    assertThat(here.families.endAll(ada.id()).count()).isZero();
  }

  @Test
  void aHashThatWasMadeWithTooLittleIsMadeAnew() {
    PasswordHash before = hash();
    here.hasher.outdate(before);
    LogIn.LoggedIn _ = here.loggedIn(ada);
    PasswordHash after = hash();
    assertThat(after).isNotEqualTo(before);
    LogIn.LoggedIn _ = here.loggedIn(ada);
    assertThat(hash()).isEqualTo(after);
  }

  @Test
  void aWrongPasswordRenewsNothing() {
    PasswordHash before = hash();
    here.hasher.outdate(before);
    assertThat(here.logIn(ada.email(), "wrong")).isEqualTo(new LogIn.InvalidCredentials());
    assertThat(hash()).isEqualTo(before);
  }

  @Test
  void thatAHashCannotBeRenewedIsNoReasonToTurnAnybodyAway() {
    PasswordHash before = hash();
    here.hasher.outdate(before);
    Users readOnly =
        Meanwhile.before(Users.class, here.users, "rehash", () -> here.users.setAvailable(false));
    assertThat(over(readOnly, here.sessions, here.families).handle(command()))
        .isInstanceOf(LogIn.LoggedIn.class);
    here.users.setAvailable(true);
    assertThat(hash()).isEqualTo(before);
  }

  @Test
  void aPasswordThatIsChangedWhileItsHashIsRenewedStaysChanged() {
    here.hasher.outdate(hash());
    Users changing =
        Meanwhile.before(Users.class, here.users, "rehash", () -> rehash("another horse battery"));
    assertThat(over(changing, here.sessions, here.families).handle(command()))
        .isInstanceOf(LogIn.LoggedIn.class);
    assertThat(here.logIn(ada.email(), "another horse battery")).isInstanceOf(LogIn.LoggedIn.class);
  }

  @Test
  void manyAtOnceWithAnOutdatedHashAllComeIn() {
    here.hasher.outdate(hash());
    assertThat(Race.run(_ -> here.logIn(ada.email(), Installation.PASSWORD)))
        .hasOnlyElementsOfType(LogIn.LoggedIn.class);
  }

  @Test
  void howeverManyLogInAtOnceThereAreNeverMoreThanTheLimit() {
    SessionLimits three = new SessionLimits(Duration.ofHours(1), Duration.ofDays(1), 3);
    LogIn limited =
        new LogIn(
            here.users,
            here.hasher,
            here.sessions,
            new RandomSessionTokens(),
            here.families,
            here.issuer,
            here.ids,
            three,
            here.clock);
    List<LogIn.Outcome> outcomes = Race.run(200, _ -> limited.handle(command()));
    assertThat(outcomes).hasOnlyElementsOfType(LogIn.LoggedIn.class);
    assertThat(here.sessions.list(ada.id())).hasSize(3);
    assertThat(
            outcomes.stream()
                .map(LogIn.LoggedIn.class::cast)
                .filter(it -> here.sessions.find(ada.id(), it.token().hash()).isPresent()))
        .hasSize(3);
    assertThat(here.families.endAll(ada.id()).count()).isEqualTo(3);
  }

  private PasswordHash hash() {
    return here.users.findAccount(ada.id()).map(Account::passwordHash).orElseThrow();
  }

  private void rehash(String password) {
    switch (here.hasher.hash(NewPassword.of(password))) {
      case PasswordHasher.Hashed(PasswordHash next) ->
          assertThat(here.users.rehash(ada.id(), hash(), next)).isEqualTo(new Users.Rehashed());
      case PasswordHasher.Overloaded(Duration _) -> throw new AssertionError("overloaded");
    }
  }

  @Test
  void aLoginThatCannotBeFinishedEndsNoOtherSession() {
    LogIn.LoggedIn first = here.loggedIn(ada);
    LogIn.LoggedIn second = here.loggedIn(ada);
    here.families.setAvailable(false);
    assertThatThrownBy(() -> here.logIn.handle(command())).isInstanceOf(PortUnavailable.class);
    assertThat(here.sessions.find(ada.id(), first.session().id())).isPresent();
    assertThat(here.sessions.find(ada.id(), second.session().id())).isPresent();
  }

  private LogIn over(Sessions sessions, RefreshFamilies families) {
    return over(here.users, sessions, families);
  }

  private LogIn over(Users users, Sessions sessions, RefreshFamilies families) {
    return new LogIn(
        users,
        here.hasher,
        sessions,
        new RandomSessionTokens(),
        families,
        here.issuer,
        here.ids,
        Installation.LIMITS,
        here.clock);
  }

  private LogIn.Command command() {
    return new LogIn.Command(
        ada.email(), new RawPassword(Installation.PASSWORD), Specimens.device(), SessionData.NONE);
  }

  @Test
  void aShutAccountIsToldSoOnlyToWhoKnowsThePassword() {
    User shut =
        new User(
            ada.id(),
            ada.name(),
            ada.email(),
            ada.role(),
            false,
            true,
            ada.createdAt(),
            ada.updatedAt(),
            ada.version().next());
    assertThat(here.users.replace(shut, ada.version())).isEqualTo(new Users.Replaced());
    assertThat(here.logIn(ada.email(), Installation.PASSWORD))
        .isEqualTo(new LogIn.AccountDisabled());
    assertThat(here.logIn(ada.email(), "wrong")).isEqualTo(new LogIn.InvalidCredentials());
    assertThat(here.sessions.revokeAll(ada.id()).count()).isZero();
  }

  @Test
  void whenTooManyAreHashedNothingIsOpened() {
    here.hasher.setOverloaded(true);
    assertThat(here.logIn(ada.email(), Installation.PASSWORD))
        .isEqualTo(new LogIn.Overloaded(Duration.ofSeconds(1)));
    assertThat(here.sessions.revokeAll(ada.id()).count()).isZero();
  }

  @Test
  void overTheLimitTheOldestSessionEndsWithItsFamily() {
    LogIn.LoggedIn first = here.loggedIn(ada);
    here.clock.elapse(Duration.ofMillis(1));
    LogIn.LoggedIn second = here.loggedIn(ada);
    here.clock.elapse(Duration.ofMillis(1));
    LogIn.LoggedIn third = here.loggedIn(ada);
    assertThat(here.sessions.find(ada.id(), first.session().id())).isEmpty();
    assertThat(here.sessions.find(ada.id(), second.session().id())).isPresent();
    assertThat(here.sessions.find(ada.id(), third.session().id())).isPresent();
    assertThat(here.families.end(ada.id(), first.session().id()).count()).isZero();
    assertThat(here.families.end(ada.id(), second.session().id()).count()).isOne();
  }

  @Test
  void noTwoLoginsShareASecret() {
    LogIn.LoggedIn one = here.loggedIn(ada);
    LogIn.LoggedIn other = here.loggedIn(ada);
    assertThat(one.token().secret()).isNotEqualTo(other.token().secret());
    assertThat(one.tokens().refresh()).isNotEqualTo(other.tokens().refresh());
    assertThat(one.tokens().access()).isNotEqualTo(other.tokens().access());
  }

  private TokenId tokenIdOf(LogIn.LoggedIn in) {
    return switch (here.accessTokens.read(in.tokens().access())) {
      case AccessTokens.Genuine(AccessClaims claims) -> claims.id();
      case AccessTokens.Reading bad -> throw new AssertionError(bad);
    };
  }
}
