package dev.honeydo.application.port;

import dev.honeydo.domain.auth.Epoch;
import dev.honeydo.domain.auth.TokenId;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;

/**
 * The access tokens that are dead before their time: one by one, and all of a user's at once.
 *
 * <p><b>Guarantees.</b> What was answered is durable and seen by every later call of every
 * instance: nothing makes a revoked token good again, and no user's epoch ever goes back. However
 * many advance an epoch at once, each gets one of their own.
 *
 * <p><b>When the store is unreachable</b> every method throws {@link PortUnavailable}; no token is
 * ever taken for good on the strength of a failure.
 *
 * <p>Thread-safe.
 */
public interface RevokedTokens {

  /**
   * Revokes a token; revoking it again only ever lengthens the time.
   *
   * @param until when it expires anyway: from then on it may be forgotten
   */
  Revocation revoke(UserId owner, TokenId token, Instant until);

  /** Whether a token of the owner's is revoked, and the epoch it must be of. */
  Standing standing(UserId owner, TokenId token);

  /** The owner's epoch; {@link Epoch#FIRST} for whoever has never advanced it. */
  Epoch epoch(UserId owner);

  /** Ends the owner's epoch, and with it every token that was issued in it. */
  Advance advance(UserId owner);

  /**
   * Forgets tokens whose time has run out.
   *
   * @param most about how many to look at, at least 1
   */
  Purge purge(int most);

  /** The token is revoked. */
  record Revocation() {}

  /**
   * How a token stands.
   *
   * @param revoked whether it was revoked, by a revocation that has not run out
   * @param epoch the owner's, read together with that
   */
  record Standing(boolean revoked, Epoch epoch) {}

  /**
   * What became of an {@link #advance}.
   *
   * @param epoch the new one
   */
  record Advance(Epoch epoch) {}
}
