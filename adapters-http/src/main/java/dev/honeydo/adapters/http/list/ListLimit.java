package dev.honeydo.adapters.http.list;

import dev.honeydo.adapters.http.exchange.QueryParameters;
import dev.honeydo.adapters.http.problem.FieldCode;
import dev.honeydo.adapters.http.problem.FieldError;
import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.ProblemType;
import dev.honeydo.adapters.http.problem.Refused;
import java.util.List;

/** How many items of a list are asked for at once. */
public final class ListLimit {
  /** The parameter that says so. */
  public static final String NAME = "limit";

  private static final int BY_DEFAULT = 20;

  private ListLimit() {}

  /**
   * 1 to {@code most}; more is as good as {@code most}, however many digits it has.
   *
   * @throws Refused when it is no such number
   */
  public static int of(QueryParameters query, int most) {
    return query.get(NAME).map(text -> read(text, most)).orElse(BY_DEFAULT);
  }

  private static int read(String text, int most) {
    int limit = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        boolean negative = i == 0 && c == '-' && text.length() > 1;
        throw invalid(negative ? FieldCode.OUT_OF_RANGE : FieldCode.INVALID_FORMAT, most);
      }
      limit = Math.min(limit * 10 + (c - '0'), most);
    }
    if (limit == 0) {
      throw invalid(text.isEmpty() ? FieldCode.INVALID_FORMAT : FieldCode.OUT_OF_RANGE, most);
    }
    return limit;
  }

  private static Refused invalid(FieldCode code, int most) {
    FieldError error = FieldError.parameter(NAME, code, "must be a number from 1 to " + most);
    return new Refused(Problem.of(ProblemType.INVALID_PARAMETER, List.of(error)));
  }
}
