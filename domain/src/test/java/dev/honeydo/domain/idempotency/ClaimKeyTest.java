package dev.honeydo.domain.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ClaimKeyTest {

  @Test
  void isAShortTextThatStaysTheSame() {
    assertThat(ClaimKey.of(List.of("ada", "POST")).value())
        .matches("[A-Za-z0-9_-]{43}")
        .isEqualTo(ClaimKey.of(List.of("ada", "POST")).value());
  }

  @Test
  void tellsApartWhatIsTheSameOnceJoined() {
    assertThat(
            List.of(
                ClaimKey.of(List.of("ada", "POST")),
                ClaimKey.of(List.of("adaP", "OST")),
                ClaimKey.of(List.of("adaPOST")),
                ClaimKey.of(List.of("", "adaPOST")),
                ClaimKey.of(List.of("POST", "ada"))))
        .doesNotHaveDuplicates();
  }
}
