package dev.honeydo.contracts;

import static dev.honeydo.application.port.CommonPasswords.Verdict.COMMON;
import static dev.honeydo.application.port.CommonPasswords.Verdict.UNCOMMON;
import static dev.honeydo.contracts.WrongDouble.breaking;
import static dev.honeydo.contracts.WrongDouble.inARace;

import dev.honeydo.application.port.CommonPasswords;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Every wrong double of common passwords. */
final class WrongCommonPasswords {
  private WrongCommonPasswords() {}

  static final List<WrongDouble<CommonPasswords>> ALL =
      List.of(
          breaking("COMMON-1", "knows words only", passing(it -> it.matches("[0-9]+"))),
          breaking(
              "COMMON-2",
              "knows passwords in lower case only",
              passing(it -> !it.equals(it.toLowerCase(Locale.ROOT)))),
          breaking(
              "COMMON-3",
              "takes whatever is made of plain words for common",
              refusing(it -> it.matches("[a-z ]+"))),
          breaking(
              "COMMON-4",
              "takes numbers for common, hexadecimal ones too",
              refusing(it -> it.matches("[0-9a-f-]+"))),
          breaking(
              "COMMON-5",
              "finds common ones anywhere in a password",
              refusing(it -> it.contains("password"))),
          breaking(
              "COMMON-6",
              "throws at what is not ASCII",
              passing(it -> {
                if (it.chars().anyMatch(letter -> letter > 127)) {
                  throw new IllegalArgumentException("not ASCII");
                }
                return false;
              })),
          breaking("COMMON-6", "takes the longest for common", refusing(it -> it.length() > 128)),
          breaking("COMMON-7", "lets many pass at once", passing(_ -> inARace())));

  private static UnaryOperator<CommonPasswords> passing(Predicate<String> which) {
    return right ->
        password -> which.test(password.raw().value()) ? UNCOMMON : right.judge(password);
  }

  private static UnaryOperator<CommonPasswords> refusing(Predicate<String> which) {
    return right -> password -> which.test(password.raw().value()) ? COMMON : right.judge(password);
  }
}
