package dev.honeydo.adapters.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.honeydo.domain.InvalidValue;
import dev.honeydo.domain.Violation;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SigningKeyTest {
  private static final String TEXT = "0123456789abcdef0123456789abcdef";

  @Test
  void aTextIsItsUtf8Bytes() {
    assertThat(SigningKey.parse(TEXT).bytes()).isEqualTo(TEXT.getBytes(UTF_8));
    assertThat(SigningKey.parse("ключ из кириллицы").bytes()).hasSize(32);
  }

  @Test
  void aTextAfterThePrefixIsBase64() {
    String base64 = "base64:" + Base64.getEncoder().encodeToString(TEXT.getBytes(UTF_8));

    assertThat(SigningKey.parse(base64)).isEqualTo(SigningKey.parse(TEXT));
  }

  /** By {@code printf 0123456789abcdef0123456789abcdef | sha256sum}. */
  @Test
  void itsIdIsTheBeginningOfItsSha256() {
    assertThat(SigningKey.parse(TEXT).id()).isEqualTo("3eb1bd439947eb76");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "secret", "0123456789abcdef0123456789abcde", "base64:", "base64:c2VjcmV0"})
  void aKeyOfFewerThan32BytesIsRefused(String text) {
    InvalidValue refusal = catchThrowableOfType(InvalidValue.class, () -> SigningKey.parse(text));

    assertThat(refusal.violation()).isEqualTo(Violation.TOO_SHORT);
    assertThat(refusal.detail()).startsWith("must be at least 32 bytes long");
  }

  @Test
  void whatIsNotBase64IsRefusedWithoutSayingWhatItIs() {
    String text = "base64:" + "not base 64 at all!".repeat(3);

    InvalidValue refusal = catchThrowableOfType(InvalidValue.class, () -> SigningKey.parse(text));

    assertThat(refusal.violation()).isEqualTo(Violation.INVALID_FORMAT);
    assertThat(refusal).hasMessageNotContaining("at all").hasNoCause();
  }

  @Test
  void aRandomKeyIsFreshAndReadFromItsText() {
    SigningKey key = SigningKey.random();

    assertThat(key.bytes()).hasSize(32);
    assertThat(key).isNotEqualTo(SigningKey.random());
    assertThat(key.secretText()).startsWith("base64:");
    assertThat(SigningKey.parse(key.secretText())).isEqualTo(key).hasSameHashCodeAs(key);
  }

  @Test
  void itsTextSaysNothingOfTheSecret() {
    SigningKey key = SigningKey.parse(TEXT);

    assertThat(List.of(key.toString(), SigningKeys.of(key).toString()))
        .allSatisfy(text -> assertThat(text).doesNotContain("0123456789", "MDEyMzQ1"));
  }

  @Test
  void itsBytesCannotBeChangedFromOutside() {
    SigningKey key = SigningKey.parse(TEXT);

    key.bytes()[0] = 0;

    assertThat(key.bytes()).isEqualTo(TEXT.getBytes(UTF_8));
  }

  @Test
  void settingsAreBounded() {
    SigningKeys keys = SigningKeys.of(SigningKey.random());

    assertThatThrownBy(() -> new SecuritySettings(keys, "", Argon2Cost.RECOMMENDED, 1))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new SecuritySettings(keys, "honeydo", Argon2Cost.RECOMMENDED, 0))
        .isInstanceOf(InvalidValue.class);
  }
}
