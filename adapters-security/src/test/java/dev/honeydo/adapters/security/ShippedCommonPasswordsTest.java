package dev.honeydo.adapters.security;

import static dev.honeydo.application.port.CommonPasswords.Verdict.COMMON;
import static dev.honeydo.application.port.CommonPasswords.Verdict.UNCOMMON;
import static org.assertj.core.api.Assertions.assertThat;

import com.nulabinc.zxcvbn.StandardDictionaries;
import dev.honeydo.application.port.CommonPasswords;
import dev.honeydo.domain.auth.NewPassword;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShippedCommonPasswordsTest {
  private final CommonPasswords passwords = new ShippedCommonPasswords();

  @Test
  void everyEntryThatCouldBeChosenIsCommonInEveryCase() throws IOException {
    List<String> entries =
        StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
            .filter(it -> it.length() >= 8)
            .toList();

    assertThat(entries).hasSizeGreaterThan(10_000);
    assertThat(entries)
        .allMatch(it -> passwords.judge(NewPassword.of(it)) == COMMON)
        .allMatch(it -> passwords.judge(NewPassword.of(it.toUpperCase(Locale.ROOT))) == COMMON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "PassWord",
        "12345678",
        "qwertyuiop",
        "iloveyou",
        "trustno1",
        "Starwars"
      })
  void whatEverybodyTriesFirstIsCommon(String text) {
    assertThat(passwords.judge(NewPassword.of(text))).isEqualTo(COMMON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zzzzzzzzz",
        "                    ",
        "********",
        "漢漢漢漢漢漢漢漢",
        "aAaAaAaAa",
        "23456789012345678901234567890",
        "09876543210987654321",
        "ABCdefGHIjkl",
        "zyxwvutsrqp",
        "абвгдежз"
      })
  void oneCharacterRepeatedOrAPlainRunIsCommon(String text) {
    assertThat(passwords.judge(NewPassword.of(text))).isEqualTo(COMMON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery staple",
        "password ",
        " password",
        "p\u0430ssword-with-a-cyrillic-a",
        "aaaaaaaab",
        "baaaaaaaa",
        "acegikmoq",
        "2345678902",
        "90909090909",
        "abcdefgha",
        "漢字漢字漢字漢字漢",
        "\uD83D\uDC1D\uD83D\uDC1E\uD83D\uDC1D\uD83D\uDC1E\uD83D\uDC1D\uD83D\uDC1E\uD83D\uDC1D\uD83D\uDC1E"
      })
  void whatNobodyTriesFirstIsNot(String text) {
    assertThat(passwords.judge(NewPassword.of(text))).isEqualTo(UNCOMMON);
  }
}
