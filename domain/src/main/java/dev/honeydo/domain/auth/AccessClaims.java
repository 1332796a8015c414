package dev.honeydo.domain.auth;

import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What an access token says (RFC 9068).
 *
 * @param subject who it speaks for
 * @param session the login it was issued in: the token is worth nothing once that has ended
 * @param epoch of its subject's when it was issued: it is worth nothing in any other
 * @param issuedAt whole seconds, as tokens write them (RFC 7519, section 2, NumericDate)
 * @param expiresAt whole seconds, after {@code issuedAt}: the first instant at which it is void
 */
public record AccessClaims(
    TokenId id,
    UserId subject,
    SessionId session,
    Epoch epoch,
    Instant issuedAt,
    Instant expiresAt) {

  /** Cuts instants to seconds and checks their order. */
  public AccessClaims {
    issuedAt = issuedAt.truncatedTo(ChronoUnit.SECONDS);
    expiresAt = expiresAt.truncatedTo(ChronoUnit.SECONDS);
    if (!expiresAt.isAfter(issuedAt)) {
      throw new IllegalArgumentException("a token expires after it was issued");
    }
  }
}
