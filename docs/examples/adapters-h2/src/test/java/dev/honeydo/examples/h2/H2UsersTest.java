package dev.honeydo.examples.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Account;
import dev.honeydo.application.port.Users;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.UsersContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class H2UsersTest implements UsersContract {
  @AutoClose private final H2Stores stores;

  H2UsersTest(@TempDir Path directory) {
    stores = new H2Stores(directory);
  }

  @Override
  public Users users() {
    return stores.one().users();
  }

  @Override
  public Users anotherView() {
    return stores.another().users();
  }

  @Override
  public Users unreachable() {
    return stores.closed().users();
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
