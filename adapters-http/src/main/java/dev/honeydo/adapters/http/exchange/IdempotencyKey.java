package dev.honeydo.adapters.http.exchange;

import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.ProblemType;
import dev.honeydo.adapters.http.problem.Refused;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code Idempotency-Key}: 16 to 255 visible ASCII characters, as they are or as a string in
 * quotes (RFC 9651, section 3.3.3), which make no difference.
 */
final class IdempotencyKey {
  static final String HEADER = "Idempotency-Key";

  private static final int SHORTEST = 16;
  private static final int LONGEST = 255;

  private IdempotencyKey() {}

  /**
   * The key, if the request has one.
   *
   * @throws Refused with {@code idempotency_key_invalid}
   */
  static Optional<String> of(Exchange exchange) {
    List<String> fields = exchange.headers(HEADER);
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    if (fields.size() > 1) {
      throw new Refused(
          ProblemType.IDEMPOTENCY_KEY_INVALID, "The request has more than one Idempotency-Key.");
    }
    Optional<String> key = bare(fields.getFirst().strip()).filter(IdempotencyKey::isAcceptable);
    if (key.isEmpty()) {
      throw new Refused(Problem.of(ProblemType.IDEMPOTENCY_KEY_INVALID));
    }
    return key;
  }

  private static boolean isAcceptable(String key) {
    return key.length() >= SHORTEST
        && key.length() <= LONGEST
        && key.chars().allMatch(c -> c > ' ' && c < 0x7F);
  }

  /** What stands between the quotes, if there are any; empty where they are broken. */
  private static Optional<String> bare(String field) {
    if (!field.startsWith("\"")) {
      return Optional.of(field);
    }
    StringBuilder bare = new StringBuilder(field.length());
    int last = field.length() - 1;
    for (int i = 1; i < last; i++) {
      char c = field.charAt(i);
      if (c == '"') {
        return Optional.empty();
      }
      if (c == '\\') {
        i++;
        c = field.charAt(i);
        if (i == last || (c != '"' && c != '\\')) {
          return Optional.empty();
        }
      }
      bare.append(c);
    }
    return Optional.of(bare.toString()).filter(_ -> last > 0 && field.charAt(last) == '"');
  }
}
