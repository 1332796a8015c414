package dev.honeydo.adapters.http.exchange;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Whether a request wants an answer that no copy gives (RFC 9111, section 5.2.1): by {@code
 * no-cache}, {@code no-store} or {@code max-age=0}; or by {@code Pragma: no-cache} where there is
 * no {@code Cache-Control} (section 5.4). Whatever else it says, also what cannot be read, is
 * advice that may be left aside.
 */
final class RequestCaching {
  private static final String MAX_AGE = "max-age=";

  private RequestCaching() {}

  static boolean wantsRecord(List<String> cacheControl, List<String> pragma) {
    return cacheControl.isEmpty()
        ? anyOf(pragma, "no-cache"::equals)
        : anyOf(cacheControl, RequestCaching::excludesCopies);
  }

  private static boolean excludesCopies(String directive) {
    return directive.equals("no-cache")
        || directive.equals("no-store")
        || (directive.startsWith(MAX_AGE)
            && isZero(directive.substring(MAX_AGE.length()).replace("\"", "")));
  }

  private static boolean isZero(String seconds) {
    return !seconds.isEmpty() && seconds.chars().allMatch(it -> it == '0');
  }

  private static boolean anyOf(List<String> lines, Predicate<String> predicate) {
    for (String line : lines) {
      for (String directive : line.split(",", -1)) {
        if (predicate.test(directive.strip().toLowerCase(Locale.ROOT))) {
          return true;
        }
      }
    }
    return false;
  }
}
