package dev.honeydo.adapters.http.exchange;

import java.util.List;
import java.util.Set;

/**
 * One method of one path: all that has to be known to serve it, to refuse what it does not take and
 * to describe it.
 *
 * @param path segments, of which those in braces stand for any one segment, for example {@code
 *     /api/todos/{id}}; what begins with {@code /api/} is also served under {@code /api/v1/}
 * @param needsLogin whether it is for users only; otherwise credentials are not even looked at
 * @param parameters the query parameters it takes
 * @param bounded whether it counts as one of the requests that are worked on at once
 * @param idempotent whether it looks at {@code Idempotency-Key}; its handler then makes ids of
 *     {@link Exchange#seed} where there is one
 */
public record Route(
    String method,
    String path,
    Handler handler,
    boolean needsLogin,
    Set<String> parameters,
    BodyKind body,
    Caching caching,
    boolean bounded,
    boolean idempotent) {

  /** What answers a request. */
  @FunctionalInterface
  public interface Handler {
    /**
     * Answers the request.
     *
     * @throws dev.honeydo.adapters.http.problem.Refused when the request is no good
     */
    Answer answer(Exchange exchange);
  }

  /** Copies the set. */
  public Route {
    parameters = Set.copyOf(parameters);
  }

  /** A route that is open to everybody and takes neither parameters nor a body. */
  public static Route of(String method, String path, Caching caching, Handler handler) {
    return new Route(method, path, handler, false, Set.of(), BodyKind.NONE, caching, true, false);
  }

  /** This route, for users only. */
  public Route forUsers() {
    return new Route(method, path, handler, true, parameters, body, caching, bounded, idempotent);
  }

  /** This route, taking these query parameters. */
  public Route accepting(String... names) {
    return new Route(
        method, path, handler, needsLogin, Set.of(names), body, caching, bounded, idempotent);
  }

  /** This route, taking such a body. */
  public Route taking(BodyKind kind) {
    return new Route(
        method, path, handler, needsLogin, parameters, kind, caching, bounded, idempotent);
  }

  /** This route, served however much else is being done. */
  public Route always() {
    return new Route(
        method, path, handler, needsLogin, parameters, body, caching, false, idempotent);
  }

  /** This route, done once for each {@code Idempotency-Key}; it takes a JSON body. */
  public Route once() {
    return new Route(method, path, handler, needsLogin, parameters, body, caching, bounded, true);
  }

  /** The segments of the path. */
  List<String> segments() {
    return List.of(path.substring(1).split("/", -1));
  }
}
