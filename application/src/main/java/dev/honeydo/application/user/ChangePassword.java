package dev.honeydo.application.user;

import dev.honeydo.application.port.Account;
import dev.honeydo.application.port.CommonPasswords;
import dev.honeydo.application.port.PasswordHasher;
import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.application.port.SessionTokens;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.application.port.Users;
import dev.honeydo.domain.auth.NewPassword;
import dev.honeydo.domain.auth.PasswordHash;
import dev.honeydo.domain.auth.RawPassword;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.auth.SessionToken;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.util.Optional;

/**
 * Gives a user another password and ends every session of theirs but the one it is done in (OWASP
 * ASVS 5.0, 7.4.3).
 *
 * <p>A login with the old password that is under way ends, too: either its session is there when
 * the others end, or it finds that the password has changed ({@code LogIn} looks once more).
 */
public final class ChangePassword {
  /** How often the password is checked, should its hash change meanwhile. */
  static final int ROUNDS = 4;

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final Users users;
  private final PasswordHasher hasher;
  private final CommonPasswords commonPasswords;
  private final Sessions sessions;
  private final SessionTokens sessionTokens;
  private final RefreshFamilies families;

  /** Wires the use case. */
  public ChangePassword(
      Users users,
      PasswordHasher hasher,
      CommonPasswords commonPasswords,
      Sessions sessions,
      SessionTokens sessionTokens,
      RefreshFamilies families) {
    this.users = users;
    this.hasher = hasher;
    this.commonPasswords = commonPasswords;
    this.sessions = sessions;
    this.sessionTokens = sessionTokens;
    this.families = families;
  }

  /**
   * Changes the password, if the present one is right.
   *
   * <p>Whoever is cut off half way can ask again in the same words: where the new password is the
   * present one already, what was left undone is done.
   */
  public Outcome handle(Command command) {
    if (commonPasswords.judge(command.next()) == CommonPasswords.Verdict.COMMON) {
      return new PasswordTooCommon();
    }
    for (int round = 0; round < ROUNDS; round++) {
      Optional<Account> account = users.findAccount(command.id());
      if (account.isEmpty()) {
        return new NotFound();
      }
      PasswordHash kept = account.get().passwordHash();
      Optional<Outcome> outcome =
          switch (hasher.verify(command.currentPassword(), Optional.of(kept))) {
            case PasswordHasher.Overloaded(Duration retryAfter) ->
                Optional.of(new Overloaded(retryAfter));
            case PasswordHasher.Wrong() -> Optional.of(again(command, kept));
            case PasswordHasher.Right() -> change(command, kept);
          };
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    return new Overloaded(RETRY_AFTER);
  }

  /** What becomes of somebody whose new password may be the present one already. */
  private Outcome again(Command command, PasswordHash kept) {
    return switch (hasher.verify(command.next().raw(), Optional.of(kept))) {
      case PasswordHasher.Overloaded(Duration retryAfter) -> new Overloaded(retryAfter);
      case PasswordHasher.Wrong() -> new WrongPassword();
      case PasswordHasher.Right() -> finish(command);
    };
  }

  /** What the change comes to, or empty where the hash that was checked is no longer kept. */
  private Optional<Outcome> change(Command command, PasswordHash kept) {
    return switch (hasher.hash(command.next())) {
      case PasswordHasher.Overloaded(Duration retryAfter) ->
          Optional.of(new Overloaded(retryAfter));
      case PasswordHasher.Hashed(PasswordHash next) -> {
        // Once before: should the rest fail, nobody is left who came in by the old password.
        endOthers(command);
        yield switch (users.rehash(command.id(), kept, next)) {
          case Users.Rehashed() -> Optional.of(finish(command));
          case Users.Overtaken() -> Optional.empty();
          case Users.Missing() -> Optional.of(new NotFound());
        };
      }
    };
  }

  /** The others end once more, for somebody may have come in before the password changed. */
  private Outcome finish(Command command) {
    endOthers(command);
    if (!command.rotating()) {
      return new Changed(Optional.empty());
    }
    SessionToken token = sessionTokens.mint(command.id());
    return switch (sessions.rekey(command.id(), command.session(), token.hash())) {
      case Sessions.Rekeyed() -> new Changed(Optional.of(token));
      case Sessions.Gone() -> new Changed(Optional.empty());
    };
  }

  private void endOthers(Command command) {
    Sessions.Clearance _ = sessions.revokeOthers(command.id(), command.session());
    RefreshFamilies.Ending _ = families.endOthers(command.id(), command.session());
  }

  /**
   * Whose password, in which of their sessions, and what proves it.
   *
   * @param rotating whether the session gets another token. Only a client that can be told of it
   *     may ask for that: one that goes by a cookie. The answer has no body, so whoever shows the
   *     session's id in a header keeps it.
   */
  public record Command(
      UserId id,
      SessionId session,
      boolean rotating,
      RawPassword currentPassword,
      NewPassword next) {}

  /** What became of it. */
  public sealed interface Outcome {}

  /**
   * The password is another one and no other session is left.
   *
   * @param token what opens the session from now on, if it was to be another
   */
  public record Changed(Optional<SessionToken> token) implements Outcome {}

  /** That is not the present password. */
  public record WrongPassword() implements Outcome {}

  /** The new password is one of the first that attackers try. */
  public record PasswordTooCommon() implements Outcome {}

  /** Too many passwords are being hashed, or changed. */
  public record Overloaded(Duration retryAfter) implements Outcome {}

  /** There is no such user any more. */
  public record NotFound() implements Outcome {}
}
