package dev.honeydo.adapters.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.port.PasswordHasher;
import dev.honeydo.application.port.PasswordHasher.Hashed;
import dev.honeydo.application.port.PasswordHasher.Right;
import dev.honeydo.application.port.PasswordHasher.Wrong;
import dev.honeydo.domain.InvalidValue;
import dev.honeydo.domain.auth.NewPassword;
import dev.honeydo.domain.auth.PasswordHash;
import dev.honeydo.domain.auth.RawPassword;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Argon2PasswordsTest {
  private static final Argon2Cost COST = new Argon2Cost(64, 2, 1);
  private static final String SALT = "c29tZXNhbHQ";
  private static final String TAG = "nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
  private static final String PASSWORD = "correct horse battery";

  private final BouncyCastleArgon2 argon2 = new BouncyCastleArgon2(COST);
  private final List<Argon2Cost> computed = Collections.synchronizedList(new ArrayList<>());
  private final HashingThreads threads = new HashingThreads(2);
  private final PasswordHasher hasher =
      new Argon2Passwords(
          COST,
          (password, salt, cost, length) -> {
            computed.add(cost);
            return argon2.tag(password, salt, cost, length);
          },
          threads,
          new SecureRandom());

  @AfterEach
  void close() {
    threads.close();
  }

  @Test
  void keepsAPhcStringOfTheConfiguredCost() {
    assertThat(hashOf(PASSWORD).phc())
        .matches("\\$argon2id\\$v=19\\$m=64,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
  }

  @Test
  void theRecommendedCostIsThatOfOwasp() {
    assertThat(Argon2Cost.RECOMMENDED).isEqualTo(new Argon2Cost(19_456, 2, 1));
  }

  @Test
  void checksAtTheCostThatWasKept() {
    Argon2Cost old = new Argon2Cost(32, 3, 2);
    byte[] salt = "a salt of some length".getBytes(UTF_8);
    byte[] tag = argon2.tag(PASSWORD.getBytes(UTF_8), salt, old, 24);
    PasswordHash kept = new PasswordHash(new Argon2Hash(old, salt, tag).phc());

    assertThat(verify(PASSWORD, kept)).isEqualTo(new Right());
    assertThat(computed).containsExactly(old);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Correct horse battery",
        "correct horse battery ",
        " correct horse battery",
        "correct horse batter",
        "correct\u00A0horse battery",
        "c\u043Errect horse battery"
      })
  void anotherPasswordIsWrong(String other) {
    assertThat(verify(other, hashOf(PASSWORD))).isEqualTo(new Wrong());
  }

  @Test
  void bytesAreHashedAsTheyWereSent() {
    PasswordHash composed = hashOf("Zo\u00EB and Zo\u00EB");

    assertThat(verify("Zo\u00EB and Zo\u00EB", composed)).isEqualTo(new Right());
    assertThat(verify("Zoe\u0308 and Zoe\u0308", composed)).isEqualTo(new Wrong());
  }

  @Test
  void everyCharacterOfTheLongestPasswordCounts() {
    String longest = "\uD83D\uDC1D".repeat(255);
    PasswordHash kept = hashOf(longest + "a");

    assertThat(verify(longest + "a", kept)).isEqualTo(new Right());
    assertThat(verify(longest + "b", kept)).isEqualTo(new Wrong());
    assertThat(verify(longest, kept)).isEqualTo(new Wrong());
  }

  @Test
  void aZeroByteEndsNothing() {
    assertThat(verify("password\0a", hashOf("password\0b"))).isEqualTo(new Wrong());
  }

  @Test
  void whereNothingIsKeptTheSameWorkIsDone() {
    assertThat(hasher.verify(new RawPassword(PASSWORD), Optional.empty())).isEqualTo(new Wrong());
    assertThat(computed).containsExactly(COST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "$",
        "password",
        "$argon2id$",
        "$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW",
        "$argon2i$v=19$m=64,t=2,p=1$" + SALT + "$" + TAG,
        "$argon2d$v=19$m=64,t=2,p=1$" + SALT + "$" + TAG,
        "$argon2id$m=64,t=2,p=1$" + SALT + "$" + TAG,
        "$argon2id$v=16$m=64,t=2,p=1$" + SALT + "$" + TAG,
        "$argon2id$v=19$t=2,m=64,p=1$" + SALT + "$" + TAG,
        "$argon2id$v=19$m=64,t=2$" + SALT + "$" + TAG,
        "$argon2id$v=19$m=064,t=2,p=1$" + SALT + "$" + TAG,
        "$argon2id$v=19$m=-64,t=2,p=1$" + SALT + "$" + TAG,
        "$argon2id$v=19$m=0,t=2,p=1$" + SALT + "$" + TAG,
        "$argon2id$v=19$m=7,t=2,p=1$" + SALT + "$" + TAG,
        "$argon2id$v=19$m=15,t=2,p=2$" + SALT + "$" + TAG,
        "$argon2id$v=19$m=131073,t=2,p=1$" + SALT + "$" + TAG,
        "$argon2id$v=19$m=999999,t=2,p=1$" + SALT + "$" + TAG,
        "$argon2id$v=19$m=4294967295,t=2,p=1$" + SALT + "$" + TAG,
        "$argon2id$v=19$m=99999999999999999999,t=2,p=1$" + SALT + "$" + TAG,
        "$argon2id$v=19$m=64,t=0,p=1$" + SALT + "$" + TAG,
        "$argon2id$v=19$m=64,t=17,p=1$" + SALT + "$" + TAG,
        "$argon2id$v=19$m=64,t=2147483647,p=1$" + SALT + "$" + TAG,
        "$argon2id$v=19$m=4096,t=2,p=0$" + SALT + "$" + TAG,
        "$argon2id$v=19$m=4096,t=2,p=17$" + SALT + "$" + TAG,
        "$argon2id$v=19$m=4096,t=2,p=16777216$" + SALT + "$" + TAG,
        "$argon2id$v=19$m=64,t=2,p=1,keyid=a$" + SALT + "$" + TAG,
        "$argon2id$v=19$m=64,t=2,p=1$" + SALT,
        "$argon2id$v=19$m=64,t=2,p=1$" + SALT + "$",
        "$argon2id$v=19$m=64,t=2,p=1$$" + TAG,
        "$argon2id$v=19$m=64,t=2,p=1$c2FsdA$" + TAG,
        "$argon2id$v=19$m=64,t=2,p=1$" + SALT + "AA$" + TAG,
        "$argon2id$v=19$m=64,t=2,p=1$" + SALT + "=$" + TAG,
        "$argon2id$v=19$m=64,t=2,p=1$" + SALT + "$AAAA",
        "$argon2id$v=19$m=64,t=2,p=1$" + SALT + "$" + TAG + "=",
        "$argon2id$v=19$m=64,t=2,p=1$" + SALT + "$" + TAG + "$",
        "$argon2id$v=19$m=64,t=2,p=1$" + SALT + "$" + TAG + "\n",
        " $argon2id$v=19$m=64,t=2,p=1$" + SALT + "$" + TAG,
        "$argon2id$v=19$m=64,t=2,p=1$some salt!!$" + TAG,
        "$argon2id$v=19$m=٦٤,t=2,p=1$" + SALT + "$" + TAG,
        "$argon2id$v=19$m=64,t=2,p=1$" + SALT + "$\uD800"
      })
  void unreadableHashesAreWrongAtTheUsualCost(String garbage) {
    assertThat(verify(PASSWORD, new PasswordHash(garbage))).isEqualTo(new Wrong());
    assertThat(computed).containsExactly(COST);
  }

  @Test
  void hugeGarbageIsWrong() {
    String huge = "$argon2id$v=19$m=64,t=2,p=1$" + "A".repeat(1 << 20) + "$" + TAG;

    assertThat(verify(PASSWORD, new PasswordHash(huge))).isEqualTo(new Wrong());
  }

  @Test
  void thePasswordIsWipedOnceItIsHashed() {
    List<byte[]> seen = new ArrayList<>();
    PasswordHasher spied =
        new Argon2Passwords(
            COST,
            (password, salt, cost, length) -> {
              seen.add(password);
              return argon2.tag(password, salt, cost, length);
            },
            threads,
            new SecureRandom());

    assertThat(spied.hash(NewPassword.of(PASSWORD))).isInstanceOf(Hashed.class);
    assertThat(spied.verify(new RawPassword(PASSWORD), Optional.empty())).isEqualTo(new Wrong());

    assertThat(seen)
        .hasSize(2)
        .allSatisfy(it -> assertThat(it).hasSize(PASSWORD.length()).containsOnly(0));
  }

  @ParameterizedTest
  @CsvSource({"7,1,1", "131073,1,1", "64,0,1", "64,17,1", "64,1,0", "64,1,17", "15,1,2"})
  void costsAreBounded(int memory, int iterations, int lanes) {
    assertThatThrownBy(() -> new Argon2Cost(memory, iterations, lanes))
        .isInstanceOf(InvalidValue.class);
  }

  private PasswordHash hashOf(String password) {
    return switch (hasher.hash(NewPassword.of(password))) {
      case Hashed(PasswordHash hash) -> hash;
      case PasswordHasher.Overloaded(var _) -> throw new AssertionError("nobody else hashes");
    };
  }

  private PasswordHasher.Verification verify(String password, PasswordHash kept) {
    return hasher.verify(new RawPassword(password), Optional.of(kept));
  }
}
