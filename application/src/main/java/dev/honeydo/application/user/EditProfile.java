package dev.honeydo.application.user;

import dev.honeydo.application.port.Account;
import dev.honeydo.application.port.PasswordHasher;
import dev.honeydo.application.port.Users;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.auth.RawPassword;
import dev.honeydo.domain.user.EmailAddress;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserId;
import dev.honeydo.domain.user.UserName;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Changes a user's own name or address.
 *
 * <p>Another address needs the password again (OWASP ASVS 5.0, 7.5.1): it is where lost accounts
 * are found.
 */
public final class EditProfile {
  private final Users users;
  private final PasswordHasher hasher;
  private final InstantSource clock;

  /** Wires the use case. */
  public EditProfile(Users users, PasswordHasher hasher, InstantSource clock) {
    this.users = users;
    this.hasher = hasher;
    this.clock = clock;
  }

  /**
   * Changes what is given and keeps the rest. Each round that finds the user changed meanwhile
   * means that another change was kept.
   */
  public Outcome handle(Command command) {
    boolean proven = false;
    while (true) {
      Optional<Account> account = users.findAccount(command.id());
      if (account.isEmpty()) {
        return new NotFound();
      }
      User user = account.get().user();
      if (!command.precondition().admits(user.version())) {
        return new VersionMismatch(user.version());
      }
      User edited =
          user.edited(
              command.name().orElse(user.name()),
              command.email().orElse(user.email()),
              clock.instant());
      // Asked in each round: the address that is not to change may be another one by now.
      if (!proven && !edited.email().equals(user.email())) {
        Optional<Outcome> refusal = refusal(account.get(), command.currentPassword());
        if (refusal.isPresent()) {
          return refusal.get();
        }
        proven = true;
      }
      Optional<Outcome> outcome = replaced(user, edited);
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
  }

  private Optional<Outcome> refusal(Account account, Optional<RawPassword> password) {
    if (password.isEmpty()) {
      return Optional.of(new PasswordRequired());
    }
    return switch (hasher.verify(password.get(), Optional.of(account.passwordHash()))) {
      case PasswordHasher.Overloaded(Duration retryAfter) ->
          Optional.of(new Overloaded(retryAfter));
      case PasswordHasher.Wrong() -> Optional.of(new WrongPassword());
      case PasswordHasher.Right() -> Optional.empty();
    };
  }

  /** What the change comes to, or empty where another one came between. */
  private Optional<Outcome> replaced(User user, User edited) {
    if (edited.equals(user)) {
      return Optional.of(new Edited(user));
    }
    return switch (users.replace(edited, user.version())) {
      case Users.Replaced() -> Optional.of(new Edited(edited));
      case Users.EmailTaken() -> Optional.of(new EmailTaken());
      case Users.Missing() -> Optional.of(new NotFound());
      case Users.Stale(Version _) -> Optional.empty();
    };
  }

  /**
   * What to change.
   *
   * @param currentPassword needed where the address changes
   */
  public record Command(
      UserId id,
      Optional<UserName> name,
      Optional<EmailAddress> email,
      Optional<RawPassword> currentPassword,
      Precondition precondition) {}

  /** What became of it. */
  public sealed interface Outcome {}

  /** The user as they are now. */
  public record Edited(User user) implements Outcome {}

  /** The user is at {@code current}, on which the change may not build. */
  public record VersionMismatch(Version current) implements Outcome {}

  /** Somebody else has that address. */
  public record EmailTaken() implements Outcome {}

  /** The address cannot change without the current password. */
  public record PasswordRequired() implements Outcome {}

  /** That is not the current password. */
  public record WrongPassword() implements Outcome {}

  /** Too many passwords are being hashed. */
  public record Overloaded(Duration retryAfter) implements Outcome {}

  /** There is no such user any more. */
  public record NotFound() implements Outcome {}
}
