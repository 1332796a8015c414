package dev.honeydo.application.auth;

import dev.honeydo.application.port.AccessTokens;
import dev.honeydo.application.port.Ids;
import dev.honeydo.application.port.RefreshTokens;
import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.domain.auth.AccessClaims;
import dev.honeydo.domain.auth.RefreshFamily;
import dev.honeydo.domain.auth.RefreshLink;
import dev.honeydo.domain.auth.TokenId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Makes the tokens that stand for the newest link of a family. */
public final class TokenIssuer {
  private final AccessTokens accessTokens;
  private final RefreshTokens refreshTokens;
  private final RevokedTokens revokedTokens;
  private final Ids ids;
  private final TokenLifetime lifetime;

  /** Wires the issuer. */
  public TokenIssuer(
      AccessTokens accessTokens,
      RefreshTokens refreshTokens,
      RevokedTokens revokedTokens,
      Ids ids,
      TokenLifetime lifetime) {
    this.accessTokens = accessTokens;
    this.refreshTokens = refreshTokens;
    this.revokedTokens = revokedTokens;
    this.ids = ids;
    this.lifetime = lifetime;
  }

  IssuedTokens issue(RefreshFamily family, Instant now) {
    Instant issuedAt = now.truncatedTo(ChronoUnit.SECONDS);
    AccessClaims claims =
        new AccessClaims(
            new TokenId(ids.next()),
            family.owner(),
            family.session(),
            revokedTokens.epoch(family.owner()),
            issuedAt,
            issuedAt.plus(lifetime.value()));
    return new IssuedTokens(
        accessTokens.sign(claims),
        lifetime.value(),
        refreshTokens.tokenOf(new RefreshLink(family.id(), family.counter())));
  }
}
