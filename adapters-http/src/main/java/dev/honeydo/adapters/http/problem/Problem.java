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

  /**
   * How many errors a problem lists at most, so that a small request cannot ask for a huge answer.
   */
  public static final int MOST_ERRORS = 100;

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
    return of(type, errors, errors.size());
  }

  /**
   * A problem with some fields or parameters, of which the first {@value #MOST_ERRORS} are listed.
   *
   * @param errors at least one, and that many of them if there are more
   * @param count how many there are
   */
  public static Problem of(ProblemType type, List<FieldError> errors, int count) {
    String part =
        switch (errors.getFirst().place()) {
          case POINTER -> "field";
          case PARAMETER -> "parameter";
        };
    List<FieldError> listed = errors.subList(0, Math.min(errors.size(), MOST_ERRORS));
    String detail = count == 1 ? "1 " + part + " is" : count + " " + part + "s are";
    String rest = count > listed.size() ? "; the first " + listed.size() + " are listed" : "";
    return new Problem(
        type, detail + " not acceptable" + rest, listed, Optional.empty(), Optional.empty());
  }

  /** A body of which one field is not acceptable. */
  public static Problem invalid(String pointer, FieldCode code, String detail) {
    return of(ProblemType.VALIDATION_FAILED, List.of(FieldError.at(pointer, code, detail)));
  }

  /**
   * Something has another version than the request builds on.
   *
   * @param thing what it is, for example {@code todo}
   * @param current the version it has; absent where it is gone
   */
  public static Problem versionMismatch(String thing, Optional<Version> current) {
    String detail =
        current.isPresent()
            ? "The " + thing + " is at a version that If-Match or If-None-Match excludes."
            : "The " + thing + " is gone and has no version that If-Match could name.";
    return new Problem(ProblemType.VERSION_MISMATCH, detail, List.of(), current, Optional.empty());
  }

  /** The server is going away. */
  public static Problem stopping() {
    return of(
        ProblemType.OVERLOADED,
        "The server is stopping: it takes no more requests, and has not looked at this one.");
  }

  /** More was asked for than a limit allows. */
  public static Problem rateLimited(Duration retryAfter) {
    ProblemType type = ProblemType.RATE_LIMITED;
    return new Problem(type, type.cause(), List.of(), Optional.empty(), Optional.of(retryAfter));
  }

  /** Too much is being done at once. */
  public static Problem overloaded(Duration retryAfter) {
    ProblemType type = ProblemType.OVERLOADED;
    return new Problem(type, type.cause(), List.of(), Optional.empty(), Optional.of(retryAfter));
  }
}
