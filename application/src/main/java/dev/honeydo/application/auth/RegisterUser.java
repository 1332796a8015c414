package dev.honeydo.application.auth;

import dev.honeydo.application.port.Account;
import dev.honeydo.application.port.CommonPasswords;
import dev.honeydo.application.port.Ids;
import dev.honeydo.application.port.PasswordHasher;
import dev.honeydo.application.port.Users;
import dev.honeydo.domain.auth.NewPassword;
import dev.honeydo.domain.user.EmailAddress;
import dev.honeydo.domain.user.Role;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserId;
import dev.honeydo.domain.user.UserName;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Makes somebody a user. */
public final class RegisterUser {
  private final Users users;
  private final PasswordHasher hasher;
  private final CommonPasswords commonPasswords;
  private final Ids ids;
  private final FirstAdmin firstAdmin;
  private final InstantSource clock;

  /** Wires the use case. */
  public RegisterUser(
      Users users,
      PasswordHasher hasher,
      CommonPasswords commonPasswords,
      Ids ids,
      FirstAdmin firstAdmin,
      InstantSource clock) {
    this.users = users;
    this.hasher = hasher;
    this.commonPasswords = commonPasswords;
    this.ids = ids;
    this.firstAdmin = firstAdmin;
    this.clock = clock;
  }

  /** Registers, unless the address is taken or the password is one that everybody knows. */
  public Outcome handle(Command command) {
    if (commonPasswords.judge(command.password()) == CommonPasswords.Verdict.COMMON) {
      return new PasswordTooCommon();
    }
    return switch (hasher.hash(command.password())) {
      case PasswordHasher.Overloaded(Duration retryAfter) -> new Overloaded(retryAfter);
      case PasswordHasher.Hashed(var hash) -> {
        UserId id = command.id().orElseGet(() -> new UserId(ids.next()));
        User user =
            User.register(
                id, command.name(), command.email(), roleOf(command.email()), clock.instant());
        yield switch (users.add(new Account(user, hash))) {
          case Users.Added() -> new Registered(user);
          // Registered before, unheard of.
          case Users.Exists(User current) -> new Registered(current);
          case Users.EmailTaken() -> new EmailTaken();
        };
      }
    };
  }

  /**
   * Whoever runs the installation names one address; it makes an admin only while nobody is there,
   * so that nobody can take the role who registers it later. The store is asked only about that
   * address.
   */
  private Role roleOf(EmailAddress email) {
    return firstAdmin.is(email) && users.isEmpty() ? Role.ADMIN : Role.USER;
  }

  /**
   * Who wants to register.
   *
   * @param id what they are to be called, always the same for the same request; absent where the
   *     request is made once only
   */
  public record Command(
      UserName name, EmailAddress email, NewPassword password, Optional<UserId> id) {

    /** Who wants to register, under a new id. */
    public Command(UserName name, EmailAddress email, NewPassword password) {
      this(name, email, password, Optional.empty());
    }
  }

  /** What became of it. */
  public sealed interface Outcome {}

  /** They are a user now. */
  public record Registered(User user) implements Outcome {}

  /** Somebody has that address. */
  public record EmailTaken() implements Outcome {}

  /** The password is one of the first that attackers try. */
  public record PasswordTooCommon() implements Outcome {}

  /** Too many passwords are being hashed. */
  public record Overloaded(Duration retryAfter) implements Outcome {}
}
