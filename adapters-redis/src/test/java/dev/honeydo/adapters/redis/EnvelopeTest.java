package dev.honeydo.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.domain.auth.Epoch;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.user.UserId;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is written is read, and whatever else is found is no copy. */
final class EnvelopeTest {
  private static final UserId OWNER = Specimens.userId();
  private static final Session SESSION = Specimens.session(OWNER, Specimens.NOW);
  private static final Cache.Access KEY =
      new Cache.Access(OWNER, SESSION.id(), Specimens.tokenId());
  private static final Envelope<Cache.Known> COPY =
      new Envelope<>(
          "generation",
          new Namespace("run", "era"),
          1_763_755_623_120L,
          2_000,
          3,
          new Cache.Known(new RevokedTokens.Standing(false, new Epoch(3)), Optional.of(SESSION)));

  @Test
  void whatIsWrittenIsRead() {
    assertThat(Envelope.read(KEY, written())).contains(COPY);
  }

  @Test
  void noByteCanBeAnother() {
    byte[] bytes = written();
    for (int i = 0; i < bytes.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] other = bytes.clone();
        other[i] ^= (byte) (1 << bit);
        assertThat(Envelope.read(KEY, other)).as("bit %d of byte %d", bit, i).isEmpty();
      }
    }
  }

  @Test
  void noByteCanBeMissingOrTooMany() {
    byte[] bytes = written();
    for (int length = 0; length < bytes.length; length++) {
      assertThat(Envelope.read(KEY, Arrays.copyOf(bytes, length))).isEmpty();
    }
    assertThat(Envelope.read(KEY, Arrays.copyOf(bytes, bytes.length + 1))).isEmpty();
    assertThat(Envelope.read(KEY, new byte[1 << 20])).isEmpty();
  }

  private static byte[] written() {
    return COPY.write(KEY).orElseThrow();
  }

  @Test
  void aCopyOfSomethingElseIsNone() {
    Cache.SessionById other = new Cache.SessionById(OWNER, SESSION.id());
    assertThat(Envelope.read(other, written())).isEmpty();
  }

  @Test
  void aGenerationsKeyNamesWhoseItIs() {
    Fenced fenced = new Fenced(OWNER, Cache.Scope.ACCESS);
    assertThat(Keys.fenced(Keys.generation(fenced))).contains(fenced);
    assertThat(Keys.fenced(Keys.copy(KEY))).isEmpty();
    assertThat(Keys.fenced(Keys.GENERATIONS + "a:{nobody}")).isEmpty();
    assertThat(Keys.fenced(Keys.GENERATIONS + "z:{" + OWNER + "}")).isEmpty();
  }
}
