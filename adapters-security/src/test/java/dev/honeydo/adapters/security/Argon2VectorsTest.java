package dev.honeydo.adapters.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.PasswordHasher;
import dev.honeydo.domain.auth.PasswordHash;
import dev.honeydo.domain.auth.RawPassword;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others computed before us. */
final class Argon2VectorsTest {
  private static final Argon2Cost CHEAP = new Argon2Cost(32, 1, 1);

  private final BouncyCastleArgon2 argon2 = new BouncyCastleArgon2(CHEAP);

  /**
   * RFC 9106, section 5.3. Twice in a row, so that the second works on memory that the first used.
   */
  @RepeatedTest(2)
  void theVectorOfTheRfc() {
    for (int i = 0; i < 2; i++) {
      Argon2Parameters.Builder parameters =
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withMemoryAsKB(32)
              .withIterations(3)
              .withParallelism(4)
              .withSalt(filled(16, 2))
              .withSecret(filled(8, 3))
              .withAdditional(filled(12, 4));

      byte[] tag = argon2.tag(filled(32, 1), parameters, 32);

      assertThat(HexFormat.of().formatHex(tag))
          .isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
    }
  }

  /** From {@code src/test.c} of the reference implementation, phc-winner-argon2. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "password $argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "password $argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
        "password $argon2id$v=19$m=65536,t=1,p=1$c29tZXNhbHQ$9qWtwbpyPd3vm1rB1GThgPzZ3/ydHL92zKL+15XZypg",
        "password $argon2id$v=19$m=65536,t=4,p=1$c29tZXNhbHQ$kCXUjmjvc5XMqQedpMTsOv+zyJEf5PhtGiUghW9jFyw",
        "differentpassword $argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$C4TWUs9rDEvq7w3+J4umqA32aWKB1+DSiRuBfYxFj94",
        "password $argon2id$v=19$m=65536,t=2,p=1$ZGlmZnNhbHQ$vfMrBczELrFdWP0ZsfhWsRPaHppYdP3MVEMIVlqoFBw"
      })
  void theHashesOfTheReferenceImplementation(String password, String phc) {
    try (HashingThreads threads = new HashingThreads(1)) {
      PasswordHasher hasher = new Argon2Passwords(CHEAP, argon2, threads, new SecureRandom());
      Optional<PasswordHash> kept = Optional.of(new PasswordHash(phc));

      assertThat(hasher.verify(new RawPassword(password), kept))
          .isEqualTo(new PasswordHasher.Right());
      assertThat(hasher.verify(new RawPassword(password + "x"), kept))
          .isEqualTo(new PasswordHasher.Wrong());
    }
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
