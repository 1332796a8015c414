package dev.honeydo.application.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.honeydo.application.Installation;
import dev.honeydo.application.Meanwhile;
import dev.honeydo.application.auth.LogIn;
import dev.honeydo.application.port.Account;
import dev.honeydo.application.port.PasswordHasher;
import dev.honeydo.application.port.Users;
import dev.honeydo.contracts.Race;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.auth.RawPassword;
import dev.honeydo.domain.user.EmailAddress;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserId;
import dev.honeydo.domain.user.UserName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class EditProfileTest {
  private static final Optional<String> RIGHT = Optional.of(Installation.PASSWORD);

  private final Installation here = new Installation();
  private final User ada = here.registered();
  private final EmailAddress elsewhere = Specimens.email();

  @Test
  void aNameChangesWithoutAPassword() {
    here.clock.elapse(Duration.ofSeconds(1));
    User grace = ada.edited(new UserName("Grace"), ada.email(), here.clock.instant());
    assertThat(rename(ada.id(), "Grace", Precondition.NONE))
        .isEqualTo(new EditProfile.Edited(grace));
    assertThat(here.userQueries.find(ada.id())).contains(grace);
    assertThat(grace.version()).isEqualTo(new Version(2));
    assertThat(grace.updatedAt()).isEqualTo(here.clock.instant());
  }

  @Test
  void whatIsNotGivenStays() {
    assertThat(move(elsewhere, RIGHT)).isInstanceOf(EditProfile.Edited.class);
    assertThat(here.userQueries.find(ada.id()).map(User::name)).contains(ada.name());
    assertThat(rename(ada.id(), "Grace", Precondition.NONE)).isInstanceOf(EditProfile.Edited.class);
    assertThat(here.userQueries.find(ada.id()).map(User::email)).contains(elsewhere);
  }

  @Test
  void whatChangesNothingKeepsTheVersion() {
    assertThat(rename(ada.id(), "Ada", Precondition.NONE)).isEqualTo(new EditProfile.Edited(ada));
    assertThat(move(ada.email(), Optional.empty())).isEqualTo(new EditProfile.Edited(ada));
    assertThat(here.userQueries.find(ada.id())).contains(ada);
  }

  @Test
  void anAddressChangesWithThePassword() {
    assertThat(move(elsewhere, RIGHT)).isInstanceOf(EditProfile.Edited.class);
    assertThat(here.users.findAccount(elsewhere.key()).map(it -> it.user().id()))
        .contains(ada.id());
    assertThat(here.users.findAccount(ada.email().key())).isEmpty();
  }

  @Test
  void anAddressThatChangedMeanwhileIsNotSetBackWithoutThePassword() {
    Users moving =
        Meanwhile.before(
            Users.class,
            here.users,
            "replace",
            () -> assertThat(move(elsewhere, RIGHT)).isInstanceOf(EditProfile.Edited.class));
    EditProfile.Command keepAddress =
        new EditProfile.Command(
            ada.id(),
            Optional.of(new UserName("Grace")),
            Optional.of(ada.email()),
            Optional.empty(),
            Precondition.NONE);
    assertThat(new EditProfile(moving, here.hasher, here.clock).handle(keepAddress))
        .isEqualTo(new EditProfile.PasswordRequired());
    assertThat(here.userQueries.find(ada.id()).map(User::email)).contains(elsewhere);
  }

  @Test
  void afterAMoveThePasswordIsTheSame() {
    assertThat(move(elsewhere, RIGHT)).isInstanceOf(EditProfile.Edited.class);
    assertThat(here.logIn(elsewhere, Installation.PASSWORD)).isInstanceOf(LogIn.LoggedIn.class);
  }

  @Test
  void anAddressDoesNotChangeWithoutThePassword() {
    assertThat(move(elsewhere, Optional.empty())).isEqualTo(new EditProfile.PasswordRequired());
    assertThat(here.userQueries.find(ada.id())).contains(ada);
  }

  @Test
  void anAddressDoesNotChangeWithAnotherPassword() {
    assertThat(move(elsewhere, Optional.of("wrong"))).isEqualTo(new EditProfile.WrongPassword());
    assertThat(here.userQueries.find(ada.id())).contains(ada);
  }

  @Test
  void whenTooManyAreHashedAnAddressDoesNotChange() {
    here.hasher.setOverloaded(true);
    assertThat(move(elsewhere, RIGHT)).isEqualTo(new EditProfile.Overloaded(Duration.ofSeconds(1)));
    assertThat(here.userQueries.find(ada.id())).contains(ada);
  }

  @Test
  void anAddressThatSomebodyHasIsTaken() {
    User other = here.registered();
    assertThat(move(other.email(), RIGHT)).isEqualTo(new EditProfile.EmailTaken());
    assertThat(here.users.findAccount(other.email().key()).map(Account::user)).contains(other);
    assertThat(here.userQueries.find(ada.id())).contains(ada);
  }

  @Test
  void anotherVersionThanTheOneAskedForIsToldAndKept() {
    Precondition second = Precondition.oneOf(Set.of(new Version(2)));
    assertThat(rename(ada.id(), "Grace", second))
        .isEqualTo(new EditProfile.VersionMismatch(Version.FIRST));
    assertThat(here.userQueries.find(ada.id())).contains(ada);
  }

  @Test
  void theVersionAskedForIsChanged() {
    Precondition first = Precondition.oneOf(Set.of(Version.FIRST));
    assertThat(rename(ada.id(), "Grace", first)).isInstanceOf(EditProfile.Edited.class);
  }

  @Test
  void whoDoesNotExistIsNotFound() {
    assertThat(rename(Specimens.userId(), "Grace", Precondition.NONE))
        .isEqualTo(new EditProfile.NotFound());
  }

  @Test
  void whatChangesNothingWritesNothing() {
    EditProfile profile = editing("replace", () -> fail("it was written"));
    assertThat(profile.handle(renaming(ada.id(), "Ada", Precondition.NONE)))
        .isEqualTo(new EditProfile.Edited(ada));
  }

  @Test
  void whoDoesNotExistCannotMove() {
    assertThat(here.editProfile.handle(moving(Specimens.userId(), elsewhere, RIGHT)))
        .isEqualTo(new EditProfile.NotFound());
  }

  @Test
  void whoGoesWhileThePasswordIsCheckedIsNotFound() {
    PasswordHasher slow =
        Meanwhile.before(
            PasswordHasher.class,
            here.hasher,
            "verify",
            () -> assertGone(here.users.remove(ada.id())));
    EditProfile profile = new EditProfile(here.users, slow, here.clock);
    assertThat(profile.handle(moving(ada.id(), elsewhere, RIGHT)))
        .isEqualTo(new EditProfile.NotFound());
  }

  @Test
  void whoGoesJustBeforeTheChangeIsNotFound() {
    EditProfile profile = editing("replace", () -> assertGone(here.users.remove(ada.id())));
    assertThat(profile.handle(renaming(ada.id(), "Grace", Precondition.NONE)))
        .isEqualTo(new EditProfile.NotFound());
    assertThat(here.userQueries.find(ada.id())).isEmpty();
  }

  @Test
  void whatChangedJustBeforeIsNotUndone() {
    EditProfile profile =
        editing(
            "replace",
            () -> assertThat(move(elsewhere, RIGHT)).isInstanceOf(EditProfile.Edited.class));
    assertThat(profile.handle(renaming(ada.id(), "Grace", Precondition.NONE)))
        .isInstanceOf(EditProfile.Edited.class);
    User now = here.userQueries.find(ada.id()).orElseThrow();
    assertThat(now.name()).isEqualTo(new UserName("Grace"));
    assertThat(now.email()).isEqualTo(elsewhere);
    assertThat(now.version()).isEqualTo(new Version(3));
  }

  @Test
  void ofManyChangesAtOnceNoneIsLost() {
    List<EditProfile.Outcome> outcomes =
        Race.run(number -> rename(ada.id(), "Ada " + number, Precondition.NONE));
    assertThat(outcomes).allSatisfy(it -> assertThat(it).isInstanceOf(EditProfile.Edited.class));
    assertThat(here.userQueries.find(ada.id()).map(User::version))
        .contains(new Version(1 + Race.CONTENDERS));
  }

  @Test
  void ofManyChangesToOneVersionOneIsKept() {
    Precondition first = Precondition.oneOf(Set.of(Version.FIRST));
    assertThat(Race.run(number -> rename(ada.id(), "Ada " + number, first)))
        .filteredOn(EditProfile.Edited.class::isInstance)
        .hasSize(1);
  }

  /** The use case, but that happens just before it calls the users' {@code method}. */
  private EditProfile editing(String method, Runnable event) {
    return new EditProfile(
        Meanwhile.before(Users.class, here.users, method, event), here.hasher, here.clock);
  }

  private static void assertGone(Users.Removal removal) {
    assertThat(removal).isEqualTo(new Users.Removed());
  }

  private EditProfile.Outcome rename(UserId id, String name, Precondition precondition) {
    return here.editProfile.handle(renaming(id, name, precondition));
  }

  private static EditProfile.Command renaming(UserId id, String name, Precondition precondition) {
    return new EditProfile.Command(
        id, Optional.of(new UserName(name)), Optional.empty(), Optional.empty(), precondition);
  }

  private EditProfile.Outcome move(EmailAddress email, Optional<String> password) {
    return here.editProfile.handle(moving(ada.id(), email, password));
  }

  private static EditProfile.Command moving(
      UserId id, EmailAddress email, Optional<String> password) {
    return new EditProfile.Command(
        id,
        Optional.empty(),
        Optional.of(email),
        password.map(RawPassword::new),
        Precondition.NONE);
  }
}
