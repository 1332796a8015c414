package dev.honeydo.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Account;
import dev.honeydo.application.port.UserPageRequest;
import dev.honeydo.application.port.Users;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.UsersContract;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserName;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("dev.honeydo.adapters.mongo.TestServers#all")
final class MongoUsersTest implements UsersContract {
  private final TestClock clock = new TestClock();
  private final Installation installation;

  MongoUsersTest(TestServer server) {
    this.installation = new Installation(server, clock);
  }

  @AfterEach
  void remove() {
    installation.close();
  }

  @Override
  public Users users() {
    return installation.adapters().users();
  }

  @Override
  public Users anotherView() {
    return installation.another().users();
  }

  @Override
  public Users unreachable() {
    return installation.unreachable().users();
  }

  @Test
  void whoWasStoredBeforeThereWasALowerCaseIsFoundByTheirAsciiLetters() {
    Account account = Specimens.account(named("Ada \u00c9lodie"));
    assertThat(users().add(account)).isEqualTo(new Users.Added());
    var _ =
        installation
            .database()
            .getCollection("users")
            .updateOne(
                new Document(),
                new Document("$unset", new Document("nameLower", "").append("emailLower", "")));
    assertThat(found("aDa")).containsExactly(account.user());
    assertThat(found("@EXAMPLE")).containsExactly(account.user());
    assertThat(found("Eve")).isEmpty();
  }

  private List<User> found(String query) {
    return users().page(new UserPageRequest(10, Optional.empty(), Optional.of(query))).items();
  }

  private static User named(String name) {
    User user = Specimens.user();
    return User.register(user.id(), new UserName(name), user.email(), user.createdAt());
  }

  @Test
  void nobodyIsThereBeforeTheFirst() {
    assertThat(users().isEmpty()).isTrue();
    Account account = Specimens.account();
    assertThat(users().add(account)).isEqualTo(new Users.Added());
    assertThat(users().remove(account.user().id())).isEqualTo(new Users.Removed());
    assertThat(users().isEmpty()).isTrue();
  }

  @Test
  void nothingIsLeftOfAUserWhoWasRemoved() {
    Account account = Specimens.account();
    assertThat(users().add(account)).isEqualTo(new Users.Added());
    assertThat(users().remove(account.user().id())).isEqualTo(new Users.Removed());
    assertThat(installation.database().getCollection("users").countDocuments()).isZero();
  }
}
