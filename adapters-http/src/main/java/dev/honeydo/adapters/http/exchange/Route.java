package dev.honeydo.adapters.http.exchange;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One method of one path: all that has to be known to serve it, to refuse what it does not take and
 * to describe it.
 *
 * @param path segments, of which those in braces stand for any one segment, for example {@code
 *     /api/todos/{id}}; what begins with {@code /api/} is also served under {@code /api/v1/}
 * @param audience whom it is for
 * @param parameters the query parameters it takes
 * @param limit by what its requests are limited
 * @param bounded whether it counts as one of the requests that are worked on at once
 * @param idempotent whether it looks at {@code Idempotency-Key}; its handler then makes ids of
 *     {@link Exchange#seed} where there is one
 * @param surroundings what its requests are handled within, from when the caller is let in
 */
public record Route(
    String method,
    String path,
    Handler handler,
    Audience audience,
    Set<String> parameters,
    BodyKind body,
    Caching caching,
    RouteLimit limit,
    boolean bounded,
    boolean idempotent,
    Surroundings surroundings) {

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

  /** Where somebody is let in and answered. */
  @FunctionalInterface
  public interface Surroundings {
    /** Does all that, once, in this thread, and answers what it answers. */
    Answer handle(Exchange exchange, Supplier<Answer> handling);
  }

  /** Copies the set. */
  public Route {
    parameters = Set.copyOf(parameters);
  }

  /** A route that is open to everybody and takes neither parameters nor a body. */
  public static Route of(String method, String path, Caching caching, Handler handler) {
    return new Route(
        method,
        path,
        handler,
        Audience.EVERYBODY,
        Set.of(),
        BodyKind.NONE,
        caching,
        RouteLimit.NONE,
        true,
        false,
        (_, handling) -> handling.get());
  }

  /** This route, for users only; each user is limited in how often they use any of these. */
  public Route forUsers() {
    return meantFor(Audience.USERS);
  }

  /** This route, for admins only. */
  public Route forAdmins() {
    return meantFor(Audience.ADMINS);
  }

  private Route meantFor(Audience whom) {
    return new Route(
        method,
        path,
        handler,
        whom,
        parameters,
        body,
        caching,
        RouteLimit.API,
        bounded,
        idempotent,
        surroundings);
  }

  /** Whether it is not for everybody. */
  public boolean needsLogin() {
    return audience != Audience.EVERYBODY;
  }

  /** This route, taking these query parameters. */
  public Route accepting(String... names) {
    return new Route(
        method,
        path,
        handler,
        audience,
        Set.of(names),
        body,
        caching,
        limit,
        bounded,
        idempotent,
        surroundings);
  }

  /** This route, taking such a body. */
  public Route taking(BodyKind kind) {
    return new Route(
        method,
        path,
        handler,
        audience,
        parameters,
        kind,
        caching,
        limit,
        bounded,
        idempotent,
        surroundings);
  }

  /** This route, limited by that; its handler charges each request. */
  public Route limitedBy(RouteLimit by) {
    return new Route(
        method,
        path,
        handler,
        audience,
        parameters,
        body,
        caching,
        by,
        bounded,
        idempotent,
        surroundings);
  }

  /** This route, served however much else is being done. */
  public Route always() {
    return new Route(
        method,
        path,
        handler,
        audience,
        parameters,
        body,
        caching,
        limit,
        false,
        idempotent,
        surroundings);
  }

  /** This route, done once for each {@code Idempotency-Key}; it takes a JSON body. */
  public Route once() {
    return new Route(
        method,
        path,
        handler,
        audience,
        parameters,
        body,
        caching,
        limit,
        bounded,
        true,
        surroundings);
  }

  /** This route, with its requests handled within that. */
  public Route within(Surroundings outer) {
    return new Route(
        method,
        path,
        handler,
        audience,
        parameters,
        body,
        caching,
        limit,
        bounded,
        idempotent,
        outer);
  }

  /** The segments of the path. */
  List<String> segments() {
    return List.of(path.substring(1).split("/", -1));
  }
}
