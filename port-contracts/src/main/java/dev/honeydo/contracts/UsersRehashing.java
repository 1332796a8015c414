package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Account;
import dev.honeydo.application.port.Users;
import dev.honeydo.domain.auth.PasswordHash;
import dev.honeydo.domain.user.Role;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserName;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A password's hash is replaced by whoever knows it, and nothing else is. */
interface UsersRehashing extends UsersSubject {

  @Test
  @DisplayName("USER-80 a new hash is found by id")
  default void rehashes() {
    Account account = registered();
    assertThat(rehash(account, hash("next"))).isEqualTo(new Users.Rehashed());
    assertThat(users().findAccount(account.user().id()).map(Account::passwordHash))
        .contains(hash("next"));
  }

  @Test
  @DisplayName("USER-81 a new hash is found by address")
  default void showsNewHashByEmail() {
    Account account = registered();
    assertThat(rehash(account, hash("next"))).isEqualTo(new Users.Rehashed());
    assertThat(users().findAccount(account.user().email().key()).map(Account::passwordHash))
        .contains(hash("next"));
  }

  @Test
  @DisplayName("USER-82 a new hash leaves the user and their version as they were")
  default void keepsUserWhenRehashing() {
    Account account = registered();
    assertThat(rehash(account, hash("next"))).isEqualTo(new Users.Rehashed());
    assertThat(users().find(account.user().id())).contains(account.user());
  }

  @Test
  @DisplayName("USER-83 who builds on a version is not made stale by a new hash")
  default void makesNobodyStale() {
    Account account = registered();
    assertThat(rehash(account, hash("next"))).isEqualTo(new Users.Rehashed());
    assertThat(users().replace(renamed(account.user()), account.user().version()))
        .isEqualTo(new Users.Replaced());
  }

  @Test
  @DisplayName("USER-84 who takes another hash for the present one is overtaken")
  default void refusesOtherHash() {
    Account account = registered();
    assertThat(users().rehash(account.user().id(), hash("other"), hash("next")))
        .isEqualTo(new Users.Overtaken());
  }

  @Test
  @DisplayName("USER-85 who is overtaken leaves the hash as it was")
  default void keepsHashWhenOvertaken() {
    Account account = registered();
    var _ = users().rehash(account.user().id(), hash("other"), hash("next"));
    assertThat(users().findAccount(account.user().email().key()).map(Account::passwordHash))
        .contains(account.passwordHash());
  }

  @Test
  @DisplayName("USER-86 a hash that differs in letter case only is another hash")
  default void comparesHashesToTheLetter() {
    Account account = registered();
    PasswordHash shouted = new PasswordHash(account.passwordHash().phc().toUpperCase(Locale.ROOT));
    assertThat(users().rehash(account.user().id(), shouted, hash("next")))
        .isEqualTo(new Users.Overtaken());
  }

  @Test
  @DisplayName("USER-87 a hash of 500 characters is kept when it is new, and replaced")
  default void rehashesLongHash() {
    Account account = registered();
    PasswordHash large = new PasswordHash("$argon2id$" + "aZ9+/=,$".repeat(61) + "z");
    assertThat(rehash(account, large)).isEqualTo(new Users.Rehashed());
    assertThat(users().rehash(account.user().id(), large, hash("next")))
        .isEqualTo(new Users.Rehashed());
  }

  @Test
  @DisplayName("USER-88 who never registered gets no hash, nor are they added so")
  default void rehashesNobodyUnknown() {
    User nobody = Specimens.user();
    assertThat(users().rehash(nobody.id(), hash("kept"), hash("next")))
        .isEqualTo(new Users.Missing());
    assertThat(users().findAccount(nobody.id())).isEmpty();
  }

  @Test
  @DisplayName("USER-89 who is removed gets no new hash, and stays removed")
  default void rehashesNobodyRemoved() {
    Account account = registered();
    assertThat(users().remove(account.user().id())).isEqualTo(new Users.Removed());
    assertThat(rehash(account, hash("next"))).isEqualTo(new Users.Missing());
    assertThat(users().findAccount(account.user().id())).isEmpty();
  }

  @Test
  @DisplayName("USER-90 a new hash of one user leaves those of others alone")
  default void rehashesOneOnly() {
    Account one = registered();
    Account other = registered();
    assertThat(rehash(one, hash("next"))).isEqualTo(new Users.Rehashed());
    assertThat(users().findAccount(other.user().email().key())).contains(other);
  }

  @Test
  @DisplayName("USER-91 another view finds a new hash at once")
  default void showsNewHashToOthers() {
    Users other = anotherView();
    Account account = registered();
    var _ = other.findAccount(account.user().id());
    assertThat(rehash(account, hash("next"))).isEqualTo(new Users.Rehashed());
    assertThat(other.findAccount(account.user().id()).map(Account::passwordHash))
        .contains(hash("next"));
  }

  @Test
  @DisplayName("USER-92 of many that build on one hash at once exactly one is kept")
  default void rehashesOnceOfMany() {
    Users other = anotherView();
    Race.repeat(
        rounds(),
        () -> {
          Account account = registered();
          List<Users.Rehashing> results =
              Race.run(number ->
                  (number % 2 == 0 ? users() : other)
                      .rehash(account.user().id(), account.passwordHash(), hash("by " + number)));
          List<PasswordHash> winners =
              IntStream.range(0, results.size())
                  .filter(number -> results.get(number) instanceof Users.Rehashed)
                  .mapToObj(number -> hash("by " + number))
                  .toList();
          assertThat(winners).hasSize(1);
          assertThat(users().findAccount(account.user().email().key()).map(Account::passwordHash))
              .contains(winners.getFirst());
        });
  }

  @Test
  @DisplayName("USER-93 of a new hash and a change at once neither is lost")
  default void keepsHashAndChange() {
    Users other = anotherView();
    Race.repeat(
        rounds(),
        () -> {
          Account account = registered();
          User renamed = renamed(account.user());
          List<Object> results =
              Race.run(
                  2,
                  number ->
                      number == 0
                          ? rehash(account, hash("next"))
                          : other.replace(renamed, account.user().version()));
          assertThat(results).containsExactly(new Users.Rehashed(), new Users.Replaced());
          assertThat(users().findAccount(renamed.email().key()))
              .contains(new Account(renamed, hash("next")));
        });
  }

  @Test
  @DisplayName("USER-94 an admin is made a user again, and a shut account is opened")
  default void undoesWhatAdminsDo() {
    User made = Specimens.user().administered(Role.ADMIN, true, Specimens.NOW);
    assertThat(users().add(Specimens.account(made))).isEqualTo(new Users.Added());
    User undone = made.administered(Role.USER, false, Specimens.NOW.plusMillis(1));
    assertThat(users().replace(undone, made.version())).isEqualTo(new Users.Replaced());
    assertThat(users().find(made.id())).contains(undone);
  }

  private Account registered() {
    User user = Specimens.user();
    Account account = new Account(user, hash("first of " + user.id()));
    assertThat(users().add(account)).isEqualTo(new Users.Added());
    return account;
  }

  private Users.Rehashing rehash(Account account, PasswordHash next) {
    return users().rehash(account.user().id(), account.passwordHash(), next);
  }

  private static User renamed(User user) {
    return user.edited(new UserName("Grace"), user.email(), Specimens.NOW.plusMillis(1));
  }

  private static PasswordHash hash(String text) {
    return new PasswordHash("$argon2id$v=19$m=19456,t=2,p=1$" + text);
  }
}
