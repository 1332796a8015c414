package dev.honeydo.adapters.http.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.honeydo.adapters.http.body.JsonBody;
import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.ProblemType;
import dev.honeydo.adapters.http.problem.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The body of a request: received first, judged later.
 *
 * <p>It is received before the request is counted as being worked on, so that clients that send
 * slowly keep nobody else waiting; and judged only after it is known who asks.
 */
final class RequestBody {
  /** How much of what is too long is read, so that a client that still sends sees the answer. */
  private static final int PATIENCE = 1024 * 1024;

  /** Up to here there is memory for what is announced; for more, as it comes. */
  private static final int ON_TRUST = 16 * 1024;

  private static final byte[] NOTHING = {};

  private final byte[] bytes;
  private final Optional<Problem> problem;

  private RequestBody(byte[] bytes, Optional<Problem> problem) {
    this.bytes = bytes;
    this.problem = problem;
  }

  /** Reads what the client sends, as far as it can be of use. */
  static RequestBody receive(HttpServletRequest request, BodyKind kind) {
    if (request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null) {
      return new RequestBody(NOTHING, Optional.empty());
    }
    int limit = kind.limit();
    try {
      if (request.getContentLengthLong() > limit) {
        return tooLarge(request);
      }
      byte[] bytes = read(request, limit + 1);
      return bytes.length > limit ? tooLarge(request) : new RequestBody(bytes, Optional.empty());
    } catch (IOException cutOff) {
      return refused(Problem.of(ProblemType.MALFORMED_REQUEST, "The body did not arrive whole."));
    }
  }

  /** As much as was announced, where that was and is little; the stream ends there, or fails. */
  private static byte[] read(HttpServletRequest request, int most) throws IOException {
    int announced = request.getContentLength();
    if (announced < 0 || announced > ON_TRUST) {
      return request.getInputStream().readNBytes(most);
    }
    byte[] bytes = new byte[announced];
    int read = request.getInputStream().readNBytes(bytes, 0, announced);
    return read == announced ? bytes : Arrays.copyOf(bytes, read);
  }

  private static RequestBody tooLarge(HttpServletRequest request) throws IOException {
    // Who asks before sending is told at once: to open the stream would be to say "go on".
    if (request.getHeader("Expect") == null) {
      long _ = request.getInputStream().skip(PATIENCE);
    }
    return refused(Problem.of(ProblemType.PAYLOAD_TOO_LARGE));
  }

  private static RequestBody refused(Problem problem) {
    return new RequestBody(NOTHING, Optional.of(problem));
  }

  /**
   * Goes on only where it has arrived, also on a route that takes none and ignores what it has.
   *
   * @throws Refused when it is too long or cut off
   */
  void check() {
    if (problem.isPresent()) {
      throw new Refused(problem.get());
    }
  }

  /**
   * The object that the body writes.
   *
   * @throws Refused when there is none, or when it is not of the kind
   */
  ObjectNode object(HttpServletRequest request, BodyKind kind) {
    check();
    String contentType = request.getContentType();
    if (contentType == null ? bytes.length > 0 : !isOf(contentType, kind)) {
      throw new Refused(
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          "The body must be declared as " + String.join(" or ", kind.mediaTypes()) + ".");
    }
    String coding = request.getHeader("Content-Encoding");
    if (coding != null && !coding.equalsIgnoreCase("identity")) {
      throw new Refused(
          ProblemType.UNSUPPORTED_MEDIA_TYPE, "A body must not have a Content-Encoding.");
    }
    if (bytes.length == 0) {
      throw new Refused(
          ProblemType.MALFORMED_REQUEST, "The request needs one JSON object as its body.");
    }
    return JsonBody.parse(bytes);
  }

  /** Whether it is one of the kind's types, in UTF-8 if it says in what. */
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
