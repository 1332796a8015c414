package dev.honeydo.adapters.http.todo;

import dev.honeydo.adapters.http.exchange.QueryParameters;
import dev.honeydo.adapters.http.json.Rfc3339;
import dev.honeydo.adapters.http.list.ListLimit;
import dev.honeydo.adapters.http.problem.FieldCode;
import dev.honeydo.adapters.http.problem.FieldError;
import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.ProblemType;
import dev.honeydo.adapters.http.problem.Refused;
import dev.honeydo.application.port.PageRequest;
import dev.honeydo.domain.InvalidValue;
import dev.honeydo.domain.Moments;
import dev.honeydo.domain.Violation;
import dev.honeydo.domain.todo.SearchTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads query parameters as values and collects what is wrong with them. Values are to be used only
 * after {@link #check} has returned.
 */
final class ListParameters {
  static final String Q = "q";
  private static final int LONGEST_Q = 200;

  private final QueryParameters query;
  private final List<FieldError> errors = new ArrayList<>(0);

  ListParameters(QueryParameters query) {
    this.query = query;
  }

  /** The value of that parameter; empty where it was not given or is no good. */
  <T> Optional<T> get(String name, Function<String, T> type) {
    try {
      return query.get(name).map(type);
    } catch (InvalidValue invalid) {
      errors.add(FieldError.parameter(name, FieldCode.of(invalid.violation()), invalid.detail()));
      return Optional.empty();
    }
  }

  /**
   * The value of a parameter that must be given.
   *
   * @throws Refused with {@code missing_parameter} when it is not
   */
  <T> Optional<T> required(String name, Function<String, T> type) {
    if (query.get(name).isEmpty()) {
      FieldError missing = FieldError.parameter(name, FieldCode.REQUIRED, "must be given");
      throw new Refused(Problem.of(ProblemType.MISSING_PARAMETER, List.of(missing)));
    }
    return get(name, type);
  }

  /** How many items at the most: 1 to 100, 20 unless told otherwise. */
  int limit() {
    return get(ListLimit.NAME, text -> ListLimit.read(text, PageRequest.MOST))
        .orElse(ListLimit.BY_DEFAULT);
  }

  /**
   * Goes on only where every value is good.
   *
   * @throws Refused with {@code invalid_parameter}
   */
  void check() {
    if (!errors.isEmpty()) {
      throw new Refused(Problem.of(ProblemType.INVALID_PARAMETER, errors));
    }
  }

  /** {@code true} or {@code false}. */
  static boolean bool(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new InvalidValue(Violation.NOT_ALLOWED, "must be true or false");
    };
  }

  /** An instant, rounded up to the millisecond. */
  static Instant instant(String text) {
    return Moments.of(Rfc3339.parse(text).plusNanos(999_999));
  }

  /** The words of a search. */
  static SearchTerms terms(String text) {
    if (text.codePointCount(0, text.length()) > LONGEST_Q) {
      throw new InvalidValue(Violation.TOO_LONG, "must have at most " + LONGEST_Q + " characters");
    }
    return SearchTerms.of(text)
        .orElseThrow(() ->
            new InvalidValue(Violation.INVALID_FORMAT, "must have a word of letters or digits"));
  }
}
