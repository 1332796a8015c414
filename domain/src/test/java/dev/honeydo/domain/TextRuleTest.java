package dev.honeydo.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextRuleTest {
  private static final String BEE = "\uD83D\uDC1D";
  private static final TextRule LINE = TextRule.line(2, 5);
  private static final TextRule BLOCK = TextRule.block(5);
  private static final TextRule SECRET = TextRule.secret(2, 5);

  @Test
  void lengthsCountCodePointsAtEveryBound() {
    assertViolates(LINE, BEE, Violation.TOO_SHORT);
    assertThat(LINE.apply(BEE.repeat(2))).isEqualTo(BEE.repeat(2));
    assertThat(LINE.apply(BEE.repeat(5))).isEqualTo(BEE.repeat(5));
    assertViolates(LINE, BEE.repeat(6), Violation.TOO_LONG);
    assertThat(BLOCK.apply(BEE.repeat(5))).isEqualTo(BEE.repeat(5));
    assertViolates(BLOCK, BEE.repeat(6), Violation.TOO_LONG);
    assertViolates(SECRET, BEE, Violation.TOO_SHORT);
    assertThat(SECRET.apply(BEE.repeat(5))).isEqualTo(BEE.repeat(5));
    assertViolates(SECRET, BEE.repeat(6), Violation.TOO_LONG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "\u3000\u2003", "\u00A0", "\u202F\u2007"})
  void aLineOfWhiteSpaceIsNothing(String blank) {
    assertViolates(LINE, blank, Violation.REQUIRED);
  }

  @Test
  void aSecretMustBeGivenToo() {
    assertViolates(SECRET, "", Violation.REQUIRED);
  }

  @Test
  void aBlockMayBeEmpty() {
    assertThat(BLOCK.apply("")).isEmpty();
  }

  @Test
  void onlyLinesAreTrimmed() {
    assertThat(LINE.apply(" \t a b \u3000\n")).isEqualTo("a b");
    assertThat(BLOCK.apply(" a \n")).isEqualTo(" a \n");
    assertThat(SECRET.apply(" a ")).isEqualTo(" a ");
  }

  @Test
  void aLineIsMeasuredAfterItIsTrimmed() {
    assertThat(LINE.apply("     abcde     ")).isEqualTo("abcde");
    assertViolates(LINE, "  a  ", Violation.TOO_SHORT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\0b",
        "a\nb",
        "a\tb",
        "a\u001Bb",
        "a\u007Fb",
        "a\u0085b",
        "a\u2028b",
        "a\u2029b",
        "ab\u001C",
        "\u000Bab",
        "\fab"
      })
  void aLineHasNoControlCharacters(String text) {
    assertViolates(LINE, text, Violation.INVALID_FORMAT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "a\u001Bb", "a\u007Fb", "a\u0085b", "a\fb", "a\bb"})
  void aBlockHasFewControlCharacters(String text) {
    assertViolates(BLOCK, text, Violation.INVALID_FORMAT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\r\nb", "a\tb", "a\u2028b"})
  void aBlockHasLineBreaksAndTabs(String text) {
    assertThat(BLOCK.apply(text)).isEqualTo(text);
  }

  @Test
  void aSecretHasAnyCharacter() {
    assertThat(SECRET.apply("\0\n\u001B")).isEqualTo("\0\n\u001B");
  }

  @ParameterizedTest
  @ValueSource(chars = {'\uD83D', '\uDC1D'})
  void unpairedSurrogatesAreAlwaysRefused(char surrogate) {
    String text = "a" + surrogate + "b";
    assertViolates(LINE, text, Violation.INVALID_FORMAT);
    assertViolates(BLOCK, text, Violation.INVALID_FORMAT);
    assertViolates(SECRET, text, Violation.INVALID_FORMAT);
  }

  @Test
  void textIsNotNormalised() {
    assertThat(LINE.apply("e\u0301")).isEqualTo("e\u0301");
  }

  @Test
  void eachKindOfRuleIsOfItsForm() {
    assertThat(TextRule.line(2, 5)).isEqualTo(new TextRule(2, 5, TextRule.Form.LINE));
    assertThat(TextRule.block(5)).isEqualTo(new TextRule(0, 5, TextRule.Form.BLOCK));
    assertThat(TextRule.secret(2, 5)).isEqualTo(new TextRule(2, 5, TextRule.Form.SECRET));
  }

  @Test
  void eachFormSaysWhatItForbids() {
    assertSays(LINE, "a\0b", "must be one line without control characters");
    assertSays(
        BLOCK, "a\0b", "must not contain control characters other than line breaks and tabs");
    assertSays(SECRET, "a\uD83Db", "must not contain half a character");
  }

  @Test
  void theRefusedTextIsNeverRepeated() {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> SECRET.apply("hunter2hunter2"))
        .withMessageNotContaining("hunter2")
        .satisfies(
            thrown -> assertThat(thrown.detail()).isEqualTo("must have at most 5 characters"));
  }

  private static void assertSays(TextRule rule, String text, String detail) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> rule.apply(text))
        .satisfies(thrown -> assertThat(thrown.detail()).isEqualTo(detail));
  }

  private static void assertViolates(TextRule rule, String text, Violation violation) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> rule.apply(text))
        .satisfies(thrown -> assertThat(thrown.violation()).isEqualTo(violation));
  }
}
