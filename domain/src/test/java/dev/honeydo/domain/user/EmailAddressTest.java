package dev.honeydo.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.honeydo.domain.InvalidValue;
import dev.honeydo.domain.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@example.org",
        "a@b.co",
        "Ada.Lovelace@Example.ORG",
        "ada+honeydo@example.org",
        "!#$%&'*+/=?^_`{|}~-@example.org",
        "1@2.example",
        "ada@sub.sub.example.org",
        "ada@xn--bcher-kva.example",
        "ada@Bücher.example",
        "ada@例え.example",
        "ada@a-b.example",
        "ada@example.org1"
      })
  void addressesAreKeptAsTyped(String text) {
    assertThat(new EmailAddress(text).value()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada",
        "@example.org",
        "ada@",
        "ada@example",
        "ada@@example.org",
        "a da@example.org",
        "ada@exa mple.org",
        ".ada@example.org",
        "ada.@example.org",
        "ada..lovelace@example.org",
        "\"ada\"@example.org",
        "ada(comment)@example.org",
        "Ada <ada@example.org>",
        "ada@example.org.",
        "ada@.example.org",
        "ada@example..org",
        "ada@-example.org",
        "ada@example-.org",
        "ada@exa_mple.org",
        "ada@[127.0.0.1]",
        "ada@localhost",
        "ada@example.org\u0000",
        "ada@\uFF45xample.org",
        "ad\u00E9@example.org",
        "\u212Aim@example.org",
        "ada@xn--\u00E9.example",
        "ada@example.org, bob@example.org",
        "ada@exam\u00ADple\u0085.org"
      })
  void whatIsNoAddressIsRefused(String text) {
    assertRefused(text, Violation.INVALID_FORMAT);
  }

  @ParameterizedTest
  @CsvSource({
    "ADA@EXAMPLE.ORG, ada@example.org",
    "Ada.Lovelace@Example.Org, ada.lovelace@example.org",
    "ada@Bücher.example, ada@xn--bcher-kva.example",
    "ada@BÜCHER.example, ada@xn--bcher-kva.example",
    "ada@XN--BCHER-KVA.example, ada@xn--bcher-kva.example",
    "ada@example\u3002org, ada@example.org",
    "ada+a@example.org, ada+a@example.org"
  })
  void theKeyIsInLowerCaseAndAscii(String text, String key) {
    assertThat(new EmailAddress(text).key()).isEqualTo(new EmailKey(key));
  }

  @Test
  void addressesAreTrimmed() {
    assertThat(new EmailAddress("  ada@example.org\n").value()).isEqualTo("ada@example.org");
  }

  @Test
  void dotsAndTagsMakeAnotherAddress() {
    assertThat(new EmailAddress("a.da@example.org").key())
        .isNotEqualTo(new EmailAddress("ada@example.org").key());
    assertThat(new EmailAddress("ada+a@example.org").key())
        .isNotEqualTo(new EmailAddress("ada@example.org").key());
  }

  @Test
  void aLocalPartHas64CharactersAtTheMost() {
    assertThat(new EmailAddress("a".repeat(64) + "@example.org").value()).hasSize(76);
    assertRefused("a".repeat(65) + "@example.org", Violation.INVALID_FORMAT);
  }

  @Test
  void aLabelHas63CharactersAtTheMost() {
    assertThat(new EmailAddress("ada@" + "a".repeat(63) + ".org").value()).hasSize(71);
    assertRefused("ada@" + "a".repeat(64) + ".org", Violation.INVALID_FORMAT);
  }

  @Test
  void anAddressHas254CharactersAtTheMost() {
    String label = "a".repeat(61) + ".";
    String domain = label.repeat(3) + "a".repeat(61);
    assertThat(new EmailAddress("abcdef@" + domain).value()).hasSize(254);
    assertRefused("abcdefg@" + domain, Violation.TOO_LONG);
  }

  @Test
  void aDomainHas253CharactersInAsciiAtTheMost() {
    String label = "\u00FC" + "a".repeat(55) + ".";
    String domain = label.repeat(3) + "a".repeat(61);
    assertThat(new EmailAddress("ada@" + domain).key().value()).hasSize(4 + 253);
    assertRefused("ada@" + domain + "a", Violation.INVALID_FORMAT);
  }

  @Test
  void nothingIsNoAddress() {
    assertRefused("  ", Violation.REQUIRED);
  }

  @Test
  void theRefusedTextIsNeverRepeated() {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new EmailAddress("secret@"))
        .withMessageNotContaining("secret");
  }

  private static void assertRefused(String text, Violation violation) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new EmailAddress(text))
        .satisfies(thrown -> assertThat(thrown.violation()).isEqualTo(violation));
  }
}
