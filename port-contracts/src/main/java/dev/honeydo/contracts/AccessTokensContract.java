package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.AccessTokens;
import dev.honeydo.domain.auth.AccessClaims;
import dev.honeydo.domain.auth.AccessToken;
import dev.honeydo.domain.auth.Epoch;
import dev.honeydo.domain.auth.TokenId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link AccessTokens} must keep. */
public interface AccessTokensContract {

  /** The adapter: the same one throughout a test. */
  AccessTokens accessTokens();

  /**
   * Another adapter with the same key, as another instance of the service would have it; the same
   * one only where tokens live inside the adapter.
   */
  AccessTokens anotherView();

  /** An adapter that differs in its key only. */
  AccessTokens foreign();

  /** What time it is for the adapter. It stands still but for {@link #elapse}. */
  InstantSource clock();

  /** Lets that much time pass for the adapter, without waiting. */
  void elapse(Duration time);

  @Test
  @DisplayName("TOKEN-1 each signed token says what was signed in it")
  default void readsWhatWasSigned() {
    AccessClaims one = claims();
    AccessClaims two = claims();
    AccessToken tokenOfOne = accessTokens().sign(one);
    AccessToken tokenOfTwo = accessTokens().sign(two);
    assertThat(accessTokens().read(tokenOfOne)).isEqualTo(new AccessTokens.Genuine(one));
    assertThat(accessTokens().read(tokenOfTwo)).isEqualTo(new AccessTokens.Genuine(two));
  }

  @Test
  @DisplayName("TOKEN-2 another view with the same key reads it")
  default void readsWhatOthersSigned() {
    AccessClaims claims = claims();
    assertThat(anotherView().read(accessTokens().sign(claims)))
        .isEqualTo(new AccessTokens.Genuine(claims));
  }

  @Test
  @DisplayName("TOKEN-3 a token is good until one millisecond before its expiry")
  default void livesUntilExpiry() {
    AccessClaims claims = claims();
    AccessToken token = accessTokens().sign(claims);
    elapse(Duration.between(now(), claims.expiresAt()).minusMillis(1));
    assertThat(accessTokens().read(token)).isEqualTo(new AccessTokens.Genuine(claims));
  }

  @Test
  @DisplayName("TOKEN-4 a token is expired from the instant of its expiry, without leeway")
  default void expires() {
    AccessClaims claims = claims();
    AccessToken token = accessTokens().sign(claims);
    elapse(Duration.between(now(), claims.expiresAt()));
    assertThat(accessTokens().read(token)).isEqualTo(new AccessTokens.Expired());
  }

  @Test
  @DisplayName("TOKEN-5 a token that another key signed is forged")
  default void refusesOtherKeys() {
    assertThat(accessTokens().read(foreign().sign(claims()))).isEqualTo(new AccessTokens.Forged());
  }

  @Test
  @DisplayName("TOKEN-6 a token that another key signed is forged though it has expired")
  default void refusesOtherKeysBeforeExpiry() {
    AccessToken token = foreign().sign(claims());
    elapse(Duration.ofDays(1));
    assertThat(accessTokens().read(token)).isEqualTo(new AccessTokens.Forged());
  }

  @Test
  @DisplayName("TOKEN-7 a token in which any character but the last was changed is forged")
  default void refusesChangedTokens() {
    String text = accessTokens().sign(claims()).text();
    // The last one may hold bits that say nothing (RFC 4648, section 3.5).
    for (int at = 0; at < text.length() - 1; at++) {
      char other = text.charAt(at) == 'A' ? 'B' : 'A';
      String changed = text.substring(0, at) + other + text.substring(at + 1);
      assertThat(accessTokens().read(new AccessToken(changed)))
          .as("changed at %d", at)
          .isEqualTo(new AccessTokens.Forged());
    }
  }

  @Test
  @DisplayName("TOKEN-8 a token that was cut short anywhere is forged")
  default void refusesCutTokens() {
    String text = accessTokens().sign(claims()).text();
    for (int length = 0; length < text.length(); length++) {
      assertThat(accessTokens().read(new AccessToken(text.substring(0, length))))
          .as("cut to %d", length)
          .isEqualTo(new AccessTokens.Forged());
    }
  }

  @Test
  @DisplayName("TOKEN-9 what is no token at all is forged")
  default void refusesGarbage() {
    for (String text :
        List.of(
            "",
            " ",
            ".",
            "..",
            "...",
            "a.b.c",
            "\0",
            Specimens.UNICODE,
            "eyJhbGciOiJub25lIn0.e30.",
            "e30.e30.e30",
            "bnVsbA.bnVsbA.bnVsbA",
            "a".repeat(100_000))) {
      assertThat(accessTokens().read(new AccessToken(text)))
          .as("%.40s", text)
          .isEqualTo(new AccessTokens.Forged());
    }
  }

  @Test
  @DisplayName("TOKEN-10 a token with something before or behind it is forged")
  default void refusesPaddedTokens() {
    String text = accessTokens().sign(claims()).text();
    for (String padded : List.of(" " + text, text + " ", text + "=", text + ".", text + "\n")) {
      assertThat(accessTokens().read(new AccessToken(padded))).isEqualTo(new AccessTokens.Forged());
    }
  }

  @Test
  @DisplayName("TOKEN-11 a token can be sent in a header: ASCII, no white space, no separators")
  default void writesHeaderSafeText() {
    assertThat(accessTokens().sign(claims()).text()).matches("[A-Za-z0-9._~+/=-]{1,2000}");
  }

  @Test
  @DisplayName("TOKEN-12 tokens can be signed and read by many at once")
  default void worksAtOnce() {
    AccessClaims claims = claims();
    assertThat(Race.run(_ -> accessTokens().read(accessTokens().sign(claims))))
        .containsOnly(new AccessTokens.Genuine(claims));
  }

  private Instant now() {
    return clock().instant();
  }

  private AccessClaims claims() {
    Instant issuedAt = now().truncatedTo(ChronoUnit.SECONDS);
    return new AccessClaims(
        new TokenId(UUID.randomUUID()),
        Specimens.userId(),
        Specimens.sessionId(),
        new Epoch(7),
        issuedAt,
        issuedAt.plus(Duration.ofMinutes(30)));
  }
}
