package dev.honeydo.adapters.http.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.honeydo.adapters.http.problem.FieldCode;
import dev.honeydo.adapters.http.problem.FieldError;
import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.ProblemType;
import dev.honeydo.adapters.http.problem.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a request: each is one the route takes, and there once.
 *
 * @param values in the order of their names
 */
public record QueryParameters(Map<String, String> values) {
  private static final QueryParameters NONE = new QueryParameters(Map.of());

  /**
   * Reads a query as forms write it: {@code a=1&b=2}, percent-encoded UTF-8, {@code +} for a space.
   *
   * @throws Refused when it cannot be read, or has parameters that are unknown or repeated
   */
  static QueryParameters parse(@Nullable String query, Set<String> known) {
    if (query == null || query.isEmpty()) {
      return NONE;
    }
    Map<String, String> values = new TreeMap<>();
    Map<String, FieldError> unknown = new LinkedHashMap<>();
    List<FieldError> repeated = new ArrayList<>(0);
    for (String pair : query.split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      if (!known.contains(name)) {
        unknown.put(
            name, FieldError.parameter(name, FieldCode.NOT_ALLOWED, "is not a parameter here"));
      } else if (values.put(name, value) != null) {
        repeated.add(FieldError.parameter(name, FieldCode.NOT_ALLOWED, "must be given only once"));
      }
    }
    refuse(ProblemType.UNKNOWN_PARAMETER, List.copyOf(unknown.values()));
    refuse(ProblemType.INVALID_PARAMETER, repeated);
    return new QueryParameters(values);
  }

  private static void refuse(ProblemType type, List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw new Refused(Problem.of(type, errors));
    }
  }

  /** The value of that parameter, which may be empty; absent where it was not given. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  private static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text.replace('+', ' ');
    }
    ByteBuffer bytes = ByteBuffer.allocate(text.length() * 3);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        bytes.put((byte) (digit(text, i + 1) * 16 + digit(text, i + 2)));
        i += 2;
      } else {
        bytes.put(c == '+' ? new byte[] {' '} : String.valueOf(c).getBytes(UTF_8));
      }
    }
    try {
      return UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException notUtf8) {
      throw new Refused(ProblemType.MALFORMED_REQUEST, "The query is not percent-encoded UTF-8.");
    }
  }

  private static int digit(String text, int at) {
    int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
    if (digit < 0 || text.charAt(at) > 'f') {
      throw new Refused(ProblemType.MALFORMED_REQUEST, "The query has a broken percent-encoding.");
    }
    return digit;
  }
}
