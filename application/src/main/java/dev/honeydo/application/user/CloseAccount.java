package dev.honeydo.application.user;

import dev.honeydo.application.port.Account;
import dev.honeydo.application.port.PasswordHasher;
import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.application.port.Todos;
import dev.honeydo.application.port.Users;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.auth.RawPassword;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.util.Optional;

/** Removes a user with everything they own. */
public final class CloseAccount {
  private final Users users;
  private final Todos todos;
  private final Sessions sessions;
  private final RefreshFamilies families;
  private final PasswordHasher hasher;

  /** Wires the use case. */
  public CloseAccount(
      Users users,
      Todos todos,
      Sessions sessions,
      RefreshFamilies families,
      PasswordHasher hasher) {
    this.users = users;
    this.todos = todos;
    this.sessions = sessions;
    this.families = families;
    this.hasher = hasher;
  }

  /**
   * Removes everything, if the password is right and the precondition admits the user's version. A
   * change to the profile that comes after the version was looked at goes with everything else.
   */
  public Outcome handle(Command command) {
    Optional<Account> account = users.findAccount(command.id());
    if (account.isEmpty()) {
      return new NotFound();
    }
    return switch (hasher.verify(command.currentPassword(), account.map(Account::passwordHash))) {
      case PasswordHasher.Overloaded(Duration retryAfter) -> new Overloaded(retryAfter);
      case PasswordHasher.Wrong() -> new WrongPassword();
      case PasswordHasher.Right() -> close(command);
    };
  }

  /** The version is looked at after the password, for to hash that takes its time. */
  private Outcome close(Command command) {
    Optional<User> user = users.find(command.id());
    if (user.isEmpty()) {
      return new NotFound();
    }
    Version current = user.get().version();
    return command.precondition().admits(current)
        ? close(command.id())
        : new VersionMismatch(current);
  }

  /**
   * The sessions go first, so that nothing new comes in; the user goes after everything else, so
   * that whoever is cut off half way can ask again. What a request that was already under way has
   * left behind goes once the user is gone.
   */
  private Outcome close(UserId id) {
    clear(id);
    Users.Removal _ = users.remove(id);
    clear(id);
    return new Closed();
  }

  private void clear(UserId id) {
    Sessions.Clearance _ = sessions.revokeAll(id);
    RefreshFamilies.Ending _ = families.endAll(id);
    Todos.Clearance _ = todos.deleteAll(id);
  }

  /** Who goes, what proves it, and at which version. */
  public record Command(UserId id, RawPassword currentPassword, Precondition precondition) {}

  /** What became of it. */
  public sealed interface Outcome {}

  /** The user and everything they owned are gone. */
  public record Closed() implements Outcome {}

  /** The user is at {@code current}, at which they are not to be removed. Nothing is gone. */
  public record VersionMismatch(Version current) implements Outcome {}

  /** That is not the current password. */
  public record WrongPassword() implements Outcome {}

  /** Too many passwords are being hashed. */
  public record Overloaded(Duration retryAfter) implements Outcome {}

  /** There is no such user any more. */
  public record NotFound() implements Outcome {}
}
