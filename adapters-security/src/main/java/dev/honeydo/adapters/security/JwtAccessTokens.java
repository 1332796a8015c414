package dev.honeydo.adapters.security;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTDecodeException;
import com.auth0.jwt.interfaces.DecodedJWT;
import dev.honeydo.application.port.AccessTokens;
import dev.honeydo.domain.auth.AccessClaims;
import dev.honeydo.domain.auth.AccessToken;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * JSON Web Tokens of type {@code at+jwt} (RFC 7519, 9068), signed with HS256 by java-jwt and read
 * as strictly as RFC 8725 asks.
 *
 * <p>A token is first held against the HMAC of each of our keys, and the signature compared as
 * text, of which there is one spelling: what nobody signed who has a key is {@link Forged} before
 * any of it is decoded. The header then has to hold {@code alg}, {@code typ} and {@code kid} as we
 * write them and nothing else, so that {@code crit}, {@code jku}, {@code jwk} and their like are
 * refused; {@link JwtClaims} reads the payload.
 *
 * <p>Instances that share a key may differ in time: {@code iat} and {@code nbf} may lie up to
 * {@link #LEEWAY} in the future. There is no leeway after {@code exp}.
 */
final class JwtAccessTokens implements AccessTokens {
  /** The longest that a token may be good for. */
  static final Duration LONGEST_LIFE = Duration.ofMinutes(30);

  /** How far {@code iat} and {@code nbf} may lie in the future. */
  static final Duration LEEWAY = Duration.ofSeconds(30);

  private static final String TYPE = "at+jwt";
  private static final Set<String> HEADER = Set.of("alg", "typ", "kid");
  private static final Reading FORGED = new Forged();
  private static final Reading EXPIRED = new Expired();

  private final Supplier<List<Signer>> signers;
  private final JwtClaims claims;
  private final InstantSource clock;
  private final ReadTokens readTokens = new ReadTokens();

  JwtAccessTokens(KeyRing keys, String issuer, InstantSource clock) {
    this.signers = keys.each(Signer::of);
    this.claims = new JwtClaims(issuer, LONGEST_LIFE, LEEWAY);
    this.clock = clock;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException when the token would be good for more than 30 minutes
   */
  @Override
  public AccessToken sign(AccessClaims said) {
    if (!claims.allowsLife(said.issuedAt(), said.expiresAt())) {
      throw new IllegalArgumentException("an access token is good for 30 minutes at most");
    }
    Signer signer = signers.get().getFirst();
    return new AccessToken(
        claims
            .write(said)
            .withHeader(Map.of("typ", TYPE))
            .withKeyId(signer.keyId())
            .sign(signer.algorithm()));
  }

  @Override
  public Reading read(AccessToken token) {
    Instant now = clock.instant();
    return CompactJwt.parse(token.text())
        .flatMap(jwt -> claimsOf(jwt, now))
        .map(it -> now.isBefore(it.expiresAt()) ? new Genuine(it) : EXPIRED)
        .orElse(FORGED);
  }

  private Optional<AccessClaims> claimsOf(CompactJwt jwt, Instant now) {
    for (Signer signer : signers.get()) {
      if (signer.signed(jwt)) {
        AccessClaims known = readTokens.find(jwt.text(), signer, now);
        return known == null ? claimsOf(jwt, signer, now) : Optional.of(known);
      }
    }
    return Optional.empty();
  }

  /** Reads what somebody who has the key has signed, which need not be one of our tokens. */
  private Optional<AccessClaims> claimsOf(CompactJwt jwt, Signer signer, Instant now) {
    try {
      if (!isStrict(jwt)) {
        return Optional.empty();
      }
      DecodedJWT decoded = JWT.decode(jwt.text());
      Optional<AccessClaims> read =
          signer.isNamedBy(decoded) ? claims.read(decoded, now) : Optional.empty();
      read.ifPresent(it -> readTokens.keep(jwt.text(), signer, now, it));
      return read;
    } catch (JWTDecodeException | DateTimeException | IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static boolean isStrict(CompactJwt jwt) {
    return StrictJson.namesIn(CompactJwt.decoded(jwt.header())).filter(HEADER::equals).isPresent()
        && StrictJson.namesIn(CompactJwt.decoded(jwt.payload())).isPresent();
  }

  /**
   * What a key signs with.
   *
   * @param mac keyed and never fed: each use begins with a copy of it
   */
  private record Signer(String keyId, Algorithm algorithm, Mac mac) {

    static Signer of(SigningKey key) {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.bytes(), "HmacSHA256"));
        return new Signer(key.id(), Algorithm.HMAC256(key.bytes()), mac);
      } catch (GeneralSecurityException everyJdkHasIt) {
        throw new IllegalStateException(everyJdkHasIt);
      }
    }

    boolean signed(CompactJwt jwt) {
      try {
        Mac mine = (Mac) mac.clone();
        mine.update(jwt.bytes(), 0, jwt.payloadEnd());
        byte[] expected = Base64.getUrlEncoder().withoutPadding().encode(mine.doFinal());
        return MessageDigest.isEqual(expected, jwt.signature());
      } catch (CloneNotSupportedException ofTheJdkIs) {
        throw new IllegalStateException(ofTheJdkIs);
      }
    }

    boolean isNamedBy(DecodedJWT jwt) {
      return algorithm.getName().equals(jwt.getHeaderClaim("alg").asString())
          && TYPE.equals(jwt.getHeaderClaim("typ").asString())
          && keyId.equals(jwt.getHeaderClaim("kid").asString());
    }
  }
}
