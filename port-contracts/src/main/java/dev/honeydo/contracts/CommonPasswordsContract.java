package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.CommonPasswords;
import dev.honeydo.application.port.CommonPasswords.Verdict;
import dev.honeydo.domain.auth.NewPassword;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link CommonPasswords} must keep. */
public interface CommonPasswordsContract {

  /** The adapter: the same one throughout a test. */
  CommonPasswords commonPasswords();

  @Test
  @DisplayName("COMMON-1 the passwords that are tried first are common")
  default void knowsTheMostCommon() {
    for (String password :
        List.of(
            "password",
            "12345678",
            "123456789",
            "1234567890",
            "qwertyuiop",
            "iloveyou",
            "sunshine",
            "princess",
            "football",
            "baseball",
            "superman",
            "trustno1")) {
      assertThat(judge(password)).as(password).isEqualTo(Verdict.COMMON);
    }
  }

  @Test
  @DisplayName("COMMON-2 letter case makes no password less common")
  default void looksPastCase() {
    assertThat(judge("PassWord")).isEqualTo(Verdict.COMMON);
    assertThat(judge("ILOVEYOU")).isEqualTo(Verdict.COMMON);
  }

  @Test
  @DisplayName("COMMON-3 a phrase that nobody tries first is uncommon")
  default void allowsPhrases() {
    assertThat(judge("correct horse battery")).isEqualTo(Verdict.UNCOMMON);
  }

  @Test
  @DisplayName("COMMON-4 a random password is uncommon")
  default void allowsRandom() {
    assertThat(judge(UUID.randomUUID().toString())).isEqualTo(Verdict.UNCOMMON);
  }

  @Test
  @DisplayName("COMMON-5 a password that has a common one in it is not therefore common")
  default void allowsCommonParts() {
    assertThat(judge("password of my aunt's third cat")).isEqualTo(Verdict.UNCOMMON);
  }

  @Test
  @DisplayName("COMMON-6 the longest password in any script can be judged")
  default void judgesLongest() {
    assertThat(judge(Specimens.BEE.repeat(256))).isEqualTo(Verdict.UNCOMMON);
    assertThat(judge("\0\0\0\0\0\0\0\u6F22")).isEqualTo(Verdict.UNCOMMON);
  }

  @Test
  @DisplayName("COMMON-7 passwords can be judged by many at once")
  default void judgesAtOnce() {
    assertThat(Race.run(_ -> judge("password"))).containsOnly(Verdict.COMMON);
  }

  private Verdict judge(String password) {
    return commonPasswords().judge(NewPassword.of(password));
  }
}
