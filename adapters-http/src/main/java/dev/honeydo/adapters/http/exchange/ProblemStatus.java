package dev.honeydo.adapters.http.exchange;

import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.ProblemType;

/** Which problem stands behind a status that Jetty, not we, have decided on. */
public final class ProblemStatus {
  private ProblemStatus() {}

  /** The problem; its type's status may be another, for each of our codes has one. */
  public static Problem of(int status) {
    ProblemType type =
        switch (status) {
          case 404 -> ProblemType.NOT_FOUND;
          case 413 -> ProblemType.PAYLOAD_TOO_LARGE;
          case 414, 431 -> ProblemType.HEADERS_TOO_LARGE;
          case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
          case 503 -> ProblemType.OVERLOADED;
          case 501, 505 -> ProblemType.MALFORMED_REQUEST;
          default -> status < 500 ? ProblemType.MALFORMED_REQUEST : ProblemType.INTERNAL_ERROR;
        };
    return Problem.of(type);
  }
}
