package dev.honeydo.adapters.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.port.AccessTokens;
import dev.honeydo.domain.auth.AccessClaims;
import dev.honeydo.domain.auth.AccessToken;
import dev.honeydo.domain.auth.Epoch;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.auth.TokenId;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JwtAccessTokensTest {
  private static final Instant NOW = Instant.parse("2026-11-20T20:07:03.120Z");
  private static final SigningKey KEY = SigningKey.random();
  private static final SigningKey NEXT = SigningKey.random();
  private static final TokenDraft GENUINE = TokenDraft.genuine(KEY, NOW);

  private final AccessTokens tokens = at(NOW, SigningKeys.of(KEY));

  @Test
  void writesHeaderAndClaimsAsTheContractSaysThem() {
    AccessClaims claims = claims(Duration.ofMinutes(30));

    String[] parts = tokens.sign(claims).text().split("\\.", -1);

    assertThat(decoded(parts[0]))
        .isEqualTo("{\"typ\":\"at+jwt\",\"kid\":\"" + KEY.id() + "\",\"alg\":\"HS256\"}");
    assertThat(decoded(parts[1]))
        .isEqualTo(
            "{\"iss\":\"honeydo\",\"aud\":\"honeydo-api\",\"sub\":\"%s\",\"sid\":\"%s\",\"ep\":3,\"jti\":\"%s\",\"iat\":%d,\"exp\":%d}"
                .formatted(
                    claims.subject(),
                    claims.session(),
                    claims.id(),
                    claims.issuedAt().getEpochSecond(),
                    claims.expiresAt().getEpochSecond()));
    assertThat(parts[2])
        .isEqualTo(
            TokenDraft.base64url(
                TokenDraft.mac(parts[0] + "." + parts[1], KEY.bytes(), "HmacSHA256")));
  }

  @Test
  void readsWhatItSigned() {
    AccessClaims claims = claims(Duration.ofMinutes(30));

    assertThat(tokens.read(tokens.sign(claims))).isEqualTo(new AccessTokens.Genuine(claims));
  }

  @Test
  void signsNothingThatIsGoodForMoreThanThirtyMinutes() {
    AccessClaims claims = claims(Duration.ofMinutes(30).plusSeconds(1));

    assertThatThrownBy(() -> tokens.sign(claims)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isVoidFromTheSecondOfItsExpOn() {
    AccessToken token = tokens.sign(claims(Duration.ofMinutes(15)));
    Instant exp = Instant.parse("2026-11-20T20:22:03Z");

    assertThat(at(exp.minusNanos(1), SigningKeys.of(KEY)).read(token))
        .isInstanceOf(AccessTokens.Genuine.class);
    assertThat(at(exp, SigningKeys.of(KEY)).read(token)).isEqualTo(new AccessTokens.Expired());
    assertThat(at(exp.plus(Duration.ofDays(4000)), SigningKeys.of(KEY)).read(token))
        .isEqualTo(new AccessTokens.Expired());
  }

  @ParameterizedTest
  @ValueSource(strings = {"iat", "nbf"})
  void clocksMayDifferByThirtySeconds(String claim) {
    String ahead = "" + (NOW.getEpochSecond() + 30);

    assertThat(read(GENUINE.claim(claim, ahead).signed(KEY)))
        .isInstanceOf(AccessTokens.Genuine.class);
  }

  @Test
  void claimsOfOthersMeanNothing() {
    String token =
        GENUINE
            .claim("scope", "\"admin\"")
            .claim("nbf", "" + NOW.getEpochSecond())
            .claim("x", "[{\"a\":1},null]")
            .signed(KEY);

    assertThat(read(token)).isEqualTo(read(GENUINE.signed(KEY)));
  }

  @Test
  void aTokenOfEightKibibytesIsRead() {
    String padding = "x".repeat(6144 - GENUINE.payloadJson().length() - 200);

    String token = GENUINE.claim("x", "\"" + padding + "\"").signed(KEY);

    assertThat(token.length()).isBetween(7 * 1024, 8 * 1024);
    assertThat(read(token)).isInstanceOf(AccessTokens.Genuine.class);
  }

  @Test
  void tokensOfThePreviousKeyAreReadAndNewOnesSignedByTheCurrent() {
    AccessTokens rotated = at(NOW, new SigningKeys(NEXT, List.of(KEY)));
    AccessClaims claims = claims(Duration.ofMinutes(5));
    AccessToken old = tokens.sign(claims);
    AccessToken fresh = rotated.sign(claims);

    assertThat(rotated.read(old)).isEqualTo(new AccessTokens.Genuine(claims));
    assertThat(rotated.read(fresh)).isEqualTo(new AccessTokens.Genuine(claims));
    assertThat(tokens.read(fresh)).isEqualTo(new AccessTokens.Forged());
    assertThat(at(NOW, SigningKeys.of(NEXT)).read(old)).isEqualTo(new AccessTokens.Forged());
  }

  @Test
  void aKeyCannotSignInTheNameOfAnotherThatIsKnownToo() {
    AccessTokens rotated = at(NOW, new SigningKeys(NEXT, List.of(KEY)));

    assertThat(rotated.read(new AccessToken(GENUINE.signed(NEXT))))
        .isEqualTo(new AccessTokens.Forged());
  }

  @Test
  void everySingleCharacterMatters() {
    String token = tokens.sign(claims(Duration.ofMinutes(5))).text();

    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      String changed = token.substring(0, i) + other + token.substring(i + 1);
      assertThat(read(changed)).as("character %d", i).isEqualTo(new AccessTokens.Forged());
      String shorter = token.substring(0, i) + token.substring(i + 1);
      assertThat(read(shorter)).as("without %d", i).isEqualTo(new AccessTokens.Forged());
      assertThat(read(token.substring(0, i)))
          .as("%d alone", i)
          .isEqualTo(new AccessTokens.Forged());
    }
  }

  private AccessTokens.Reading read(String token) {
    return tokens.read(new AccessToken(token));
  }

  private static AccessTokens at(Instant now, SigningKeys keys) {
    return new JwtAccessTokens(new KeyRing(keys), "honeydo", InstantSource.fixed(now));
  }

  private static AccessClaims claims(Duration life) {
    return new AccessClaims(
        new TokenId(UUID.randomUUID()),
        new UserId(UUID.randomUUID()),
        new SessionId(UUID.randomUUID()),
        new Epoch(3),
        NOW,
        NOW.plus(life));
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), UTF_8);
  }
}
