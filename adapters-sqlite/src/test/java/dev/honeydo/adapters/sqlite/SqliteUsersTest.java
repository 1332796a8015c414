package dev.honeydo.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Account;
import dev.honeydo.application.port.Users;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.UsersContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteUsersTest implements UsersContract {
  @RegisterExtension final Installation record = new Installation();

  @Override
  public Users users() {
    return record.adapters().users();
  }

  @Override
  public Users anotherView() {
    return record.another().users();
  }

  @Override
  public Users unreachable() {
    return record.unreachable().users();
  }

  @Test
  void nobodyIsThereBeforeTheFirst() {
    assertThat(users().isEmpty()).isTrue();
    Account account = Specimens.account();
    assertThat(users().add(account)).isEqualTo(new Users.Added());
    assertThat(users().remove(account.user().id())).isEqualTo(new Users.Removed());
    assertThat(users().isEmpty()).isTrue();
  }
}
