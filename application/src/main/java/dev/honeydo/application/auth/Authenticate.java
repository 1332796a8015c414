package dev.honeydo.application.auth;

import dev.honeydo.application.port.AccessTokens;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.AccessClaims;
import dev.honeydo.domain.auth.AccessToken;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionToken;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says whose session a request belongs to.
 *
 * <p>Every credential that is shown must be good, and all must be of one session. A token is worth
 * nothing once its session has ended, whatever its {@code exp} says.
 */
public final class Authenticate {
  private final AccessTokens accessTokens;
  private final AccessChecks accessChecks;
  private final Sessions sessions;
  private final InstantSource clock;

  /** Wires the use case. */
  public Authenticate(
      AccessTokens accessTokens,
      AccessChecks accessChecks,
      Sessions sessions,
      InstantSource clock) {
    this.accessTokens = accessTokens;
    this.accessChecks = accessChecks;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** Checks every credential in turn; the first bad one decides. */
  public Outcome handle(Command command) {
    Optional<Session> found = Optional.empty();
    List<AccessClaims> tokens = new ArrayList<>(1);
    for (Credential credential : command.credentials()) {
      switch (check(credential)) {
        case Bad(Reason reason) -> {
          return new Rejected(reason);
        }
        case Good(Session session, Optional<AccessClaims> claims) -> {
          if (found.isPresent() && !found.get().id().equals(session.id())) {
            return new Ambiguous();
          }
          found = Optional.of(session);
          claims.ifPresent(tokens::add);
        }
      }
    }
    return found.isEmpty() ? new NothingPresented() : inUse(found.get(), tokens, command);
  }

  private Checked check(Credential credential) {
    return switch (credential) {
      case Credential.Bearer(AccessToken token) ->
          switch (accessTokens.read(token)) {
            case AccessTokens.Genuine(AccessClaims claims) ->
                accessChecks
                    .check(claims)
                    .<Checked>map(session -> new Good(session, Optional.of(claims)))
                    .orElse(new Bad(Reason.TOKEN_REVOKED));
            case AccessTokens.Expired() -> new Bad(Reason.TOKEN_EXPIRED);
            case AccessTokens.Forged() -> new Bad(Reason.TOKEN_INVALID);
          };
      case Credential.SessionKey(String text) ->
          SessionToken.parse(text)
              .flatMap(token -> sessions.find(token.owner(), token.hash()))
              .<Checked>map(session -> new Good(session, Optional.empty()))
              .orElse(new Bad(Reason.SESSION_EXPIRED));
    };
  }

  private Outcome inUse(Session session, List<AccessClaims> tokens, Command command) {
    Instant now = clock.instant();
    if (!session.needsTouchAt(now)) {
      return new Authenticated(session, tokens);
    }
    try {
      return switch (sessions.touch(session.owner(), session.id(), now)) {
        case Sessions.Touched() -> new Authenticated(session.touched(now), tokens);
        // It ended since it was found: asked again, its credential says so in its own words.
        case Sessions.Gone() -> handle(command);
      };
    } catch (PortUnavailable notNoted) {
      // It was found live; that its use cannot be written down is no reason to turn it away.
      return new Authenticated(session, tokens);
    }
  }

  /** Everything that a request shows. */
  public record Command(List<Credential> credentials) {
    /** Copies the list. */
    public Command {
      credentials = List.copyOf(credentials);
    }
  }

  /** What the credentials come to. */
  public sealed interface Outcome {}

  /**
   * They are all of this live session.
   *
   * @param tokens what each access token that was shown says, in their order; none where nothing
   *     but session ids were shown
   */
  public record Authenticated(Session session, List<AccessClaims> tokens) implements Outcome {
    /** Copies the list. */
    public Authenticated {
      tokens = List.copyOf(tokens);
    }
  }

  /** One of them is no good. */
  public record Rejected(Reason reason) implements Outcome {}

  /** They are good, but not of one session. */
  public record Ambiguous() implements Outcome {}

  /** There are none. */
  public record NothingPresented() implements Outcome {}

  /** What is wrong with a credential. */
  public enum Reason {
    /** Not a token of ours. */
    TOKEN_INVALID,
    /** A token whose time has run out. */
    TOKEN_EXPIRED,
    /** A token whose session or epoch has ended, or that was itself revoked. */
    TOKEN_REVOKED,
    /** A session that is unknown, revoked or expired. */
    SESSION_EXPIRED
  }

  private sealed interface Checked {}

  private record Good(Session session, Optional<AccessClaims> claims) implements Checked {}

  private record Bad(Reason reason) implements Checked {}
}
