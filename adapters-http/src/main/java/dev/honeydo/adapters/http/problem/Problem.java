package dev.honeydo.adapters.http.problem;

import dev.honeydo.domain.Version;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One thing that went wrong (RFC 9457).
 *
 * @param detail what is wrong with this very request, for people
 * @param errors what is wrong with its parts, if that can be told
 * @param currentVersion the version that stands in the way, where that is the problem
 * @param retryAfter when it is worth trying again
 */
public record Problem(
    ProblemType type,
    String detail,
    List<FieldError> errors,
    Optional<Version> currentVersion,
    Optional<Duration> retryAfter) {

  /** Copies the list. */
  public Problem {
    errors = List.copyOf(errors);
  }

  /** A problem of which there is no more to say than its type's cause. */
  public static Problem of(ProblemType type) {
    return of(type, type.cause());
  }

  /** A problem with its own detail. */
  public static Problem of(ProblemType type, String detail) {
    return new Problem(type, detail, List.of(), Optional.empty(), Optional.empty());
  }

  /** A problem with some fields or parameters; there is at least one. */
  public static Problem of(ProblemType type, List<FieldError> errors) {
    String detail = errors.size() == 1 ? "1 field is" : errors.size() + " fields are";
    if (errors.getFirst().place() == FieldError.Place.PARAMETER) {
      detail = detail.replace("field", "parameter");
    }
    return new Problem(
        type, detail + " not acceptable", errors, Optional.empty(), Optional.empty());
  }

  /** A body of which one field is not acceptable. */
  public static Problem invalid(String pointer, FieldCode code, String detail) {
    return of(ProblemType.VALIDATION_FAILED, List.of(FieldError.at(pointer, code, detail)));
  }

  /** Something has another version than the request builds on. */
  public static Problem versionMismatch(Optional<Version> current) {
    ProblemType type = ProblemType.VERSION_MISMATCH;
    return new Problem(type, type.cause(), List.of(), current, Optional.empty());
  }

  /** Too much is being done at once. */
  public static Problem overloaded(Duration retryAfter) {
    ProblemType type = ProblemType.OVERLOADED;
    return new Problem(type, type.cause(), List.of(), Optional.empty(), Optional.of(retryAfter));
  }
}
