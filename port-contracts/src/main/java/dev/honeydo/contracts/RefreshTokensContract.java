package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.RefreshTokens;
import dev.honeydo.domain.auth.FamilyId;
import dev.honeydo.domain.auth.RefreshLink;
import dev.honeydo.domain.auth.RefreshToken;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link RefreshTokens} must keep. */
public interface RefreshTokensContract {

  /** The adapter: the same one throughout a test. */
  RefreshTokens refreshTokens();

  /**
   * Another adapter with the same key, as another instance of the service would have it; the same
   * one only where tokens live inside the adapter.
   */
  RefreshTokens anotherView();

  /** An adapter that differs in its key only. */
  RefreshTokens foreign();

  @Test
  @DisplayName("LINK-1 a token is read as its link, from the first to the last that can be counted")
  default void readsWhatWasMade() {
    for (long counter : new long[] {0, 1, 255, 256, 1L << 31, 1L << 53, Long.MAX_VALUE}) {
      RefreshLink link = link(counter);
      assertThat(refreshTokens().read(refreshTokens().tokenOf(link))).contains(link);
    }
  }

  @Test
  @DisplayName("LINK-2 the token of a link is always the same")
  default void makesTheSameAgain() {
    RefreshLink link = link(3);
    assertThat(refreshTokens().tokenOf(link)).isEqualTo(refreshTokens().tokenOf(link));
  }

  @Test
  @DisplayName("LINK-3 another view with the same key makes and reads the same token")
  default void makesTheSameElsewhere() {
    RefreshLink link = link(3);
    RefreshToken token = refreshTokens().tokenOf(link);
    assertThat(anotherView().tokenOf(link)).isEqualTo(token);
    assertThat(anotherView().read(token)).contains(link);
  }

  @Test
  @DisplayName("LINK-4 links of other families or other numbers have other tokens")
  default void tellsLinksApart() {
    RefreshLink link = link(3);
    assertThat(
            Stream.of(link, new RefreshLink(link.family(), 4), link(3))
                .map(refreshTokens()::tokenOf)
                .distinct())
        .hasSize(3);
  }

  @Test
  @DisplayName("LINK-5 a token that another key made is none of ours")
  default void refusesOtherKeys() {
    assertThat(refreshTokens().read(foreign().tokenOf(link(3)))).isEmpty();
  }

  @Test
  @DisplayName("LINK-6 a token in which any character was changed is none of ours")
  default void refusesChangedTokens() {
    String text = refreshTokens().tokenOf(link(3)).text();
    for (int at = 0; at < text.length(); at++) {
      for (char other : new char[] {'A', 'B', 'Q', 'a', '0', '_', '.'}) {
        if (text.charAt(at) != other) {
          String changed = text.substring(0, at) + other + text.substring(at + 1);
          assertThat(refreshTokens().read(new RefreshToken(changed)))
              .as("%s at %d", other, at)
              .isEmpty();
        }
      }
    }
  }

  @Test
  @DisplayName("LINK-7 a token that was cut short anywhere is none of ours")
  default void refusesCutTokens() {
    String text = refreshTokens().tokenOf(link(3)).text();
    for (int length = 0; length < text.length(); length++) {
      assertThat(refreshTokens().read(new RefreshToken(text.substring(0, length))))
          .as("cut to %d", length)
          .isEmpty();
    }
  }

  @Test
  @DisplayName("LINK-8 what is no token at all is none of ours")
  default void refusesGarbage() {
    String text = refreshTokens().tokenOf(link(3)).text();
    for (String garbage :
        List.of(
            "",
            ".",
            "\0",
            Specimens.UNICODE,
            "a".repeat(100_000),
            " " + text,
            text + " ",
            text + "=",
            text + "A",
            text + "\n")) {
      assertThat(refreshTokens().read(new RefreshToken(garbage))).as("%.40s", garbage).isEmpty();
    }
  }

  @Test
  @DisplayName("LINK-9 a token is short and needs no escape in JSON or in a URL")
  default void writesPlainText() {
    assertThat(refreshTokens().tokenOf(link(Long.MAX_VALUE)).text())
        .matches("[A-Za-z0-9._~-]{1,512}");
  }

  private static RefreshLink link(long counter) {
    return new RefreshLink(new FamilyId(UUID.randomUUID()), counter);
  }
}
