package dev.honeydo.adapters.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DerivedKeysTest {
  private static final SigningKey KEY = SigningKey.random();

  private final SecurityAdapters adapters = open(KEY);

  @AfterEach
  void close() {
    adapters.close();
  }

  /** HKDF-SHA256 written out: RFC 5869, section 2, with one block of output and no salt. */
  @Test
  void keysAreDerivedByHkdf() {
    byte[] extracted = TokenDraft.mac(KEY.bytes(), new byte[32], "HmacSHA256");
    byte[] expanded = TokenDraft.mac("honeydo/list-cursor\u0001", extracted, "HmacSHA256");

    assertThat(key(adapters, "list-cursor")).isEqualTo(expanded);
  }

  @Test
  void aPurposeHasItsKeyAndASigningKeyToo() {
    assertThat(key(adapters, "list-cursor"))
        .hasSize(32)
        .isEqualTo(key(adapters, "list-cursor"))
        .isNotEqualTo(key(adapters, "csrf"))
        .isNotEqualTo(KEY.bytes());
    try (SecurityAdapters others = open(SigningKey.random())) {
      assertThat(key(others, "list-cursor")).isNotEqualTo(key(adapters, "list-cursor"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"refresh", "", "List", "list cursor", "list/cursor", "1st", "ключ"})
  void somePurposesHaveNoKey(String purpose) {
    assertThatThrownBy(() -> adapters.derivedKeys(purpose))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] key(SecurityAdapters adapters, String purpose) {
    return adapters.derivedKeys(purpose).get().getFirst().getEncoded();
  }

  private static SecurityAdapters open(SigningKey key) {
    return SecurityAdapters.open(
        new SecuritySettings(
            SigningKeys.of(key), SecuritySettings.DEFAULT_ISSUER, new Argon2Cost(8, 1, 1), 1),
        InstantSource.system());
  }
}
