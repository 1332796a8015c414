package dev.honeydo.adapters.security;

import com.nulabinc.zxcvbn.StandardDictionaries;
import dev.honeydo.application.port.CommonPasswords;
import dev.honeydo.domain.auth.NewPassword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The 30 000 passwords that zxcvbn ships, of which the some 11 600 that are long enough to be
 * chosen at all are kept, in lower case. They are read when the first password is judged.
 *
 * <p>Common are also, at any length, the two patterns that come before any list: one character
 * repeated, and a plain run in which each character is the next, or the one before (with {@code 0}
 * after {@code 9} as on a keyboard): {@code aaaaaaaaaaaa}, {@code 123456789012}, {@code
 * zyxwvutsrqp}. Only letters and digits of any script and ASCII count for that, which is what one
 * key types.
 */
final class ShippedCommonPasswords implements CommonPasswords {
  private static final int FEWEST_CODE_POINTS = 8;

  @Override
  public Verdict judge(NewPassword password) {
    String folded = fold(password.raw().value());
    boolean common = isOneStep(folded) || Shipped.LIST.contains(folded);
    return common ? Verdict.COMMON : Verdict.UNCOMMON;
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Whether each character follows from the one before it by the same step of -1, 0 or 1. */
  private static boolean isOneStep(String text) {
    int[] characters = text.codePoints().toArray();
    int step = step(characters[0], characters[1]);
    if (Math.abs(step) > 1 || !isOfAKeyboard(characters[0])) {
      return false;
    }
    for (int i = 2; i < characters.length; i++) {
      if (step(characters[i - 1], characters[i]) != step) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOfAKeyboard(int character) {
    return character < 0x80 || Character.isLetterOrDigit(character);
  }

  private static int step(int from, int to) {
    if (from == '9' && to == '0') {
      return 1;
    }
    if (from == '0' && to == '9') {
      return -1;
    }
    return to - from;
  }

  /** Holds the list once it is wanted. */
  private static final class Shipped {
    static final Set<String> LIST = load();

    private static Set<String> load() {
      try {
        return StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
            .filter(it -> it.codePointCount(0, it.length()) >= FEWEST_CODE_POINTS)
            .map(ShippedCommonPasswords::fold)
            .collect(Collectors.toUnmodifiableSet());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
