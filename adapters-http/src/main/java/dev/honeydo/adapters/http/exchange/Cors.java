package dev.honeydo.adapters.http.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages of other origins read answers (W3C Fetch, CORS protocol): those of the origins that
 * were named, with credentials. Pages of any other origin get nothing said, and the request is
 * served or refused as if there were no such protocol.
 *
 * <p>Immutable.
 */
public final class Cors {
  private static final String ORIGIN = "Origin";
  private static final String ASKED_METHOD = "Access-Control-Request-Method";
  private static final String EXPOSED =
      "ETag, Link, Location, Retry-After, RateLimit, RateLimit-Policy, Idempotent-Replayed,"
          + " X-Request-Id, WWW-Authenticate, Server-Timing, Allow, Accept-Patch";
  private static final String ADMITTED =
      "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID,"
          + " Cache-Control, X-Request-Id, X-Session-ID";

  /** How long a browser need not ask again; some forget earlier. */
  private static final String MAX_AGE = "7200";

  private final Set<String> origins;

  /**
   * Lets these origins in.
   *
   * @param origins each as browsers write it, for example {@code https://app.example.org}
   */
  public Cors(Set<String> origins) {
    Set<String> lowered = new HashSet<>();
    origins.forEach(origin -> lowered.add(origin.toLowerCase(Locale.ROOT)));
    this.origins = Set.copyOf(lowered);
  }

  /** The answer with what is said to the origin that asks. */
  Answer of(HttpServletRequest request, Answer answer) {
    if (origins.isEmpty()) {
      return answer;
    }
    grant(request.getHeader(ORIGIN), answer::with);
    return answer.varyBy(ORIGIN);
  }

  /**
   * What is said to a page of that origin, field by field; nothing where it is none of those that
   * were named.
   */
  public void grant(@Nullable String origin, BiConsumer<String, String> fields) {
    if (isNamed(origin)) {
      fields.accept("Access-Control-Allow-Origin", origin);
      fields.accept("Access-Control-Allow-Credentials", "true");
      fields.accept("Access-Control-Expose-Headers", EXPOSED);
    }
  }

  /** Whether answers depend on the origin that asks. */
  public boolean matters() {
    return !origins.isEmpty();
  }

  /**
   * The answer to {@code OPTIONS}: what the path has, and for a browser that asks on behalf of a
   * page what the page may send.
   *
   * @param allow the methods, as {@code Allow} lists them
   */
  Answer options(HttpServletRequest request, String allow) {
    Answer answer = Answer.empty(204).with("Allow", allow).with("Cache-Control", "no-store");
    if (isNamed(request.getHeader(ORIGIN)) && request.getHeader(ASKED_METHOD) != null) {
      answer
          .with("Access-Control-Allow-Methods", allow)
          .with("Access-Control-Allow-Headers", ADMITTED)
          .with("Access-Control-Max-Age", MAX_AGE);
    }
    return answer;
  }

  private boolean isNamed(@Nullable String origin) {
    return origin != null && origins.contains(origin.toLowerCase(Locale.ROOT));
  }
}
