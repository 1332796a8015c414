package dev.honeydo.adapters.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.port.RefreshTokens;
import dev.honeydo.domain.auth.FamilyId;
import dev.honeydo.domain.auth.RefreshLink;
import dev.honeydo.domain.auth.RefreshToken;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HmacRefreshTokensTest {
  private static final SigningKey KEY =
      SigningKey.parse("a key that the tests use, 32 bytes or more");
  private static final FamilyId FAMILY =
      new FamilyId(UUID.fromString("0193a5b0-0000-7000-8000-000000000001"));
  private static final String FAMILY_TEXT = "AZOlsAAAcACAAAAAAAAAAQ";

  private final RefreshTokens tokens = new HmacRefreshTokens(new KeyRing(SigningKeys.of(KEY)));

  @Test
  void aTokenIsItsLinkAndItsMac() {
    byte[] key = DerivedKeys.derive(KEY, "refresh");
    String stem = "r1." + FAMILY_TEXT + ".7";

    assertThat(tokens.tokenOf(new RefreshLink(FAMILY, 7)).text())
        .isEqualTo(stem + "." + TokenDraft.base64url(TokenDraft.mac(stem, key, "HmacSHA256")));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 9, 10, 1_000_000, Long.MAX_VALUE})
  void readsEveryLink(long counter) {
    RefreshLink link = new RefreshLink(FAMILY, counter);

    assertThat(tokens.read(tokens.tokenOf(link))).contains(link);
  }

  @Test
  void linksBelowZeroHaveNoToken() {
    assertThatThrownBy(() -> tokens.tokenOf(new RefreshLink(FAMILY, -1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  static Stream<String> otherSpellings() {
    byte[] key = DerivedKeys.derive(KEY, "refresh");
    Stream<String> stems =
        Stream.of(
            "r1." + FAMILY_TEXT + ".07",
            "r1." + FAMILY_TEXT + ".+7",
            "r1." + FAMILY_TEXT + ".-7",
            "r1." + FAMILY_TEXT + ".0x7",
            "r1." + FAMILY_TEXT + ".٧",
            "r1." + FAMILY_TEXT + ".",
            "r1." + FAMILY_TEXT + ".99999999999999999999",
            "r2." + FAMILY_TEXT + ".7",
            "R1." + FAMILY_TEXT + ".7",
            "r1." + FAMILY_TEXT + "==.7",
            "r1.0193a5b0-0000-7000-8000-000000000001.7",
            "r1.A.7");
    return stems.map(it -> it + "." + TokenDraft.base64url(TokenDraft.mac(it, key, "HmacSHA256")));
  }

  @ParameterizedTest
  @MethodSource("otherSpellings")
  void aLinkHasOneSpellingEvenWithTheRightMac(String token) {
    assertThat(tokens.read(new RefreshToken(token))).isEmpty();
  }

  @Test
  void everySingleCharacterMatters() {
    String token = tokens.tokenOf(new RefreshLink(FAMILY, 12)).text();
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.= \n\0";

    for (int i = 0; i < token.length(); i++) {
      for (int at = 0; at < alphabet.length(); at++) {
        char other = alphabet.charAt(at);
        if (other != token.charAt(i)) {
          String changed = token.substring(0, i) + other + token.substring(i + 1);
          assertThat(tokens.read(new RefreshToken(changed))).as(changed).isEmpty();
        }
      }
      assertThat(tokens.read(new RefreshToken(token.substring(0, i)))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "...", "r1...", "r1", "s1.a.b", "\0", "\uD800"})
  void garbageIsNotOurs(String text) {
    assertThat(tokens.read(new RefreshToken(text))).isEmpty();
    assertThat(tokens.read(new RefreshToken(text.repeat(1 << 18)))).isEmpty();
  }

  @Test
  void noTwoLinksShareAToken() {
    Set<String> texts = new HashSet<>();
    for (int family = 0; family < 20; family++) {
      for (int counter = 0; counter < 20; counter++) {
        RefreshLink link = new RefreshLink(new FamilyId(new UUID(family, 0)), counter);
        texts.add(tokens.tokenOf(link).text());
      }
    }

    assertThat(texts).hasSize(400);
  }

  @Test
  void tokensOfThePreviousKeyAreRead() {
    RefreshLink link = new RefreshLink(FAMILY, 1);
    SigningKey next = SigningKey.random();
    RefreshTokens rotated = new HmacRefreshTokens(new KeyRing(new SigningKeys(next, List.of(KEY))));

    assertThat(rotated.read(tokens.tokenOf(link))).contains(link);
    assertThat(rotated.tokenOf(link))
        .isEqualTo(new HmacRefreshTokens(new KeyRing(SigningKeys.of(next))).tokenOf(link))
        .isNotEqualTo(tokens.tokenOf(link));
    assertThat(tokens.read(rotated.tokenOf(link))).isEmpty();
  }

  @Test
  void theSigningKeyItselfSignsNoRefreshToken() {
    String stem = "r1." + FAMILY_TEXT + ".7";
    String mac = TokenDraft.base64url(TokenDraft.mac(stem, KEY.bytes(), "HmacSHA256"));

    assertThat(tokens.read(new RefreshToken(stem + "." + mac))).isEmpty();
  }
}
