package dev.honeydo.adapters.http.problem;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.honeydo.domain.Version;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A problem as it can really come, with the path that it comes from.
 *
 * @param instance the path of the request
 */
public record ProblemExample(Problem problem, String instance) {
  private static final String TODOS = "/api/todos";
  private static final String TODO = TODOS + "/0192f0c1-7a3e-7c2b-9d4e-5f6a7b8c9d0e";
  private static final String LOGIN = "/api/auth/login";

  /** The example of that type. */
  public static ProblemExample of(ProblemType type) {
    return new ProblemExample(problem(type), instance(type));
  }

  /** Writes it as it is answered. */
  public void write(JsonGenerator json) throws IOException {
    ProblemJson.write(json, problem, instance, "0192f0c1-example");
  }

  private static Problem problem(ProblemType type) {
    return switch (type) {
      case MALFORMED_REQUEST ->
          Problem.of(type, "The body is not well-formed JSON: see line 1, column 2.");
      case UNSUPPORTED_MEDIA_TYPE ->
          Problem.of(type, "The body must be declared as application/json.");
      case UNKNOWN_PARAMETER ->
          parameter(type, "colour", FieldCode.NOT_ALLOWED, "is not a parameter here");
      case INVALID_PARAMETER ->
          parameter(type, "limit", FieldCode.OUT_OF_RANGE, "must be a number from 1 to 100");
      case MISSING_PARAMETER -> parameter(type, "completed", FieldCode.REQUIRED, "must be given");
      case VALIDATION_FAILED -> Problem.invalid("/heading", FieldCode.REQUIRED, "must be given");
      case VERSION_MISMATCH -> Problem.versionMismatch("todo", Optional.of(new Version(7)));
      default -> Problem.of(type);
    };
  }

  private static Problem parameter(ProblemType type, String name, FieldCode code, String detail) {
    return Problem.of(type, List.of(FieldError.parameter(name, code, detail)));
  }

  private static String instance(ProblemType type) {
    return switch (type) {
      case INVALID_CREDENTIALS, ACCOUNT_DISABLED, RATE_LIMITED, METHOD_NOT_ALLOWED -> LOGIN;
      case EMAIL_TAKEN -> "/api/auth/register";
      case REFRESH_TOKEN_REUSED -> "/api/auth/refresh";
      case WRONG_PASSWORD -> "/api/users/me";
      case FORBIDDEN -> "/api/users";
      case CURSOR_EXPIRED -> "/api/todos/changes";
      case NOT_FOUND, VERSION_MISMATCH, PRECONDITION_REQUIRED -> TODO;
      default -> TODOS;
    };
  }
}
