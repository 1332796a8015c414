package dev.honeydo.adapters.http.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.honeydo.adapters.http.body.JsonBody;
import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.ProblemType;
import dev.honeydo.adapters.http.problem.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Reads bodies: of the right type, of bounded length, and whole. */
final class RequestBody {
  /** How many bytes a body can have. */
  static final int LIMIT = 64 * 1024;

  /**
   * How much of what is too long is read, so that a client that is still sending sees the answer.
   */
  private static final int PATIENCE = 1024 * 1024;

  private RequestBody() {}

  /**
   * The object in the request's body.
   *
   * @throws Refused when there is none, or when it is not of the kind
   */
  static ObjectNode read(HttpServletRequest request, BodyKind kind) {
    if (request.getContentLengthLong() > LIMIT) {
      throw tooLarge(request);
    }
    String contentType = request.getContentType();
    if (contentType != null && !isOf(contentType, kind)) {
      throw unsupported(kind);
    }
    String coding = request.getHeader("Content-Encoding");
    if (coding != null && !coding.equalsIgnoreCase("identity")) {
      throw new Refused(
          ProblemType.UNSUPPORTED_MEDIA_TYPE, "A body must not have a Content-Encoding.");
    }
    byte[] bytes = bytes(request);
    if (bytes.length == 0) {
      throw new Refused(
          ProblemType.MALFORMED_REQUEST, "The request needs one JSON object as its body.");
    }
    if (contentType == null) {
      throw unsupported(kind);
    }
    return JsonBody.parse(bytes);
  }

  private static byte[] bytes(HttpServletRequest request) {
    try {
      byte[] bytes = request.getInputStream().readNBytes(LIMIT + 1);
      if (bytes.length > LIMIT) {
        throw tooLarge(request);
      }
      return bytes;
    } catch (IOException cutOff) {
      throw new Refused(ProblemType.MALFORMED_REQUEST, "The body did not arrive whole.");
    }
  }

  private static Refused tooLarge(HttpServletRequest request) {
    // Who asks before sending is told at once, and sends nothing.
    if (request.getHeader("Expect") == null) {
      try {
        InputStream body = request.getInputStream();
        long _ = body.skip(PATIENCE);
      } catch (IOException gone) {
        return new Refused(Problem.of(ProblemType.PAYLOAD_TOO_LARGE));
      }
    }
    return new Refused(Problem.of(ProblemType.PAYLOAD_TOO_LARGE));
  }

  private static Refused unsupported(BodyKind kind) {
    return new Refused(
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        "The body must be declared as " + String.join(" or ", kind.mediaTypes()) + ".");
  }

  /** Whether it is one of the kind's types, with no parameter but {@code charset=utf-8}. */
  private static boolean isOf(String contentType, BodyKind kind) {
    int semicolon = contentType.indexOf(';');
    String type = (semicolon < 0 ? contentType : contentType.substring(0, semicolon)).strip();
    if (kind.mediaTypes().stream().noneMatch(type::equalsIgnoreCase)) {
      return false;
    }
    if (semicolon < 0) {
      return true;
    }
    for (String parameter : contentType.substring(semicolon + 1).split(";", -1)) {
      String lowered = parameter.strip().toLowerCase(Locale.ROOT).replace("\"", "");
      if (lowered.startsWith("charset=") && !lowered.equals("charset=utf-8")) {
        return false;
      }
    }
    return true;
  }
}
