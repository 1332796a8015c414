package dev.honeydo.adapters.security;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.interfaces.Claim;
import com.auth0.jwt.interfaces.DecodedJWT;
import dev.honeydo.domain.auth.AccessClaims;
import dev.honeydo.domain.auth.Epoch;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.auth.TokenId;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the payload of an access token holds: {@code iss}, {@code aud}, {@code sub}, {@code sid},
 * {@code jti} as strings, the last three canonical UUIDs, {@code iat} and {@code exp} as whole
 * seconds. All are needed, {@code nbf} is honoured, others mean nothing. The audience is one string
 * as we write it, never a list.
 */
final class JwtClaims {
  static final String AUDIENCE = "honeydo-api";

  private static final String SESSION = "sid";
  private static final String EPOCH = "ep";

  private final String issuer;
  private final Duration longestLife;
  private final Duration leeway;

  JwtClaims(String issuer, Duration longestLife, Duration leeway) {
    this.issuer = issuer;
    this.longestLife = longestLife;
    this.leeway = leeway;
  }

  JWTCreator.Builder write(AccessClaims claims) {
    return JWT.create()
        .withIssuer(issuer)
        .withAudience(AUDIENCE)
        .withSubject(claims.subject().toString())
        .withClaim(SESSION, claims.session().toString())
        .withClaim(EPOCH, claims.epoch().value())
        .withJWTId(claims.id().toString())
        .withIssuedAt(claims.issuedAt())
        .withExpiresAt(claims.expiresAt());
  }

  /**
   * The claims of {@code jwt}, expired or not, or empty where one is missing, not as we write it or
   * impossible at {@code now}.
   */
  Optional<AccessClaims> read(DecodedJWT jwt, Instant now) {
    Optional<TokenId> id = text(jwt, "jti", TokenId::parse);
    Optional<UserId> subject = text(jwt, "sub", UserId::parse);
    Optional<SessionId> session = text(jwt, SESSION, SessionId::parse);
    Optional<Epoch> epoch = whole(jwt, EPOCH).filter(it -> it >= 0).map(Epoch::new);
    Optional<Instant> issuedAt = seconds(jwt, "iat");
    Optional<Instant> expiresAt = seconds(jwt, "exp");
    if (id.isEmpty()
        || subject.isEmpty()
        || session.isEmpty()
        || epoch.isEmpty()
        || issuedAt.isEmpty()
        || expiresAt.isEmpty()
        || !isOurs(jwt)
        || !isPossible(issuedAt.get(), expiresAt.get(), now)
        || !hasBegun(jwt, now)) {
      return Optional.empty();
    }
    return Optional.of(
        new AccessClaims(
            id.get(), subject.get(), session.get(), epoch.get(), issuedAt.get(), expiresAt.get()));
  }

  /** Whether a token may be good for that long. */
  boolean allowsLife(Instant issuedAt, Instant expiresAt) {
    return expiresAt.isAfter(issuedAt)
        && Duration.between(issuedAt, expiresAt).compareTo(longestLife) <= 0;
  }

  private boolean isOurs(DecodedJWT jwt) {
    return issuer.equals(jwt.getClaim("iss").asString())
        && AUDIENCE.equals(jwt.getClaim("aud").asString());
  }

  private boolean isPossible(Instant issuedAt, Instant expiresAt, Instant now) {
    return allowsLife(issuedAt, expiresAt) && !issuedAt.isAfter(now.plus(leeway));
  }

  private boolean hasBegun(DecodedJWT jwt, Instant now) {
    return jwt.getClaim("nbf").isMissing()
        || seconds(jwt, "nbf").filter(it -> !it.isAfter(now.plus(leeway))).isPresent();
  }

  private static <T> Optional<T> text(
      DecodedJWT jwt, String name, Function<String, Optional<T>> parse) {
    return Optional.ofNullable(jwt.getClaim(name).asString()).flatMap(parse);
  }

  private static Optional<Instant> seconds(DecodedJWT jwt, String name) {
    return whole(jwt, name).map(Instant::ofEpochSecond);
  }

  private static Optional<Long> whole(DecodedJWT jwt, String name) {
    Claim claim = jwt.getClaim(name);
    Long whole = claim.asLong();
    Double exact = claim.asDouble();
    return whole == null || exact == null || whole.doubleValue() != exact
        ? Optional.empty()
        : Optional.of(whole);
  }
}
