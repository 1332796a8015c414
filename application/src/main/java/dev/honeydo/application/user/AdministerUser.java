package dev.honeydo.application.user;

import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.application.port.Users;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.user.Role;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserId;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Gives a user another role, shuts their account or opens it again.
 *
 * <p>That who asks is an admin has been seen to before ({@link UserQueries#admin}). Whoever is shut
 * out is out when this is answered: what opens anything for them has ended (OWASP ASVS 5.0, 7.4.2).
 */
public final class AdministerUser {
  private final Users users;
  private final Sessions sessions;
  private final RefreshFamilies families;
  private final RevokedTokens revokedTokens;
  private final InstantSource clock;

  /** Wires the use case. */
  public AdministerUser(
      Users users,
      Sessions sessions,
      RefreshFamilies families,
      RevokedTokens revokedTokens,
      InstantSource clock) {
    this.users = users;
    this.sessions = sessions;
    this.families = families;
    this.revokedTokens = revokedTokens;
    this.clock = clock;
  }

  /**
   * Changes what is given and keeps the rest. Each round that finds the user changed meanwhile
   * means that another change was kept.
   */
  public Outcome handle(Command command) {
    if (command.unseatsWhoAsks()) {
      return new OwnAccount();
    }
    while (true) {
      Optional<User> found = users.find(command.id());
      if (found.isEmpty()) {
        return new NotFound();
      }
      User user = found.get();
      if (!command.precondition().admits(user.version())) {
        // It may be the version of an earlier try of this very change that was cut off half way.
        shutOut(user);
        return new VersionMismatch(user.version());
      }
      User changed =
          user.administered(
              command.role().orElse(user.role()),
              command.disabled().orElse(user.disabled()),
              clock.instant());
      Optional<Outcome> outcome = replaced(user, changed);
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
  }

  /** What the change comes to, or empty where another one came between. */
  private Optional<Outcome> replaced(User user, User changed) {
    if (changed.equals(user)) {
      shutOut(changed);
      return Optional.of(new Administered(changed));
    }
    return switch (users.replace(changed, user.version())) {
      case Users.Replaced() -> {
        shutOut(changed);
        yield Optional.of(new Administered(changed));
      }
      case Users.Missing() -> Optional.of(new NotFound());
      case Users.Stale(Version _) -> Optional.empty();
      case Users.EmailTaken() ->
          throw new IllegalStateException("an address that stays is taken by nobody else");
    };
  }

  /** Ends everything of somebody whose account is shut; a login under way looks once more. */
  private void shutOut(User user) {
    if (user.disabled()) {
      RevokedTokens.Advance _ = revokedTokens.advance(user.id());
      Sessions.Clearance _ = sessions.revokeAll(user.id());
      RefreshFamilies.Ending _ = families.endAll(user.id());
    }
  }

  /**
   * What to change.
   *
   * @param by who asks: nobody takes the role from themself or shuts their own account, for there
   *     might be nobody left to undo it
   */
  public record Command(
      UserId by,
      UserId id,
      Optional<Role> role,
      Optional<Boolean> disabled,
      Precondition precondition) {

    private boolean unseatsWhoAsks() {
      return by.equals(id)
          && (role.filter(it -> it != Role.ADMIN).isPresent() || disabled.orElse(false));
    }
  }

  /** What became of it. */
  public sealed interface Outcome {}

  /** The user as they are now. */
  public record Administered(User user) implements Outcome {}

  /** The user is at {@code current}, on which the change may not build. */
  public record VersionMismatch(Version current) implements Outcome {}

  /** It is the account of who asks, and they would no longer be an admin. */
  public record OwnAccount() implements Outcome {}

  /** There is no such user. */
  public record NotFound() implements Outcome {}
}
