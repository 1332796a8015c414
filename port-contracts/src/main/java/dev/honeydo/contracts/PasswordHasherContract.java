package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.PasswordHasher;
import dev.honeydo.domain.auth.NewPassword;
import dev.honeydo.domain.auth.PasswordHash;
import dev.honeydo.domain.auth.RawPassword;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link PasswordHasher} must keep. */
public interface PasswordHasherContract {
  /** A good password. */
  NewPassword PASSWORD = NewPassword.of("correct horse battery");

  /** The adapter, with places for one at least. */
  PasswordHasher hasher();

  /** An adapter whose places are all taken for longer than anybody waits. */
  PasswordHasher saturated();

  /** A hash of that password that was made with less than {@link #hasher} makes them with. */
  PasswordHash outdated(NewPassword password);

  @Test
  @DisplayName("HASH-1 the password that was hashed is right, the shortest one too")
  default void acceptsThePassword() {
    for (NewPassword password : List.of(PASSWORD, NewPassword.of("passw0rd"))) {
      assertThat(verify(password.raw().value(), hashed(password)))
          .isEqualTo(new PasswordHasher.Right());
    }
  }

  @Test
  @DisplayName("HASH-2 another password is wrong")
  default void refusesAnotherPassword() {
    assertThat(verify("correct horse batterz", hashed(PASSWORD)))
        .isEqualTo(new PasswordHasher.Wrong());
  }

  @Test
  @DisplayName("HASH-3 letter case matters")
  default void heedsCase() {
    assertThat(verify("Correct horse battery", hashed(PASSWORD)))
        .isEqualTo(new PasswordHasher.Wrong());
  }

  @Test
  @DisplayName("HASH-4 white space at the ends matters")
  default void heedsWhiteSpace() {
    PasswordHash spaced = hashed(NewPassword.of(" correct horse "));
    assertThat(verify(" correct horse ", spaced)).isEqualTo(new PasswordHasher.Right());
    assertThat(verify("correct horse", spaced)).isEqualTo(new PasswordHasher.Wrong());
  }

  @Test
  @DisplayName("HASH-5 the last of 256 code points matters")
  default void heedsEveryCodePoint() {
    String most = Specimens.BEE.repeat(255);
    PasswordHash hash = hashed(NewPassword.of(most + "a"));
    assertThat(verify(most + "a", hash)).isEqualTo(new PasswordHasher.Right());
    assertThat(verify(most + "b", hash)).isEqualTo(new PasswordHasher.Wrong());
  }

  @Test
  @DisplayName("HASH-6 what follows a NUL matters")
  default void heedsWhatFollowsNul() {
    PasswordHash hash = hashed(NewPassword.of("correct\0horse"));
    assertThat(verify("correct\0house", hash)).isEqualTo(new PasswordHasher.Wrong());
  }

  @Test
  @DisplayName("HASH-7 letters of any script are told apart, composed or not")
  default void heedsComposition() {
    PasswordHash hash = hashed(NewPassword.of("\u00E9\u6F22\u5B57 password"));
    assertThat(verify("\u00E9\u6F22\u5B57 password", hash)).isEqualTo(new PasswordHasher.Right());
    assertThat(verify("e\u0301\u6F22\u5B57 password", hash)).isEqualTo(new PasswordHasher.Wrong());
    assertThat(verify("??? password", hash)).isEqualTo(new PasswordHasher.Wrong());
  }

  @Test
  @DisplayName("HASH-8 two hashes of one password differ, and both are good")
  default void saltsHashes() {
    PasswordHash one = hashed(PASSWORD);
    PasswordHash two = hashed(PASSWORD);
    assertThat(one).isNotEqualTo(two);
    assertThat(verify(PASSWORD.raw().value(), one)).isEqualTo(new PasswordHasher.Right());
    assertThat(verify(PASSWORD.raw().value(), two)).isEqualTo(new PasswordHasher.Right());
  }

  @Test
  @DisplayName("HASH-9 a hash is in the PHC string format")
  default void writesPhc() {
    assertThat(hashed(PASSWORD).phc()).startsWith("$").isPrintable();
  }

  @Test
  @DisplayName("HASH-10 where nothing was kept every password is wrong")
  default void refusesWhereNothingIsKept() {
    assertThat(hasher().verify(PASSWORD.raw(), Optional.empty()))
        .isEqualTo(new PasswordHasher.Wrong());
  }

  @Test
  @DisplayName("HASH-11 a password of one character can be presented, and is wrong")
  default void checksShortPasswords() {
    assertThat(verify("a", hashed(PASSWORD))).isEqualTo(new PasswordHasher.Wrong());
  }

  @Test
  @DisplayName("HASH-12 however many come at once, each is answered, and rightly if at all")
  default void answersManyAtOnce() {
    PasswordHash hash = hashed(PASSWORD);
    List<PasswordHasher.Verification> results =
        Race.run(number -> verify(number % 2 == 0 ? PASSWORD.raw().value() : "wrong one", hash));
    for (int number = 0; number < results.size(); number++) {
      PasswordHasher.Verification expected =
          number % 2 == 0 ? new PasswordHasher.Right() : new PasswordHasher.Wrong();
      assertThat(results.get(number))
          .satisfiesAnyOf(
              it -> assertThat(it).isEqualTo(expected),
              it -> assertThat(it).isInstanceOf(PasswordHasher.Overloaded.class));
    }
    assertThat(verify(PASSWORD.raw().value(), hash)).isEqualTo(new PasswordHasher.Right());
  }

  @Test
  @DisplayName(
      "HASH-13 when all places are taken nothing is hashed, and the answer says until when")
  default void turnsAwayHashing() {
    assertThat(saturated().hash(PASSWORD))
        .isInstanceOfSatisfying(
            PasswordHasher.Overloaded.class,
            it -> assertThat(it.retryAfter()).isGreaterThan(Duration.ZERO));
  }

  @Test
  @DisplayName(
      "HASH-14 when all places are taken nothing is checked, and the answer says until when")
  default void turnsAwayChecking() {
    PasswordHash hash = hashed(PASSWORD);
    for (Optional<PasswordHash> kept : List.of(Optional.of(hash), Optional.<PasswordHash>empty())) {
      assertThat(saturated().verify(PASSWORD.raw(), kept))
          .isInstanceOfSatisfying(
              PasswordHasher.Overloaded.class,
              it -> assertThat(it.retryAfter()).isGreaterThan(Duration.ZERO));
    }
  }

  @Test
  @DisplayName("HASH-15 a hash that was made just now is not outdated")
  default void makesUpToDateHashes() {
    assertThat(hasher().isOutdated(hashed(PASSWORD))).isFalse();
  }

  @Test
  @DisplayName("HASH-16 a hash that was made with less is outdated")
  default void tellsOutdatedHashes() {
    assertThat(hasher().isOutdated(outdated(PASSWORD))).isTrue();
  }

  @Test
  @DisplayName("HASH-17 against an outdated hash the password is right, and another one wrong")
  default void checksOutdatedHashes() {
    PasswordHash old = outdated(PASSWORD);
    assertThat(verify(PASSWORD.raw().value(), old)).isEqualTo(new PasswordHasher.Right());
    assertThat(verify("correct house battery", old)).isEqualTo(new PasswordHasher.Wrong());
  }

  private PasswordHash hashed(NewPassword password) {
    return switch (hasher().hash(password)) {
      case PasswordHasher.Hashed(PasswordHash hash) -> hash;
      case PasswordHasher.Overloaded overloaded -> throw new AssertionError(overloaded);
    };
  }

  private PasswordHasher.Verification verify(String presented, PasswordHash kept) {
    return hasher().verify(new RawPassword(presented), Optional.of(kept));
  }
}
