package dev.honeydo.application.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.Installation;
import dev.honeydo.application.Meanwhile;
import dev.honeydo.application.auth.LogIn;
import dev.honeydo.application.auth.RefreshSession;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.application.port.Todos;
import dev.honeydo.application.port.Users;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.auth.RawPassword;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserId;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CloseAccountTest {
  private final Installation here = new Installation();
  private final User ada = here.registered();
  private final LogIn.LoggedIn in = here.loggedIn(ada);
  private final Todo todo = added(ada.id());

  @Test
  void theUserIsGoneAndTheirAddressIsFree() {
    assertThat(close(ada.id(), Installation.PASSWORD)).isEqualTo(new CloseAccount.Closed());
    assertThat(here.userQueries.find(ada.id())).isEmpty();
    assertThat(here.registered(ada.email()).id()).isNotEqualTo(ada.id());
  }

  @Test
  void theirSessionsAndTokensAreDead() {
    assertThat(close(ada.id(), Installation.PASSWORD)).isEqualTo(new CloseAccount.Closed());
    assertThat(here.sessions.find(ada.id(), in.session().id())).isEmpty();
    assertThat(here.refreshSession.handle(new RefreshSession.Command(in.tokens().refresh())))
        .isEqualTo(new RefreshSession.Ended());
  }

  @Test
  void theirTodosAreGoneWithTheMemoryOfThem() {
    Todo deleted = added(ada.id());
    assertThat(here.todos.delete(ada.id(), deleted.id(), Precondition.NONE, here.clock.instant()))
        .isEqualTo(new Todos.Deleted());
    assertThat(close(ada.id(), Installation.PASSWORD)).isEqualTo(new CloseAccount.Closed());
    assertThat(here.todoQueries.find(ada.id(), todo.id())).isEmpty();
    assertThat(here.todos.delete(ada.id(), deleted.id(), Precondition.NONE, here.clock.instant()))
        .isEqualTo(new Todos.Missing());
  }

  @Test
  void theirRefreshFamiliesAreGone() {
    assertThat(close(ada.id(), Installation.PASSWORD)).isEqualTo(new CloseAccount.Closed());
    assertThat(here.families.endAll(ada.id())).isEqualTo(new RefreshFamilies.Ending(0));
  }

  @Test
  void whoIsCutOffHalfWayIsLoggedOutAndCanAskAgain() {
    CloseAccount cutOff =
        closing(() -> {
          throw new PortUnavailable("Users", "remove", new IOException("cut off"));
        });
    CloseAccount.Command command = command(ada.id(), Installation.PASSWORD);
    assertThatThrownBy(() -> cutOff.handle(command)).isInstanceOf(PortUnavailable.class);
    assertThat(here.sessions.find(ada.id(), in.session().id())).isEmpty();
    assertThat(here.userQueries.find(ada.id())).contains(ada);
    assertThat(cutOff.handle(command)).isEqualTo(new CloseAccount.Closed());
    assertThat(here.userQueries.find(ada.id())).isEmpty();
  }

  @Test
  void whatWasStillUnderWayLeavesNothingBehind() {
    List<Todo> late = new ArrayList<>();
    List<LogIn.LoggedIn> lateIn = new ArrayList<>();
    CloseAccount interrupted =
        closing(() -> {
          late.add(added(ada.id()));
          lateIn.add(here.loggedIn(ada));
        });
    assertThat(interrupted.handle(command(ada.id(), Installation.PASSWORD)))
        .isEqualTo(new CloseAccount.Closed());
    assertThat(here.todoQueries.find(ada.id(), late.getFirst().id())).isEmpty();
    assertThat(here.sessions.find(ada.id(), lateIn.getFirst().session().id())).isEmpty();
    assertThat(here.families.endAll(ada.id())).isEqualTo(new RefreshFamilies.Ending(0));
  }

  @Test
  void othersKeepEverything() {
    User other = here.registered();
    LogIn.LoggedIn otherIn = here.loggedIn(other);
    Todo kept = added(other.id());
    assertThat(close(ada.id(), Installation.PASSWORD)).isEqualTo(new CloseAccount.Closed());
    assertThat(here.userQueries.find(other.id())).contains(other);
    assertThat(here.sessions.find(other.id(), otherIn.session().id())).isPresent();
    assertThat(here.families.end(other.id(), otherIn.session().id()).count()).isOne();
    assertThat(here.todoQueries.find(other.id(), kept.id())).contains(kept);
  }

  @Test
  void withAnotherPasswordEverythingStays() {
    assertThat(close(ada.id(), "wrong")).isEqualTo(new CloseAccount.WrongPassword());
    assertNothingGone();
  }

  @Test
  void whenTooManyAreHashedEverythingStays() {
    here.hasher.setOverloaded(true);
    assertThat(close(ada.id(), Installation.PASSWORD))
        .isEqualTo(new CloseAccount.Overloaded(Duration.ofSeconds(1)));
    assertNothingGone();
  }

  @Test
  void whoIsGoneIsNotFound() {
    assertThat(close(ada.id(), Installation.PASSWORD)).isEqualTo(new CloseAccount.Closed());
    assertThat(close(ada.id(), Installation.PASSWORD)).isEqualTo(new CloseAccount.NotFound());
  }

  @Test
  void whoGoesWhileThePasswordIsCheckedIsNotFound() {
    CloseAccount tooLate =
        before(
            "find", () -> assertThat(here.users.remove(ada.id())).isEqualTo(new Users.Removed()));
    assertThat(tooLate.handle(command(ada.id(), Installation.PASSWORD)))
        .isEqualTo(new CloseAccount.NotFound());
  }

  @Test
  void atAnotherVersionThanTheOneAskedForEverythingStays() {
    Precondition second = Precondition.oneOf(Set.of(new Version(2)));
    assertThat(close(ada.id(), Installation.PASSWORD, second))
        .isEqualTo(new CloseAccount.VersionMismatch(Version.FIRST));
    assertNothingGone();
  }

  @Test
  void atTheVersionAskedForTheUserIsGone() {
    Precondition first = Precondition.oneOf(Set.of(Version.FIRST));
    assertThat(close(ada.id(), Installation.PASSWORD, first)).isEqualTo(new CloseAccount.Closed());
    assertThat(here.userQueries.find(ada.id())).isEmpty();
  }

  @Test
  void theVersionIsToldOnlyToWhoKnowsThePassword() {
    Precondition second = Precondition.oneOf(Set.of(new Version(2)));
    assertThat(close(ada.id(), "wrong", second)).isEqualTo(new CloseAccount.WrongPassword());
    assertNothingGone();
  }

  private void assertNothingGone() {
    assertThat(here.userQueries.find(ada.id())).contains(ada);
    assertThat(here.sessions.find(ada.id(), in.session().id())).contains(in.session());
    assertThat(here.todoQueries.find(ada.id(), todo.id())).contains(todo);
  }

  private CloseAccount.Outcome close(UserId id, String password) {
    return here.closeAccount.handle(command(id, password, Precondition.NONE));
  }

  private CloseAccount.Outcome close(UserId id, String password, Precondition precondition) {
    return here.closeAccount.handle(command(id, password, precondition));
  }

  private static CloseAccount.Command command(UserId id, String password) {
    return command(id, password, Precondition.NONE);
  }

  private static CloseAccount.Command command(
      UserId id, String password, Precondition precondition) {
    return new CloseAccount.Command(id, new RawPassword(password), precondition);
  }

  /** The use case, but that happens just before the user is removed. */
  private CloseAccount closing(Runnable event) {
    return before("remove", event);
  }

  /** The use case, but that happens just before it calls the users' {@code method}. */
  private CloseAccount before(String method, Runnable event) {
    return new CloseAccount(
        Meanwhile.before(Users.class, here.users, method, event),
        here.todos,
        here.sessions,
        here.families,
        here.hasher);
  }

  private Todo added(UserId owner) {
    Todo added = Specimens.todo();
    assertThat(here.todos.add(owner, added)).isEqualTo(new Todos.Added());
    return added;
  }
}
