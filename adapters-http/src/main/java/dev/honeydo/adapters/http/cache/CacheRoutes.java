package dev.honeydo.adapters.http.cache;

import dev.honeydo.adapters.http.body.Fields;
import dev.honeydo.adapters.http.body.JsonType;
import dev.honeydo.adapters.http.exchange.Answer;
import dev.honeydo.adapters.http.exchange.BodyKind;
import dev.honeydo.adapters.http.exchange.Caching;
import dev.honeydo.adapters.http.exchange.Exchange;
import dev.honeydo.adapters.http.exchange.Route;
import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.ProblemType;
import dev.honeydo.adapters.http.problem.Refused;
import dev.honeydo.application.cache.CacheQueries;
import dev.honeydo.application.cache.CacheQueries.Report;
import dev.honeydo.application.cache.ClearCache;
import dev.honeydo.application.cache.InvalidateTodo;
import dev.honeydo.application.cache.InvalidateUser;
import dev.honeydo.application.port.Cache.Scope;
import dev.honeydo.application.port.CacheControl.State;
import dev.honeydo.application.user.UserQueries;
import dev.honeydo.domain.InvalidValue;
import dev.honeydo.domain.Violation;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The cache: for admins, but that whoever owns a todo may have its copies ended. None of it is a
 * matter of right and wrong answers, only of fast and slow ones.
 */
public final class CacheRoutes {
  private static final String CACHE = "/api/cache/";
  private static final String CACHE_TYPE = "cache_type";

  private final CacheQueries cacheQueries;
  private final ClearCache clearCache;
  private final InvalidateUser invalidateUser;
  private final InvalidateTodo invalidateTodo;
  private final UserQueries userQueries;

  /**
   * Wires the routes.
   *
   * @param userQueries says who is an admin, by the record
   */
  public CacheRoutes(
      CacheQueries cacheQueries,
      ClearCache clearCache,
      InvalidateUser invalidateUser,
      InvalidateTodo invalidateTodo,
      UserQueries userQueries) {
    this.cacheQueries = cacheQueries;
    this.clearCache = clearCache;
    this.invalidateUser = invalidateUser;
    this.invalidateTodo = invalidateTodo;
    this.userQueries = userQueries;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        route("GET", "stats", this::stats).forAdmins(),
        route("GET", "info", this::info).forAdmins(),
        route("POST", "clear", this::clear).forAdmins().taking(BodyKind.JSON),
        route("POST", "invalidate/user/{id}", this::invalidateUser).forAdmins(),
        route("POST", "invalidate/todo/{id}", this::invalidateTodo).forUsers());
  }

  private static Route route(String method, String path, Route.Handler handler) {
    return Route.of(method, CACHE + path, Caching.NO_STORE, handler);
  }

  private Answer stats(Exchange exchange) {
    Report report = cacheQueries.report();
    return Answer.json(200, json -> CacheJson.writeStats(json, report));
  }

  private Answer info(Exchange exchange) {
    State state = cacheQueries.report().state();
    return Answer.json(200, json -> CacheJson.writeInfo(json, state.server()));
  }

  private Answer clear(Exchange exchange) {
    Fields fields = new Fields(exchange.body(), Set.of());
    Optional<CacheType> type = fields.required(CACHE_TYPE, JsonType.text(CacheType::of));
    fields.check();
    CacheType cleared = type.orElseThrow();
    return switch (clearCache.handle(new ClearCache.Command(cleared.scopes()))) {
      case ClearCache.Cleared() ->
          Answer.json(
              200,
              json -> {
                json.writeStartObject();
                json.writeStringField("cleared", cleared.text());
                json.writeEndObject();
              });
    };
  }

  private Answer invalidateUser(Exchange exchange) {
    UserId id = UserId.parse(exchange.argument()).orElseThrow(CacheRoutes::notFound);
    return switch (invalidateUser.handle(new InvalidateUser.Command(id))) {
      case InvalidateUser.Invalidated() -> Answer.empty(204);
    };
  }

  private Answer invalidateTodo(Exchange exchange) {
    TodoId id = TodoId.parse(exchange.argument()).orElseThrow(CacheRoutes::notFound);
    boolean admin = userQueries.admin(exchange.user()).isPresent();
    var command = new InvalidateTodo.Command(exchange.user(), admin, id);
    return switch (invalidateTodo.handle(command)) {
      case InvalidateTodo.Invalidated() -> Answer.empty(204);
      case InvalidateTodo.NotFound() -> exchange.problem(Problem.of(ProblemType.NOT_FOUND));
    };
  }

  private static Refused notFound() {
    return new Refused(Problem.of(ProblemType.NOT_FOUND));
  }

  /** What can be cleared at once. */
  private enum CacheType {
    USERS,
    TASKS,
    SESSIONS,
    ALL;

    static CacheType of(String text) {
      for (CacheType type : values()) {
        if (type.text().equals(text)) {
          return type;
        }
      }
      throw new InvalidValue(
          Violation.NOT_ALLOWED, "must be one of users, tasks, sessions and all");
    }

    Set<Scope> scopes() {
      return switch (this) {
        case USERS -> Set.of(Scope.PROFILE);
        case TASKS -> Set.of(Scope.TODOS);
        case SESSIONS -> Set.of(Scope.ACCESS);
        case ALL -> Set.of(Scope.values());
      };
    }

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
