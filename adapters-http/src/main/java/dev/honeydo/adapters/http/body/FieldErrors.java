package dev.honeydo.adapters.http.body;

import dev.honeydo.adapters.http.problem.FieldCode;
import dev.honeydo.adapters.http.problem.FieldError;
import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.ProblemType;
import dev.honeydo.adapters.http.problem.Refused;
import dev.honeydo.domain.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with the fields of one body: all of it is counted, the first of it is listed. */
public final class FieldErrors {
  private final List<FieldError> errors = new ArrayList<>(0);
  private int count;

  /** Notes an error. */
  public void add(String pointer, FieldCode code, String detail) {
    count++;
    if (errors.size() < Problem.MOST_ERRORS) {
      errors.add(FieldError.at(pointer, code, detail));
    }
  }

  /** The value that is made, or empty where it refuses to be, which is noted. */
  public <T> Optional<T> trying(String pointer, JsonType.Making<T> making) {
    try {
      return Optional.of(making.make());
    } catch (InvalidValue invalid) {
      add(pointer, FieldCode.of(invalid.violation()), invalid.detail());
      return Optional.empty();
    }
  }

  /**
   * Goes on only where nothing is wrong.
   *
   * @throws Refused with {@code validation_failed}
   */
  public void check() {
    if (!errors.isEmpty()) {
      throw new Refused(Problem.of(ProblemType.VALIDATION_FAILED, errors, count));
    }
  }
}
