package dev.honeydo.application.auth;

import dev.honeydo.application.port.Account;
import dev.honeydo.application.port.Ids;
import dev.honeydo.application.port.PasswordHasher;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.application.port.SessionTokens;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.application.port.Users;
import dev.honeydo.domain.InvalidValue;
import dev.honeydo.domain.auth.AuthenticationMethod;
import dev.honeydo.domain.auth.Device;
import dev.honeydo.domain.auth.FamilyId;
import dev.honeydo.domain.auth.NewPassword;
import dev.honeydo.domain.auth.PasswordHash;
import dev.honeydo.domain.auth.RawPassword;
import dev.honeydo.domain.auth.RefreshFamily;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionData;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.auth.SessionLimits;
import dev.honeydo.domain.auth.SessionToken;
import dev.honeydo.domain.user.EmailAddress;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Opens a session for whoever knows the password.
 *
 * <p>An address that nobody has costs the same work and gets the same answer as a wrong password;
 * that an account is shut is told only to whoever knows its password.
 */
public final class LogIn {
  private final Users users;
  private final PasswordHasher hasher;
  private final Sessions sessions;
  private final SessionTokens sessionTokens;
  private final RefreshFamilies families;
  private final TokenIssuer issuer;
  private final Ids ids;
  private final SessionLimits limits;
  private final InstantSource clock;

  /** Wires the use case. */
  public LogIn(
      Users users,
      PasswordHasher hasher,
      Sessions sessions,
      SessionTokens sessionTokens,
      RefreshFamilies families,
      TokenIssuer issuer,
      Ids ids,
      SessionLimits limits,
      InstantSource clock) {
    this.users = users;
    this.hasher = hasher;
    this.sessions = sessions;
    this.sessionTokens = sessionTokens;
    this.families = families;
    this.issuer = issuer;
    this.ids = ids;
    this.limits = limits;
    this.clock = clock;
  }

  /** Checks the password and opens a session. */
  public Outcome handle(Command command) {
    Optional<Account> account = users.findAccount(command.email().key());
    return switch (hasher.verify(command.password(), account.map(Account::passwordHash))) {
      case PasswordHasher.Overloaded(Duration retryAfter) -> new Overloaded(retryAfter);
      case PasswordHasher.Wrong() -> new InvalidCredentials();
      case PasswordHasher.Right() -> admit(account.orElseThrow(), command);
    };
  }

  private Outcome admit(Account account, Command command) {
    User user = account.user();
    if (user.disabled()) {
      return new AccountDisabled();
    }
    Instant now = clock.instant();
    Session session =
        Session.open(
            new SessionId(ids.next()),
            user.id(),
            command.device(),
            AuthenticationMethod.PASSWORD,
            limits,
            command.data(),
            now);
    SessionToken token = sessionTokens.mint(user.id());
    // The family goes first: should the rest fail it is worth nothing, and no other session has
    // ended.
    RefreshFamily family = RefreshFamily.found(new FamilyId(ids.next()), session, now);
    RefreshFamilies.Founding _ = families.found(family);
    Sessions.Opening opening = sessions.open(session, token.hash(), limits.perUser());
    for (SessionId ended : opening.ended()) {
      RefreshFamilies.Ending _ = families.end(user.id(), ended);
    }
    return refusalMeanwhile(account, session, command)
        .orElseGet(() -> new LoggedIn(user, session, token, issuer.issue(family, now)));
  }

  /**
   * Looks the account up once more: whoever closes or shuts it, or changes its password, ends the
   * sessions that there are, and this one may have come after that.
   */
  private Optional<Outcome> refusalMeanwhile(Account checked, Session session, Command command) {
    UserId id = checked.user().id();
    Optional<Account> current = users.findAccount(id);
    if (current.isEmpty() || current.get().user().disabled()) {
      Sessions.Clearance _ = sessions.revokeAll(id);
      RefreshFamilies.Ending _ = families.endAll(id);
      return Optional.of(current.isEmpty() ? new InvalidCredentials() : new AccountDisabled());
    }
    PasswordHash kept = current.get().passwordHash();
    // Another hash may be one of the same password, made by a login at the same time.
    Optional<Outcome> refusal =
        kept.equals(checked.passwordHash())
            ? Optional.empty()
            : switch (hasher.verify(command.password(), Optional.of(kept))) {
              case PasswordHasher.Right() -> Optional.empty();
              case PasswordHasher.Wrong() -> Optional.of(new InvalidCredentials());
              case PasswordHasher.Overloaded(Duration retryAfter) ->
                  Optional.of(new Overloaded(retryAfter));
            };
    if (refusal.isPresent()) {
      Sessions.Revocation _ = sessions.revoke(id, session.id());
      RefreshFamilies.Ending _ = families.end(id, session.id());
    } else {
      renew(id, kept, command.password());
    }
    return refusal;
  }

  /**
   * Hashes the password anew where that was done with less than it is now. It makes no difference
   * to this login whether that succeeds: there will be another.
   */
  private void renew(UserId id, PasswordHash kept, RawPassword password) {
    if (!hasher.isOutdated(kept)) {
      return;
    }
    try {
      if (hasher.hash(new NewPassword(password)) instanceof PasswordHasher.Hashed(var next)) {
        Users.Rehashing _ = users.rehash(id, kept, next);
      }
    } catch (InvalidValue | PortUnavailable notNow) {
      // It is shorter than passwords are chosen now, or the store is gone: the old hash stays.
    }
  }

  /**
   * Who wants in.
   *
   * @param data what the client wants kept with the session
   */
  public record Command(
      EmailAddress email, RawPassword password, Device device, SessionData data) {}

  /** What became of it. */
  public sealed interface Outcome {}

  /** A session is open. */
  public record LoggedIn(User user, Session session, SessionToken token, IssuedTokens tokens)
      implements Outcome {}

  /** There is no such account, or that is not its password. */
  public record InvalidCredentials() implements Outcome {}

  /** It is the password, but an admin has shut the account. */
  public record AccountDisabled() implements Outcome {}

  /** Too many passwords are being hashed. */
  public record Overloaded(Duration retryAfter) implements Outcome {}
}
