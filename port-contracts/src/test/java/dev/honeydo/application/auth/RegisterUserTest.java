package dev.honeydo.application.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.Installation;
import dev.honeydo.application.port.Account;
import dev.honeydo.application.port.PasswordHasher;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.contracts.Race;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.reference.FewCommonPasswords;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.auth.NewPassword;
import dev.honeydo.domain.auth.RawPassword;
import dev.honeydo.domain.user.EmailAddress;
import dev.honeydo.domain.user.Role;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserName;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RegisterUserTest {
  private final Installation here = new Installation();
  private final EmailAddress email = Specimens.email();

  @Test
  void whoRegistersIsAPlainUserFromNowOn() {
    User user = here.registered(email);
    assertThat(user.role()).isEqualTo(Role.USER);
    assertThat(user.emailVerified()).isFalse();
    assertThat(user.disabled()).isFalse();
    assertThat(user.email()).isEqualTo(email);
    assertThat(user.createdAt()).isEqualTo(here.clock.instant());
    assertThat(user.updatedAt()).isEqualTo(here.clock.instant());
    assertThat(user.version()).isEqualTo(Version.FIRST);
    assertThat(here.userQueries.find(user.id())).contains(user);
  }

  @Test
  void theirPasswordIsKeptAsAHash() {
    User user = here.registered(email);
    var kept = here.users.findAccount(user.id()).map(Account::passwordHash);
    assertThat(here.hasher.verify(new RawPassword(Installation.PASSWORD), kept))
        .isEqualTo(new PasswordHasher.Right());
  }

  @Test
  void twoUsersHaveTwoIds() {
    assertThat(here.registered().id()).isNotEqualTo(here.registered().id());
  }

  @Test
  void anAddressThatSomebodyHasIsTaken() {
    User first = here.registered(email);
    assertThat(register(email, "another password")).isEqualTo(new RegisterUser.EmailTaken());
    assertThat(here.users.findAccount(email.key()).map(Account::user)).contains(first);
  }

  @Test
  void whoRegistersAgainUnderTheirIdIsWhoTheyAreByNow() {
    User first = here.registered(email);
    var again =
        new RegisterUser.Command(
            new UserName("Eve"),
            email,
            NewPassword.of("another password"),
            Optional.of(first.id()));
    assertThat(here.registerUser.handle(again)).isEqualTo(new RegisterUser.Registered(first));
    assertThat(here.users.findAccount(email.key()).map(Account::user)).contains(first);
  }

  @Test
  void anAddressThatDiffersInLetterCaseIsTaken() {
    var _ = here.registered(email);
    EmailAddress shouted = new EmailAddress(email.value().toUpperCase(Locale.ROOT));
    assertThat(register(shouted, "another password")).isEqualTo(new RegisterUser.EmailTaken());
  }

  @Test
  void ofManyWhoRegisterOneAddressOneDoes() {
    List<RegisterUser.Outcome> outcomes = Race.run(_ -> register(email, "a good password"));
    assertThat(outcomes).filteredOn(RegisterUser.Registered.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(it -> it.equals(new RegisterUser.EmailTaken()))
        .hasSize(Race.CONTENDERS - 1);
  }

  @Test
  void theFirstOfAllIsAnAdminIfTheirAddressIsTheOneThatWasNamed() {
    EmailAddress shouted = new EmailAddress("ROOT@Example.org");
    assertThat(here.registered(shouted).role()).isEqualTo(Role.ADMIN);
    assertThat(here.registered().role()).isEqualTo(Role.USER);
  }

  @Test
  void theFirstOfAllIsNoAdminUnderAnotherAddress() {
    assertThat(here.registered().role()).isEqualTo(Role.USER);
  }

  @Test
  void whoComesLaterIsNoAdminWhateverTheirAddress() {
    var _ = here.registered();
    assertThat(here.registered(Installation.FIRST_ADMIN).role()).isEqualTo(Role.USER);
  }

  @Test
  void whereNobodyIsNamedNobodyIsAdmin() {
    RegisterUser plain =
        new RegisterUser(
            here.users,
            here.hasher,
            new FewCommonPasswords(),
            here.ids,
            FirstAdmin.NOBODY,
            here.clock);
    RegisterUser.Outcome outcome =
        plain.handle(
            new RegisterUser.Command(
                new UserName("Ada"), Installation.FIRST_ADMIN, NewPassword.of("a good password")));
    assertThat(((RegisterUser.Registered) outcome).user().role()).isEqualTo(Role.USER);
  }

  @Test
  void ofManyWhoRegisterFirstAtMostTheOneThatWasNamedIsAdmin() {
    List<RegisterUser.Outcome> outcomes =
        Race.run(i ->
            register(i == 0 ? Installation.FIRST_ADMIN : Specimens.email(), "a good password"));
    assertThat(outcomes.subList(1, outcomes.size()))
        .allSatisfy(
            it -> assertThat(((RegisterUser.Registered) it).user().role()).isEqualTo(Role.USER));
  }

  @Test
  void aCommonPasswordIsRefusedAndNobodyIsAdded() {
    assertThat(register(email, "Password")).isEqualTo(new RegisterUser.PasswordTooCommon());
    assertThat(here.users.findAccount(email.key())).isEmpty();
  }

  @Test
  void whenTooManyAreHashedNobodyIsAdded() {
    here.hasher.setOverloaded(true);
    assertThat(register(email, "a good password"))
        .isEqualTo(new RegisterUser.Overloaded(Duration.ofSeconds(1)));
    assertThat(here.users.findAccount(email.key())).isEmpty();
  }

  @Test
  void whenTheStoreIsGoneItSaysSo() {
    here.users.setAvailable(false);
    assertThatThrownBy(() -> register(email, "a good password"))
        .isInstanceOf(PortUnavailable.class);
  }

  private RegisterUser.Outcome register(EmailAddress address, String password) {
    return here.registerUser.handle(
        new RegisterUser.Command(new UserName("Ada"), address, NewPassword.of(password)));
  }
}
