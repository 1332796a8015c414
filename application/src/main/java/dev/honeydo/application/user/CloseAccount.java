package dev.honeydo.application.user;

import dev.honeydo.application.port.Account;
import dev.honeydo.application.port.PasswordHasher;
import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.application.port.Todos;
import dev.honeydo.application.port.Users;
import dev.honeydo.domain.auth.RawPassword;
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

  /** Removes everything, if the password is right. */
  public Outcome handle(Command command) {
    Optional<Account> account = users.findAccount(command.id());
    if (account.isEmpty()) {
      return new NotFound();
    }
    return switch (hasher.verify(command.currentPassword(), account.map(Account::passwordHash))) {
      case PasswordHasher.Overloaded(Duration retryAfter) -> new Overloaded(retryAfter);
      case PasswordHasher.Wrong() -> new WrongPassword();
      case PasswordHasher.Right() -> close(command.id());
    };
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

  /** Who goes, and what proves it. */
  public record Command(UserId id, RawPassword currentPassword) {}

  /** What became of it. */
  public sealed interface Outcome {}

  /** The user and everything they owned are gone. */
  public record Closed() implements Outcome {}

  /** That is not the current password. */
  public record WrongPassword() implements Outcome {}

  /** Too many passwords are being hashed. */
  public record Overloaded(Duration retryAfter) implements Outcome {}

  /** There is no such user any more. */
  public record NotFound() implements Outcome {}
}
