package dev.honeydo.contracts;

import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.domain.auth.TokenId;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What the clauses about revoked tokens need of the adapter that they try. */
interface RevokedTokensSubject extends Racing {

  /** The adapter: the same one throughout a test. */
  RevokedTokens revokedTokens();

  /**
   * Another adapter of the same store, as another instance of the service would have it; the same
   * one only where the store lives inside the adapter.
   */
  RevokedTokens anotherView();

  /**
   * An adapter that was open and whose store is gone: its client closed, its file or its server
   * away. It is in nobody else's way.
   */
  RevokedTokens unreachable();

  /** What time it is for the adapter and its views. It stands still but for {@link #elapse}. */
  InstantSource clock();

  /**
   * Lets that much time pass for the adapter and its views, without waiting; where it is negative,
   * sets their clock back.
   */
  void elapse(Duration time);

  /** What time it is now. */
  default Instant now() {
    return clock().instant();
  }

  /** A token of the owner's that is revoked for so long from now on. */
  default TokenId revoked(UserId owner, Duration time) {
    TokenId token = Specimens.tokenId();
    var _ = revokedTokens().revoke(owner, token, now().plus(time));
    return token;
  }

  /** Whether the adapter takes that token of the owner's for revoked. */
  default boolean isRevoked(UserId owner, TokenId token) {
    return revokedTokens().standing(owner, token).revoked();
  }
}
