package dev.honeydo.domain.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.honeydo.domain.user.UserId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SessionTokenTest {
  private static final String OWNER = "AAAAAAAAAAAAAAAAAAAAAQ";
  private static final String SECRET = "A".repeat(43);
  private static final SessionToken TOKEN = new SessionToken(new UserId(new UUID(0, 1)), SECRET);

  @Test
  void aTokenWritesItsOwnerAndItsSecret() {
    assertThat(TOKEN.text()).isEqualTo("s1." + OWNER + "." + SECRET);
  }

  @Test
  void aTokenReadsWhatItWrites() {
    byte[] random = new byte[SessionToken.SECRET_BYTES];
    for (int at = 0; at < random.length; at++) {
      random[at] = (byte) (255 - 7 * at);
    }
    SessionToken token = SessionToken.of(new UserId(new UUID(-1, Long.MIN_VALUE)), random);
    assertThat(SessionToken.parse(token.text())).contains(token);
    assertThat(token.secret()).hasSize(43);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "s1",
        "s1..",
        OWNER + ".AAAA",
        "s2." + OWNER + ".AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "S1." + OWNER + ".AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "s1." + OWNER + ".AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "s1." + OWNER + ".AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "s1." + OWNER + ".AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "s1." + OWNER + ".AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+",
        "s1." + OWNER + ".AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n",
        " s1." + OWNER + ".AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "s1." + OWNER + ".AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.x"
      })
  void whatIsNoTokenIsNone(String text) {
    assertThat(SessionToken.parse(text)).isEmpty();
  }

  @Test
  void anOwnerWhoseLastBitsSayNothingIsRefused() {
    String respelled = "AAAAAAAAAAAAAAAAAAAAAR";
    assertThat(SessionToken.parse("s1." + respelled + "." + SECRET)).isEmpty();
    assertThat(SessionToken.parse("s1." + OWNER + "." + SECRET)).contains(TOKEN);
  }

  @Test
  void aSecretRespelledHasAnotherHash() {
    SessionToken respelled = new SessionToken(TOKEN.owner(), "A".repeat(42) + "B");
    assertThat(respelled.hash()).isNotEqualTo(TOKEN.hash());
  }

  @Test
  void theHashIsOfTheWholeToken() {
    SessionToken ofAnother = new SessionToken(new UserId(new UUID(0, 2)), SECRET);
    assertThat(TOKEN.hash()).isEqualTo(new SessionToken(TOKEN.owner(), SECRET).hash());
    assertThat(ofAnother.hash()).isNotEqualTo(TOKEN.hash());
    assertThat(TOKEN.hash().value()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(SECRET);
  }

  @Test
  void aSecretHas32Bytes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SessionToken.of(TOKEN.owner(), new byte[31]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SessionToken.of(TOKEN.owner(), new byte[33]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SessionToken(TOKEN.owner(), "A".repeat(42) + "!"));
  }
}
