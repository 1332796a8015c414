package dev.honeydo.contracts;

import static dev.honeydo.contracts.Specimens.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Account;
import dev.honeydo.application.port.Users;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.user.EmailAddress;
import dev.honeydo.domain.user.Role;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserName;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A change is kept if it builds on the version that is there and takes nobody's address. */
interface UsersReplacing extends UsersSubject {

  @Test
  @DisplayName("USER-30 a replaced user is found as given")
  default void replaces() {
    User first = added();
    User second =
        new User(
            first.id(),
            new UserName("Grace"),
            Specimens.email(),
            Role.ADMIN,
            true,
            true,
            first.createdAt(),
            NOW.plusMillis(1),
            new Version(2));
    assertThat(users().replace(second, first.version())).isEqualTo(new Users.Replaced());
    assertThat(users().find(first.id())).contains(second);
  }

  @Test
  @DisplayName("USER-31 replacing a user keeps their password's hash")
  default void keepsHash() {
    User first = added();
    User second = renamed(first, "Grace");
    assertThat(users().replace(second, first.version())).isEqualTo(new Users.Replaced());
    assertThat(users().findAccount(first.id()))
        .contains(new Account(second, Specimens.account(first).passwordHash()));
  }

  @Test
  @DisplayName("USER-32 another view finds at once who was replaced")
  default void showsReplacedToOthers() {
    User first = added();
    var _ = anotherView().find(first.id());
    User second = renamed(first, "Grace");
    assertThat(users().replace(second, first.version())).isEqualTo(new Users.Replaced());
    assertThat(anotherView().find(first.id())).contains(second);
  }

  @Test
  @DisplayName("USER-33 who builds on an old version is told the current one")
  default void tellsCurrentVersion() {
    User third = addedAt(new Version(3));
    assertThat(users().replace(renamed(third, "Grace"), new Version(1)))
        .isEqualTo(new Users.Stale(new Version(3)));
  }

  @Test
  @DisplayName("USER-34 who builds on an old version changes nothing")
  default void keepsNothingStale() {
    User third = addedAt(new Version(3));
    var _ = users().replace(renamed(third, "Grace"), new Version(1));
    assertThat(users().find(third.id())).contains(third);
  }

  @Test
  @DisplayName("USER-35 who builds on a version still to come changes nothing either")
  default void refusesVersionsToCome() {
    User third = addedAt(new Version(3));
    assertThat(users().replace(renamed(third, "Grace"), new Version(4)))
        .isEqualTo(new Users.Stale(new Version(3)));
    assertThat(users().find(third.id())).contains(third);
  }

  @Test
  @DisplayName("USER-36 who never registered cannot be replaced, nor are they added so")
  default void replacesNobodyUnknown() {
    User nobody = Specimens.user();
    assertThat(users().replace(nobody, nobody.version())).isEqualTo(new Users.Missing());
    assertThat(users().find(nobody.id())).isEmpty();
    assertThat(users().findAccount(nobody.email().key())).isEmpty();
  }

  @Test
  @DisplayName("USER-37 who is removed cannot be replaced, and stays removed")
  default void replacesNobodyRemoved() {
    User user = added();
    assertThat(users().remove(user.id())).isEqualTo(new Users.Removed());
    assertThat(users().replace(renamed(user, "Grace"), user.version()))
        .isEqualTo(new Users.Missing());
    assertThat(users().find(user.id())).isEmpty();
  }

  @Test
  @DisplayName("USER-38 an address that somebody has cannot be moved to")
  default void refusesMoveToTakenEmail() {
    User holder = added();
    User mover = added();
    assertThat(users().replace(moved(mover, holder.email()), mover.version()))
        .isEqualTo(new Users.EmailTaken());
  }

  @Test
  @DisplayName("USER-39 who moves to a taken address changes nothing")
  default void keepsNothingTaken() {
    User holder = added();
    User mover = added();
    var _ = users().replace(moved(mover, holder.email()), mover.version());
    assertThat(users().find(mover.id())).contains(mover);
    assertThat(users().findAccount(mover.email().key()).map(Account::user)).contains(mover);
    assertThat(users().findAccount(holder.email().key()).map(Account::user)).contains(holder);
  }

  @Test
  @DisplayName("USER-40 an address that differs from somebody's in letter case only is taken")
  default void refusesMoveToTakenEmailInOtherCase() {
    User holder = added();
    User mover = added();
    assertThat(users().replace(moved(mover, shouted(holder.email())), mover.version()))
        .isEqualTo(new Users.EmailTaken());
  }

  @Test
  @DisplayName("USER-41 one's own address in other letter case is not taken")
  default void respellsOwnEmail() {
    User first = added();
    User second = moved(first, shouted(first.email()));
    assertThat(users().replace(second, first.version())).isEqualTo(new Users.Replaced());
    assertThat(users().findAccount(first.email().key()).map(Account::user)).contains(second);
  }

  @Test
  @DisplayName("USER-42 who moves is found by the new address and not by the old")
  default void movesEmail() {
    User first = added();
    User second = moved(first, Specimens.email());
    assertThat(users().replace(second, first.version())).isEqualTo(new Users.Replaced());
    assertThat(users().findAccount(second.email().key()).map(Account::user)).contains(second);
    assertThat(users().findAccount(first.email().key())).isEmpty();
  }

  @Test
  @DisplayName("USER-43 the address that somebody left is free for another")
  default void freesEmailOfMoved() {
    User first = added();
    assertThat(users().replace(moved(first, Specimens.email()), first.version()))
        .isEqualTo(new Users.Replaced());
    User other = moved(Specimens.user(), first.email());
    assertThat(users().add(Specimens.account(other))).isEqualTo(new Users.Added());
  }

  @Test
  @DisplayName("USER-44 the address that somebody left is free for themselves")
  default void movesBack() {
    User first = added();
    User second = moved(first, Specimens.email());
    assertThat(users().replace(second, first.version())).isEqualTo(new Users.Replaced());
    User third = moved(second, first.email());
    assertThat(users().replace(third, second.version())).isEqualTo(new Users.Replaced());
    assertThat(users().findAccount(first.email().key()).map(Account::user)).contains(third);
  }

  @Test
  @DisplayName("USER-45 of many that build on one version at once exactly one is kept")
  default void keepsOneOfMany() {
    Race.repeat(
        rounds(),
        () -> {
          User first = added();
          assertThat(raceToRename(first)).filteredOn(Users.Replaced.class::isInstance).hasSize(1);
        });
  }

  @Test
  @DisplayName("USER-46 those who lose such a race are told the winner's version")
  default void tellsLosers() {
    User first = added();
    assertThat(raceToRename(first))
        .filteredOn(result -> !(result instanceof Users.Replaced))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it).isEqualTo(new Users.Stale(first.version().next())));
  }

  @Test
  @DisplayName("USER-47 of many that move to one address at once exactly one does")
  default void movesOneOfMany() {
    Users other = anotherView();
    Race.repeat(
        rounds(),
        () -> {
          EmailAddress wanted = Specimens.email();
          List<Users.Replacement> results =
              Race.run(number -> {
                User mover = added();
                return (number % 2 == 0 ? users() : other)
                    .replace(moved(mover, wanted), mover.version());
              });
          assertThat(results).filteredOn(Users.Replaced.class::isInstance).hasSize(1);
          assertThat(results)
              .filteredOn(Users.EmailTaken.class::isInstance)
              .hasSize(Race.CONTENDERS - 1);
        });
  }

  @Test
  @DisplayName("USER-48 replacing one user leaves others alone")
  default void leavesOthersAlone() {
    User one = added();
    User other = added();
    assertThat(users().replace(renamed(one, "Grace"), one.version()))
        .isEqualTo(new Users.Replaced());
    assertThat(users().find(other.id())).contains(other);
  }

  private List<Users.Replacement> raceToRename(User first) {
    Users other = anotherView();
    return Race.run(number ->
        (number % 2 == 0 ? users() : other)
            .replace(renamed(first, "by " + number), first.version()));
  }

  private User added() {
    return addedAt(Version.FIRST);
  }

  private User addedAt(Version version) {
    User made = Specimens.user();
    User user =
        new User(
            made.id(),
            made.name(),
            made.email(),
            made.role(),
            made.emailVerified(),
            made.disabled(),
            made.createdAt(),
            made.updatedAt(),
            version);
    assertThat(users().add(Specimens.account(user))).isEqualTo(new Users.Added());
    return user;
  }

  private static User renamed(User user, String name) {
    return user.edited(new UserName(name), user.email(), NOW.plusMillis(1));
  }

  private static User moved(User user, EmailAddress email) {
    return user.edited(user.name(), email, NOW.plusMillis(1));
  }

  private static EmailAddress shouted(EmailAddress email) {
    return new EmailAddress(email.value().toUpperCase(Locale.ROOT));
  }
}
