package dev.honeydo.application.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.Installation;
import dev.honeydo.application.Meanwhile;
import dev.honeydo.application.auth.LogIn;
import dev.honeydo.application.auth.RefreshSession;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.Users;
import dev.honeydo.contracts.Race;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.auth.Epoch;
import dev.honeydo.domain.user.Role;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserId;
import dev.honeydo.domain.user.UserName;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AdministerUserTest {
  private final Installation here = new Installation();
  private final User root = here.registered(Installation.FIRST_ADMIN);
  private final User ada = here.registered();
  private final LogIn.LoggedIn in = here.loggedIn(ada);

  @Test
  void aRoleIsGivenAndTaken() {
    here.clock.elapse(Duration.ofSeconds(1));
    User admin = administered(give(Role.ADMIN));
    assertThat(admin).isEqualTo(ada.administered(Role.ADMIN, false, here.clock.instant()));
    assertThat(here.userQueries.admin(ada.id())).contains(admin);
    User plain = administered(give(Role.USER));
    assertThat(plain.version()).isEqualTo(new Version(3));
    assertThat(here.userQueries.admin(ada.id())).isEmpty();
    assertThat(here.sessionQueries.list(ada.id())).hasSize(1);
  }

  @Test
  void whoIsShutOutIsOut() {
    User shut = administered(shut(true));
    assertThat(shut.disabled()).isTrue();
    assertThat(here.sessionQueries.list(ada.id())).isEmpty();
    assertThat(here.families.endAll(ada.id()).count()).isZero();
    assertThat(here.revokedTokens.epoch(ada.id())).isNotEqualTo(Epoch.FIRST);
    assertThat(here.refreshSession.handle(new RefreshSession.Command(in.tokens().refresh())))
        .isEqualTo(new RefreshSession.Ended());
    assertThat(here.logIn(ada.email(), Installation.PASSWORD))
        .isEqualTo(new LogIn.AccountDisabled());
  }

  @Test
  void whoIsLetInAgainLogsInAnew() {
    var _ = administered(shut(true));
    assertThat(administered(shut(false)).disabled()).isFalse();
    assertThat(here.sessionQueries.list(ada.id())).isEmpty();
    assertThat(here.logIn(ada.email(), Installation.PASSWORD)).isInstanceOf(LogIn.LoggedIn.class);
  }

  @Test
  void anAdminWhoIsShutOutIsNoAdmin() {
    var _ = administered(give(Role.ADMIN));
    var _ = administered(shut(true));
    assertThat(here.userQueries.admin(ada.id())).isEmpty();
  }

  @Test
  void whatWasCutOffHalfWayIsDoneByAskingAgain() {
    here.sessions.setAvailable(false);
    assertThatThrownBy(() -> here.administerUser.handle(shut(true)))
        .isInstanceOf(PortUnavailable.class);
    here.sessions.setAvailable(true);
    assertThat(here.sessionQueries.list(ada.id())).hasSize(1);
    var _ = administered(shut(true));
    assertThat(here.sessionQueries.list(ada.id())).isEmpty();
  }

  @Test
  void evenWhereItBuiltOnTheVersionBefore() {
    AdministerUser.Command onFirst =
        new AdministerUser.Command(
            root.id(),
            ada.id(),
            Optional.empty(),
            Optional.of(true),
            Precondition.oneOf(Set.of(Version.FIRST)));
    here.families.setAvailable(false);
    assertThatThrownBy(() -> here.administerUser.handle(onFirst))
        .isInstanceOf(PortUnavailable.class);
    here.families.setAvailable(true);
    assertThat(here.administerUser.handle(onFirst))
        .isEqualTo(new AdministerUser.VersionMismatch(new Version(2)));
    assertThat(here.families.endAll(ada.id()).count()).isZero();
  }

  @Test
  void whatChangesNothingKeepsTheVersion() {
    assertThat(administered(give(Role.USER))).isEqualTo(ada);
    assertThat(here.sessionQueries.list(ada.id())).hasSize(1);
    assertThat(here.revokedTokens.epoch(ada.id())).isEqualTo(Epoch.FIRST);
  }

  @Test
  void nobodyUnseatsThemself() {
    assertThat(own(Optional.of(Role.USER), Optional.empty()))
        .isEqualTo(new AdministerUser.OwnAccount());
    assertThat(own(Optional.empty(), Optional.of(true))).isEqualTo(new AdministerUser.OwnAccount());
    assertThat(own(Optional.of(Role.ADMIN), Optional.of(false)))
        .isEqualTo(new AdministerUser.Administered(root));
    assertThat(here.userQueries.admin(root.id())).contains(root);
  }

  private AdministerUser.Outcome own(Optional<Role> role, Optional<Boolean> disabled) {
    return here.administerUser.handle(
        new AdministerUser.Command(root.id(), root.id(), role, disabled, Precondition.NONE));
  }

  @Test
  void aChangeBuildsOnTheVersionAskedFor() {
    AdministerUser.Command onSecond =
        new AdministerUser.Command(
            root.id(),
            ada.id(),
            Optional.of(Role.ADMIN),
            Optional.empty(),
            Precondition.oneOf(Set.of(new Version(2))));
    assertThat(here.administerUser.handle(onSecond))
        .isEqualTo(new AdministerUser.VersionMismatch(Version.FIRST));
    assertThat(here.userQueries.find(ada.id())).contains(ada);
  }

  @Test
  void aChangeThatCameBetweenIsKept() {
    Users overtaken =
        Meanwhile.before(
            Users.class,
            here.users,
            "replace",
            () ->
                assertThat(
                        here.users.replace(
                            ada.edited(new UserName("Ada L."), ada.email(), here.clock.instant()),
                            ada.version()))
                    .isEqualTo(new Users.Replaced()));
    AdministerUser.Outcome outcome =
        new AdministerUser(overtaken, here.sessions, here.families, here.revokedTokens, here.clock)
            .handle(give(Role.ADMIN));
    User now = ((AdministerUser.Administered) outcome).user();
    assertThat(now.name()).isEqualTo(new UserName("Ada L."));
    assertThat(now.role()).isEqualTo(Role.ADMIN);
    assertThat(now.version()).isEqualTo(new Version(3));
  }

  @Test
  void whoComesInWhileTheyAreShutOutIsOut() {
    for (int round = 0; round < 50; round++) {
      User bob = here.registered();
      var _ =
          Race.run(
              4,
              i ->
                  i == 0
                      ? here.administerUser.handle(command(bob.id(), Optional.empty(), true))
                      : here.logIn(bob.email(), Installation.PASSWORD));
      assertThat(here.sessionQueries.list(bob.id())).isEmpty();
    }
  }

  @Test
  void whoIsNotThereIsNotFound() {
    assertThat(
            here.administerUser.handle(command(Specimens.userId(), Optional.of(Role.ADMIN), false)))
        .isEqualTo(new AdministerUser.NotFound());
  }

  private User administered(AdministerUser.Command command) {
    return switch (here.administerUser.handle(command)) {
      case AdministerUser.Administered(User user) -> user;
      case AdministerUser.Outcome refused -> throw new AssertionError(refused);
    };
  }

  private AdministerUser.Command give(Role role) {
    return new AdministerUser.Command(
        root.id(), ada.id(), Optional.of(role), Optional.empty(), Precondition.NONE);
  }

  private AdministerUser.Command shut(boolean disabled) {
    return command(ada.id(), Optional.empty(), disabled);
  }

  private AdministerUser.Command command(UserId id, Optional<Role> role, boolean disabled) {
    return new AdministerUser.Command(
        root.id(), id, role, Optional.of(disabled), Precondition.NONE);
  }
}
