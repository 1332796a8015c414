package dev.honeydo.adapters.http.exchange;

import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Which problem stands behind a status that Jetty, not we, have decided on. */
public final class ProblemStatus {
  private ProblemStatus() {}

  /**
   * The problem; its type's status may be another, for each of our codes has one.
   *
   * @param reason what Jetty says of it, which is never passed on
   */
  public static Problem of(int status, @Nullable String reason) {
    if (status == 503) {
      // The dispatcher turns away what is too much: only a server that stops is Jetty's to tell.
      return Problem.stopping();
    }
    ProblemType type =
        switch (status) {
          case 404 -> ProblemType.NOT_FOUND;
          case 413 -> ProblemType.PAYLOAD_TOO_LARGE;
          case 414, 431 -> ProblemType.HEADERS_TOO_LARGE;
          case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
          case 501, 505 -> ProblemType.MALFORMED_REQUEST;
          default -> status < 500 ? ProblemType.MALFORMED_REQUEST : ProblemType.INTERNAL_ERROR;
        };
    return type == ProblemType.MALFORMED_REQUEST
        ? Problem.of(type, MalformedPart.of(status, reason).orElse(type.cause()))
        : Problem.of(type);
  }
}
