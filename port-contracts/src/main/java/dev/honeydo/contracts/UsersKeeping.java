package dev.honeydo.contracts;

import static dev.honeydo.contracts.Specimens.BEE;
import static dev.honeydo.contracts.Specimens.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Account;
import dev.honeydo.application.port.Users;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.auth.PasswordHash;
import dev.honeydo.domain.user.EmailAddress;
import dev.honeydo.domain.user.Role;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserName;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who registers is found, to the letter, and nobody else has their address. */
interface UsersKeeping extends UsersSubject {

  @Test
  @DisplayName("USER-1 a user is found by id as they were added")
  default void findsById() {
    Account account = added(Specimens.account());
    assertThat(users().find(account.user().id())).contains(account.user());
  }

  @Test
  @DisplayName("USER-2 an account is found by id with its password's hash")
  default void findsAccountById() {
    Account account = added(Specimens.account());
    assertThat(users().findAccount(account.user().id())).contains(account);
  }

  @Test
  @DisplayName("USER-3 an account is found by its address")
  default void findsAccountByEmail() {
    Account account = added(Specimens.account());
    assertThat(users().findAccount(account.user().email().key())).contains(account);
  }

  @Test
  @DisplayName("USER-4 an account whose address was typed in capitals is found by its key")
  default void findsAccountByEmailInOtherCase() {
    User user = Specimens.user();
    var _ = added(Specimens.account(withEmail(user, shouted(user.email()))));
    assertThat(users().findAccount(user.email().key()).map(it -> it.user().id()))
        .contains(user.id());
  }

  @Test
  @DisplayName("USER-5 an id that nobody has finds nobody")
  default void findsNobodyById() {
    var _ = added(Specimens.account());
    assertThat(users().find(Specimens.userId())).isEmpty();
    assertThat(users().findAccount(Specimens.userId())).isEmpty();
  }

  @Test
  @DisplayName("USER-6 an address that nobody has finds nobody")
  default void findsNobodyByEmail() {
    var _ = added(Specimens.account());
    assertThat(users().findAccount(Specimens.email().key())).isEmpty();
  }

  @Test
  @DisplayName("USER-7 a name keeps 100 code points beyond the basic plane")
  default void keepsLongestName() {
    assertKept(named(BEE.repeat(100)));
  }

  @Test
  @DisplayName("USER-8 a name keeps its code points, composed or not, in every script")
  default void keepsUnicode() {
    assertKept(named(Specimens.UNICODE));
  }

  @Test
  @DisplayName("USER-9 a name that means something to a query language is just a name")
  default void keepsSyntax() {
    assertKept(named(Specimens.SYNTAX));
  }

  @Test
  @DisplayName("USER-10 an address is kept as it was typed")
  default void keepsEmailAsTyped() {
    User user = Specimens.user();
    assertKept(withEmail(user, shouted(user.email())));
  }

  @Test
  @DisplayName("USER-11 an address in another script is kept as it was typed, and found")
  default void keepsInternationalEmail() {
    String local = Specimens.userId().toString();
    User user = withEmail(Specimens.user(), new EmailAddress(local + "@Bücher.example"));
    var _ = added(Specimens.account(user));
    EmailAddress inAscii = new EmailAddress(local + "@xn--bcher-kva.example");
    assertThat(users().findAccount(inAscii.key()).map(Account::user)).contains(user);
  }

  @Test
  @DisplayName("USER-12 an admin stays an admin")
  default void keepsRole() {
    User user = Specimens.user();
    assertKept(
        new User(
            user.id(),
            user.name(),
            user.email(),
            Role.ADMIN,
            false,
            false,
            user.createdAt(),
            user.updatedAt(),
            user.version()));
  }

  @Test
  @DisplayName("USER-13 a confirmed address stays confirmed, an open account open")
  default void keepsVerification() {
    assertKept(marked(true, false));
  }

  @Test
  @DisplayName("USER-14 a shut account stays shut, an unconfirmed address unconfirmed")
  default void keepsDisabling() {
    assertKept(marked(false, true));
  }

  @Test
  @DisplayName("USER-15 when they registered and when they changed are two instants")
  default void keepsBothInstants() {
    User user = Specimens.user();
    assertKept(
        new User(
            user.id(),
            user.name(),
            user.email(),
            user.role(),
            false,
            false,
            Instant.parse("2026-11-01T00:00:00.007Z"),
            Instant.parse("2026-11-20T20:07:03.120Z"),
            new Version(2)));
  }

  @Test
  @DisplayName("USER-16 a version is kept beyond what a double can hold")
  default void keepsLargeVersion() {
    User user = Specimens.user();
    assertKept(
        new User(
            user.id(),
            user.name(),
            user.email(),
            user.role(),
            false,
            false,
            NOW,
            NOW,
            new Version((1L << 53) + 1)));
  }

  @Test
  @DisplayName("USER-17 a password's hash of 500 characters is kept to the letter")
  default void keepsLongHash() {
    Account account =
        new Account(Specimens.user(), new PasswordHash("$argon2id$" + "aZ9+/=,$".repeat(62)));
    var _ = added(account);
    assertThat(users().findAccount(account.user().id())).contains(account);
  }

  @Test
  @DisplayName("USER-18 an address that somebody has is taken, and they stay as they are")
  default void refusesTakenEmail() {
    Account first = added(Specimens.account());
    Account second = Specimens.account(withEmail(Specimens.user(), first.user().email()));
    assertThat(users().add(second)).isEqualTo(new Users.EmailTaken());
    assertThat(users().findAccount(first.user().email().key())).contains(first);
  }

  @Test
  @DisplayName("USER-19 who was refused for their address is nobody")
  default void keepsNobodyRefused() {
    Account first = added(Specimens.account());
    Account second = Specimens.account(withEmail(Specimens.user(), first.user().email()));
    var _ = users().add(second);
    assertThat(users().find(second.user().id())).isEmpty();
    assertThat(users().findAccount(second.user().id())).isEmpty();
  }

  @Test
  @DisplayName("USER-20 an address that differs in letter case only is taken")
  default void refusesTakenEmailInOtherCase() {
    Account first = added(Specimens.account());
    User second = withEmail(Specimens.user(), shouted(first.user().email()));
    assertThat(users().add(Specimens.account(second))).isEqualTo(new Users.EmailTaken());
  }

  @Test
  @DisplayName("USER-21 of many that register one address at once exactly one does")
  default void addsOneOfMany() {
    Users other = anotherView();
    Race.repeat(
        rounds(),
        () -> {
          EmailAddress email = Specimens.email();
          List<Users.Addition> results =
              Race.run(number ->
                  (number % 2 == 0 ? users() : other)
                      .add(Specimens.account(withEmail(Specimens.user(), email))));
          assertThat(results).filteredOn(Users.Added.class::isInstance).hasSize(1);
          assertThat(results)
              .filteredOn(Users.EmailTaken.class::isInstance)
              .hasSize(Race.CONTENDERS - 1);
        });
  }

  @Test
  @DisplayName("USER-22 of many that register different addresses at once none is lost")
  default void addsAllOfMany() {
    List<Account> accounts = Race.run(_ -> added(Specimens.account()));
    assertThat(accounts)
        .allSatisfy(it -> assertThat(users().findAccount(it.user().id())).contains(it));
  }

  @Test
  @DisplayName("USER-23 another view finds at once who was added")
  default void showsAddedToOthers() {
    Account account = added(Specimens.account());
    assertThat(anotherView().find(account.user().id())).contains(account.user());
    assertThat(anotherView().findAccount(account.user().email().key())).contains(account);
  }

  @Test
  @DisplayName("USER-24 who is removed is found no more, by id or by address")
  default void removes() {
    Account account = added(Specimens.account());
    assertThat(users().remove(account.user().id())).isEqualTo(new Users.Removed());
    assertThat(users().find(account.user().id())).isEmpty();
    assertThat(users().findAccount(account.user().id())).isEmpty();
    assertThat(users().findAccount(account.user().email().key())).isEmpty();
  }

  @Test
  @DisplayName("USER-25 who is removed cannot be removed again")
  default void removesOnce() {
    Account account = added(Specimens.account());
    assertThat(users().remove(account.user().id())).isEqualTo(new Users.Removed());
    assertThat(users().remove(account.user().id())).isEqualTo(new Users.Missing());
  }

  @Test
  @DisplayName("USER-26 who never registered cannot be removed")
  default void removesNobodyUnknown() {
    assertThat(users().remove(Specimens.userId())).isEqualTo(new Users.Missing());
  }

  @Test
  @DisplayName("USER-27 the address of somebody removed is free again")
  default void freesEmailOfRemoved() {
    Account first = added(Specimens.account());
    assertThat(users().remove(first.user().id())).isEqualTo(new Users.Removed());
    Account second = Specimens.account(withEmail(Specimens.user(), first.user().email()));
    assertThat(users().add(second)).isEqualTo(new Users.Added());
    assertThat(users().findAccount(first.user().email().key())).contains(second);
  }

  @Test
  @DisplayName("USER-28 removing one user leaves others alone")
  default void removesOneOnly() {
    Account kept = added(Specimens.account());
    Account gone = added(Specimens.account());
    assertThat(users().remove(gone.user().id())).isEqualTo(new Users.Removed());
    assertThat(users().findAccount(kept.user().id())).contains(kept);
  }

  @Test
  @DisplayName("USER-29 of many that remove one user at once exactly one does")
  default void removesOnceOfMany() {
    Users other = anotherView();
    Race.repeat(
        rounds(),
        () -> {
          Account account = added(Specimens.account());
          List<Users.Removal> results =
              Race.run(number -> (number % 2 == 0 ? users() : other).remove(account.user().id()));
          assertThat(results).filteredOn(Users.Removed.class::isInstance).hasSize(1);
        });
  }

  @Test
  @DisplayName("USER-98 who is added again by their id is told of, and stays as they are")
  default void tellsWhoExists() {
    Account account = added(Specimens.account());
    User user = account.user();
    Account again =
        new Account(
            new User(
                user.id(),
                new UserName("Again"),
                user.email(),
                user.role(),
                false,
                false,
                NOW,
                NOW,
                new Version(7)),
            new PasswordHash("$argon2id$another"));
    assertThat(users().add(again)).isEqualTo(new Users.Exists(user));
    assertThat(anotherView().add(again)).isEqualTo(new Users.Exists(user));
  }

  @Test
  @DisplayName("USER-99 who is added again is told of though their address is another by now")
  default void tellsWhoHasMoved() {
    Account account = added(Specimens.account());
    User moved = withEmail(account.user(), Specimens.email());
    assertThat(users().replace(moved, account.user().version())).isEqualTo(new Users.Replaced());
    assertThat(users().add(account)).isEqualTo(new Users.Exists(moved));
    assertThat(anotherView().add(account)).isEqualTo(new Users.Exists(moved));
  }

  @Test
  @DisplayName("USER-100 of many that add one user at once exactly one does, the others are told")
  default void addsOnceInRace() {
    Account account = Specimens.account();
    List<Users.Addition> all =
        Race.run(number -> (number % 2 == 0 ? users() : anotherView()).add(account));
    assertThat(all).filteredOn(Users.Added.class::isInstance).hasSize(1);
    assertThat(all)
        .filteredOn(it -> !(it instanceof Users.Added))
        .containsOnly(new Users.Exists(account.user()));
  }

  private void assertKept(User user) {
    var _ = added(Specimens.account(user));
    assertThat(users().find(user.id())).contains(user);
  }

  private Account added(Account account) {
    assertThat(users().add(account)).isEqualTo(new Users.Added());
    return account;
  }

  private static User named(String name) {
    return User.register(Specimens.userId(), new UserName(name), Specimens.email(), NOW);
  }

  private static User marked(boolean emailVerified, boolean disabled) {
    User user = Specimens.user();
    return new User(
        user.id(),
        user.name(),
        user.email(),
        user.role(),
        emailVerified,
        disabled,
        user.createdAt(),
        user.updatedAt(),
        user.version());
  }

  private static User withEmail(User user, EmailAddress email) {
    return User.register(user.id(), user.name(), email, user.createdAt());
  }

  private static EmailAddress shouted(EmailAddress email) {
    return new EmailAddress(email.value().toUpperCase(Locale.ROOT));
  }
}
