package dev.honeydo.adapters.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.domain.auth.AccessClaims;
import dev.honeydo.domain.auth.Epoch;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.auth.TokenId;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was read in a token is remembered for that token, that key and no earlier time. */
class ReadTokensTest {
  private static final Instant NOW = Instant.parse("2026-11-20T20:07:03Z");
  private static final AccessClaims CLAIMS =
      new AccessClaims(
          new TokenId(UUID.randomUUID()),
          new UserId(UUID.randomUUID()),
          new SessionId(UUID.randomUUID()),
          new Epoch(0),
          NOW,
          NOW.plus(Duration.ofMinutes(30)));

  private final ReadTokens tokens = new ReadTokens();

  @Test
  void whatWasReadIsFoundAgain() {
    tokens.keep("a.b.c", "key", NOW, CLAIMS);

    assertThat(tokens.find("a.b.c", "key", NOW.plusSeconds(1))).isSameAs(CLAIMS);
  }

  @Test
  void itIsNotFoundForAnotherTokenAnotherKeyOrBeforeItWasRead() {
    tokens.keep("a.b.c", "key", NOW, CLAIMS);

    assertThat(tokens.find("a.b.d", "key", NOW)).isNull();
    assertThat(tokens.find("a.b.c", "another key", NOW)).isNull();
    assertThat(tokens.find("a.b.c", "key", NOW.minusSeconds(1))).isNull();
  }
}
