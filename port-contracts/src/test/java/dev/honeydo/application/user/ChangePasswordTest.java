package dev.honeydo.application.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.Installation;
import dev.honeydo.application.Meanwhile;
import dev.honeydo.application.auth.LogIn;
import dev.honeydo.application.port.Account;
import dev.honeydo.application.port.PasswordHasher;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.application.port.Users;
import dev.honeydo.contracts.Race;
import dev.honeydo.contracts.reference.FewCommonPasswords;
import dev.honeydo.contracts.reference.RandomSessionTokens;
import dev.honeydo.domain.auth.NewPassword;
import dev.honeydo.domain.auth.PasswordHash;
import dev.honeydo.domain.auth.RawPassword;
import dev.honeydo.domain.auth.SessionToken;
import dev.honeydo.domain.user.User;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ChangePasswordTest {
  private static final String NEXT = "another horse battery";
  private static final ChangePassword.Outcome CHANGED =
      new ChangePassword.Changed(Optional.empty());

  private final Installation here = new Installation();
  private final User ada = here.registered();
  private final LogIn.LoggedIn in = here.loggedIn(ada);

  @Test
  void onlyTheNewPasswordIsGood() {
    assertThat(change(Installation.PASSWORD, NEXT)).isEqualTo(CHANGED);
    assertThat(here.logIn(ada.email(), Installation.PASSWORD))
        .isEqualTo(new LogIn.InvalidCredentials());
    assertThat(here.logIn(ada.email(), NEXT)).isInstanceOf(LogIn.LoggedIn.class);
    assertThat(here.userQueries.find(ada.id())).contains(ada);
  }

  @Test
  void everyOtherSessionAndFamilyEnds() {
    LogIn.LoggedIn other = here.loggedIn(ada);
    assertThat(change(Installation.PASSWORD, NEXT)).isEqualTo(CHANGED);
    assertThat(here.sessionQueries.list(ada.id())).containsExactly(in.session());
    assertThat(here.families.end(ada.id(), other.session().id()).count()).isZero();
    assertThat(here.families.end(ada.id(), in.session().id()).count()).isOne();
  }

  @Test
  void theSessionKeepsItsTokenUnlessItIsToBeRotated() {
    assertThat(change(Installation.PASSWORD, NEXT)).isEqualTo(CHANGED);
    assertThat(here.sessions.find(ada.id(), in.token().hash())).contains(in.session());
  }

  @Test
  void aRotatedSessionIsFoundByItsNewTokenAlone() {
    ChangePassword.Outcome outcome =
        here.changePassword.handle(command(true, Installation.PASSWORD, NEXT));
    SessionToken token = ((ChangePassword.Changed) outcome).token().orElseThrow();
    assertThat(token.owner()).isEqualTo(ada.id());
    assertThat(here.sessions.find(ada.id(), token.hash())).contains(in.session());
    assertThat(here.sessions.find(ada.id(), in.token().hash())).isEmpty();
  }

  @Test
  void withAnotherPasswordEverythingStays() {
    LogIn.LoggedIn other = here.loggedIn(ada);
    assertThat(change("wrong", NEXT)).isEqualTo(new ChangePassword.WrongPassword());
    assertThat(here.sessionQueries.list(ada.id())).contains(other.session());
    assertThat(here.logIn(ada.email(), Installation.PASSWORD)).isInstanceOf(LogIn.LoggedIn.class);
  }

  @Test
  void aCommonPasswordIsRefusedBeforeAnyWork() {
    int before = here.hasher.verifications();
    assertThat(change("wrong", "Password")).isEqualTo(new ChangePassword.PasswordTooCommon());
    assertThat(here.hasher.verifications()).isEqualTo(before);
  }

  @Test
  void whenTooManyAreHashedEverythingStays() {
    here.hasher.setOverloaded(true);
    assertThat(change(Installation.PASSWORD, NEXT))
        .isEqualTo(new ChangePassword.Overloaded(Duration.ofSeconds(1)));
    here.hasher.setOverloaded(false);
    assertThat(here.logIn(ada.email(), Installation.PASSWORD)).isInstanceOf(LogIn.LoggedIn.class);
  }

  @Test
  void whoIsGoneIsNotFound() {
    assertThat(here.users.remove(ada.id())).isEqualTo(new Users.Removed());
    assertThat(change(Installation.PASSWORD, NEXT)).isEqualTo(new ChangePassword.NotFound());
  }

  @Test
  void aHashThatWasRenewedMeanwhileIsCheckedAgain() {
    assertThat(over(renewing(Installation.PASSWORD)).handle(command())).isEqualTo(CHANGED);
    assertThat(here.logIn(ada.email(), NEXT)).isInstanceOf(LogIn.LoggedIn.class);
  }

  @Test
  void aPasswordThatWasChangedMeanwhileIsNoLongerRight() {
    assertThat(over(renewing("a third horse battery")).handle(command()))
        .isEqualTo(new ChangePassword.WrongPassword());
    assertThat(here.logIn(ada.email(), "a third horse battery")).isInstanceOf(LogIn.LoggedIn.class);
  }

  /** The users, whose hash is replaced by another just before the change is made. */
  private Users renewing(String password) {
    return Meanwhile.before(
        Users.class,
        here.users,
        "rehash",
        () ->
            assertThat(here.users.rehash(ada.id(), hash(), hashOf(password)))
                .isEqualTo(new Users.Rehashed()));
  }

  @Test
  void whereTheHashIsNeverTheSameItGivesUp() {
    Users restless = Meanwhile.answering(Users.class, here.users, "rehash", new Users.Overtaken());
    assertThat(over(restless).handle(command())).isInstanceOf(ChangePassword.Overloaded.class);
  }

  @Test
  void ofManyAtOnceOneIsKeptAndTheOthersAreToldThatTheirsIsWrong() {
    List<ChangePassword.Outcome> outcomes =
        Race.run(i -> change(Installation.PASSWORD, "horse battery number " + i));
    assertThat(outcomes).filteredOn(CHANGED::equals).hasSize(1);
    assertThat(outcomes)
        .filteredOn(it -> !it.equals(CHANGED))
        .containsOnly(new ChangePassword.WrongPassword());
    assertThat(here.logIn(ada.email(), "horse battery number " + outcomes.indexOf(CHANGED)))
        .isInstanceOf(LogIn.LoggedIn.class);
  }

  @Test
  void aLoginWithTheOldPasswordDoesNotOutliveTheChange() {
    for (int round = 0; round < 50; round++) {
      Installation there = new Installation();
      User bob = there.registered();
      LogIn.LoggedIn first = there.loggedIn(bob);
      var command =
          new ChangePassword.Command(
              bob.id(),
              first.session().id(),
              false,
              new RawPassword(Installation.PASSWORD),
              NewPassword.of(NEXT));
      var _ =
          Race.run(
              4,
              i ->
                  i == 0
                      ? there.changePassword.handle(command)
                      : there.logIn(bob.email(), Installation.PASSWORD));
      assertThat(there.sessionQueries.list(bob.id()))
          .allSatisfy(it -> assertThat(it.id()).isEqualTo(first.session().id()));
    }
  }

  @Test
  void whoIsCutOffAnywhereLeavesNobodyElseInOnceTheyHaveAskedAgain() {
    for (int calls = 0; calls < 7; calls++) {
      Installation there = new Installation();
      User bob = there.registered();
      LogIn.LoggedIn first = there.loggedIn(bob);
      LogIn.LoggedIn _ = there.loggedIn(bob);
      AtomicInteger left = new AtomicInteger(calls);
      Runnable cut =
          () -> {
            if (left.getAndDecrement() == 0) {
              throw new PortUnavailable("Any", "call", new IOException("cut off"));
            }
          };
      ChangePassword fragile =
          new ChangePassword(
              Meanwhile.always(Users.class, there.users, cut),
              there.hasher,
              new FewCommonPasswords(),
              Meanwhile.always(Sessions.class, there.sessions, cut),
              new RandomSessionTokens(),
              Meanwhile.always(RefreshFamilies.class, there.families, cut));
      var command =
          new ChangePassword.Command(
              bob.id(),
              first.session().id(),
              false,
              new RawPassword(Installation.PASSWORD),
              NewPassword.of(NEXT));
      try {
        ChangePassword.Outcome _ = fragile.handle(command);
      } catch (PortUnavailable cutOff) {
        assertThat(there.changePassword.handle(command)).as("after %s", calls).isEqualTo(CHANGED);
      }
      assertThat(there.sessionQueries.list(bob.id())).containsExactly(first.session());
      assertThat(there.families.endOthers(bob.id(), first.session().id()).count()).isZero();
      assertThat(there.logIn(bob.email(), NEXT)).isInstanceOf(LogIn.LoggedIn.class);
    }
  }

  @Test
  void withoutTheStoreItSaysSo() {
    here.users.setAvailable(false);
    assertThatThrownBy(() -> change(Installation.PASSWORD, NEXT))
        .isInstanceOf(PortUnavailable.class);
  }

  @Test
  void theCommandSaysNothingOfThePasswords() {
    assertThat(command().toString()).doesNotContain(Installation.PASSWORD, NEXT);
  }

  private ChangePassword over(Users users) {
    return new ChangePassword(
        users,
        here.hasher,
        new FewCommonPasswords(),
        here.sessions,
        new RandomSessionTokens(),
        here.families);
  }

  private ChangePassword.Outcome change(String current, String next) {
    return here.changePassword.handle(command(false, current, next));
  }

  private ChangePassword.Command command() {
    return command(false, Installation.PASSWORD, NEXT);
  }

  private ChangePassword.Command command(boolean rotating, String current, String next) {
    return new ChangePassword.Command(
        ada.id(), in.session().id(), rotating, new RawPassword(current), NewPassword.of(next));
  }

  private PasswordHash hash() {
    return here.users.findAccount(ada.id()).map(Account::passwordHash).orElseThrow();
  }

  private PasswordHash hashOf(String password) {
    return switch (here.hasher.hash(NewPassword.of(password))) {
      case PasswordHasher.Hashed(PasswordHash hash) -> hash;
      case PasswordHasher.Overloaded(Duration _) -> throw new AssertionError("overloaded");
    };
  }
}
