package dev.honeydo.adapters.http.list;

import dev.honeydo.adapters.http.exchange.QueryParameters;
import dev.honeydo.adapters.http.problem.FieldCode;
import dev.honeydo.adapters.http.problem.FieldError;
import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.ProblemType;
import dev.honeydo.adapters.http.problem.Refused;
import dev.honeydo.domain.InvalidValue;
import dev.honeydo.domain.Violation;
import java.util.List;

/** How many items of a list are asked for at once. */
public final class ListLimit {
  /** The parameter that says so. */
  public static final String NAME = "limit";

  /** How many, where it is not said. */
  public static final int BY_DEFAULT = 20;

  private ListLimit() {}

  /**
   * 1 to {@code most}; more is as good as {@code most}, however many digits it has.
   *
   * @throws Refused when it is no such number
   */
  public static int of(QueryParameters query, int most) {
    try {
      return query.get(NAME).map(text -> read(text, most)).orElse(BY_DEFAULT);
    } catch (InvalidValue invalid) {
      FieldError error =
          FieldError.parameter(NAME, FieldCode.of(invalid.violation()), invalid.detail());
      throw new Refused(Problem.of(ProblemType.INVALID_PARAMETER, List.of(error)));
    }
  }

  /**
   * The number that {@code text} writes, as {@link #of} takes it.
   *
   * @throws InvalidValue when it writes none
   */
  public static int read(String text, int most) {
    int limit = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        boolean negative = i == 0 && c == '-' && text.length() > 1;
        throw invalid(negative ? Violation.OUT_OF_RANGE : Violation.INVALID_FORMAT, most);
      }
      limit = Math.min(limit * 10 + (c - '0'), most);
    }
    if (limit == 0) {
      throw invalid(text.isEmpty() ? Violation.INVALID_FORMAT : Violation.OUT_OF_RANGE, most);
    }
    return limit;
  }

  private static InvalidValue invalid(Violation violation, int most) {
    return new InvalidValue(violation, "must be a number from 1 to " + most);
  }
}
