package dev.honeydo.application.auth;

import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.application.port.RefreshTokens;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.RefreshFamily;
import dev.honeydo.domain.auth.RefreshLink;
import dev.honeydo.domain.auth.RefreshToken;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Gives fresh tokens for a refresh token, which is then spent (RFC 9700, section 4.14.2).
 *
 * <p>A token that was spent long ago means that two parties hold the chain: the session ends for
 * both.
 */
public final class RefreshSession {
  private final RefreshTokens refreshTokens;
  private final RefreshFamilies families;
  private final Sessions sessions;
  private final TokenIssuer issuer;
  private final InstantSource clock;

  /** Wires the use case. */
  public RefreshSession(
      RefreshTokens refreshTokens,
      RefreshFamilies families,
      Sessions sessions,
      TokenIssuer issuer,
      InstantSource clock) {
    this.refreshTokens = refreshTokens;
    this.families = families;
    this.sessions = sessions;
    this.issuer = issuer;
    this.clock = clock;
  }

  /** Spends the token. */
  public Outcome handle(Command command) {
    Optional<RefreshLink> link = refreshTokens.read(command.token());
    if (link.isEmpty()) {
      return new Forged();
    }
    return switch (families.rotate(link.get())) {
      case RefreshFamilies.Rotated(RefreshFamily family) -> continued(family);
      case RefreshFamilies.Replayed(RefreshFamily family) -> continued(family);
      case RefreshFamilies.Reused(RefreshFamily family) -> {
        // The session goes first: should the rest fail, the family still tells of the reuse.
        Sessions.Revocation _ = sessions.revoke(family.owner(), family.session());
        RefreshFamilies.Ending _ = families.end(family.owner(), family.session());
        yield new Reused();
      }
      case RefreshFamilies.Gone() -> new Ended();
    };
  }

  private Outcome continued(RefreshFamily family) {
    Instant now = clock.instant();
    return switch (sessions.touch(family.owner(), family.session(), now)) {
      case Sessions.Touched() -> new Refreshed(issuer.issue(family, now));
      case Sessions.Gone() -> new Ended();
    };
  }

  /** The token to spend. */
  public record Command(RefreshToken token) {}

  /** What became of it. */
  public sealed interface Outcome {}

  /** Here are its successors. */
  public record Refreshed(IssuedTokens tokens) implements Outcome {}

  /** It is not one of our tokens. */
  public record Forged() implements Outcome {}

  /** Its session has ended. */
  public record Ended() implements Outcome {}

  /** It was spent before: its session is ended now. */
  public record Reused() implements Outcome {}
}
