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
 * both. So does it for a client that lost an answer and asks again only after {@link
 * RefreshFamily#REPLAY_WINDOW}: it cannot be told from a thief, and to trust it for longer would be
 * to trust the thief.
 *
 * <p>The session is looked at before the token is spent. So where the store of sessions is gone
 * nothing is spent, and whoever asks again later is taken for no thief.
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
    Optional<RefreshFamily> family = families.find(link.get().family());
    if (family.isEmpty()) {
      return new Ended();
    }
    Instant now = clock.instant();
    return switch (sessions.touch(family.get().owner(), family.get().session(), now)) {
      case Sessions.Touched() -> spent(link.get());
      case Sessions.Gone() -> {
        RefreshFamilies.Ending _ = families.end(family.get().owner(), family.get().session());
        yield new Ended();
      }
    };
  }

  private Outcome spent(RefreshLink link) {
    return switch (families.rotate(link)) {
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
    return new Refreshed(issuer.issue(family, clock.instant()));
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
