package dev.honeydo.adapters.http.openapi;

import dev.honeydo.adapters.http.exchange.Audience;
import dev.honeydo.adapters.http.exchange.BodyKind;
import dev.honeydo.adapters.http.exchange.Route;
import dev.honeydo.adapters.http.exchange.RouteLimit;
import dev.honeydo.adapters.http.problem.ProblemType;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which problems a route can answer with, as far as that follows from what the route takes. */
final class RouteProblems {
  private final Route route;
  private final Set<ProblemType> types = EnumSet.noneOf(ProblemType.class);

  private RouteProblems(Route route) {
    this.route = route;
  }

  /** Those problems and {@code more}, by their status. */
  static SortedMap<Integer, Set<ProblemType>> of(Route route, Set<ProblemType> more) {
    RouteProblems problems = new RouteProblems(route);
    problems.types.addAll(more);
    problems.ofEveryRoute();
    problems.ofItsPath();
    problems.ofItsAudience();
    problems.ofItsBody();
    SortedMap<Integer, Set<ProblemType>> byStatus = new TreeMap<>();
    for (ProblemType type : problems.types) {
      boolean _ =
          byStatus.computeIfAbsent(type.status(), _ -> EnumSet.noneOf(ProblemType.class)).add(type);
    }
    return byStatus;
  }

  private void add(ProblemType... some) {
    Collections.addAll(types, some);
  }

  private void ofEveryRoute() {
    add(
        ProblemType.MALFORMED_REQUEST,
        ProblemType.UNKNOWN_PARAMETER,
        ProblemType.PAYLOAD_TOO_LARGE,
        ProblemType.HEADERS_TOO_LARGE,
        ProblemType.INTERNAL_ERROR);
    if (route.bounded()) {
      add(ProblemType.OVERLOADED);
    }
  }

  private void ofItsPath() {
    if (route.path().contains("{")) {
      add(ProblemType.NOT_FOUND);
    }
    if (!route.parameters().isEmpty()) {
      add(ProblemType.INVALID_PARAMETER);
    }
  }

  private void ofItsAudience() {
    if (route.limit() != RouteLimit.NONE) {
      add(ProblemType.RATE_LIMITED, ProblemType.DEPENDENCY_UNAVAILABLE);
    }
    if (route.needsLogin()) {
      add(
          ProblemType.AMBIGUOUS_CREDENTIALS,
          ProblemType.AUTHENTICATION_REQUIRED,
          ProblemType.TOKEN_INVALID,
          ProblemType.TOKEN_EXPIRED,
          ProblemType.TOKEN_REVOKED,
          ProblemType.SESSION_EXPIRED,
          ProblemType.DEPENDENCY_UNAVAILABLE);
      if (!route.method().equals("GET")) {
        add(ProblemType.CROSS_SITE_REQUEST);
      }
    }
    if (route.audience() == Audience.ADMINS) {
      add(ProblemType.FORBIDDEN);
    }
  }

  private void ofItsBody() {
    if (route.body() != BodyKind.NONE) {
      add(ProblemType.UNSUPPORTED_MEDIA_TYPE, ProblemType.VALIDATION_FAILED);
    }
    if (route.idempotent()) {
      add(
          ProblemType.IDEMPOTENCY_KEY_INVALID,
          ProblemType.IDEMPOTENCY_IN_PROGRESS,
          ProblemType.IDEMPOTENCY_KEY_REUSED);
    }
  }
}
