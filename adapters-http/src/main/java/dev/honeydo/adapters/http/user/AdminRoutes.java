package dev.honeydo.adapters.http.user;

import dev.honeydo.adapters.http.body.Fields;
import dev.honeydo.adapters.http.body.JsonType;
import dev.honeydo.adapters.http.exchange.Answer;
import dev.honeydo.adapters.http.exchange.BodyKind;
import dev.honeydo.adapters.http.exchange.Caching;
import dev.honeydo.adapters.http.exchange.Conditions;
import dev.honeydo.adapters.http.exchange.Exchange;
import dev.honeydo.adapters.http.exchange.Route;
import dev.honeydo.adapters.http.json.JsonText;
import dev.honeydo.adapters.http.list.ListLimit;
import dev.honeydo.adapters.http.list.SealedCursors;
import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.ProblemType;
import dev.honeydo.adapters.http.problem.Refused;
import dev.honeydo.application.port.UserPage;
import dev.honeydo.application.user.AdministerUser;
import dev.honeydo.application.user.UserQueries;
import dev.honeydo.domain.InvalidValue;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.Violation;
import dev.honeydo.domain.user.Role;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserId;
import java.util.List;
import java.util.Optional;

/** All users, for admins. */
public final class AdminRoutes {
  private static final String USER = "user";
  private static final String ALL = "/api/users";
  private static final String ONE = ALL + "/{id}";

  private final UserQueries userQueries;
  private final AdministerUser administerUser;
  private final SealedCursors cursors;

  /** Wires the routes. */
  public AdminRoutes(
      UserQueries userQueries, AdministerUser administerUser, SealedCursors cursors) {
    this.userQueries = userQueries;
    this.administerUser = administerUser;
    this.cursors = cursors;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        route("GET", ALL, this::list)
            .accepting(ListLimit.NAME, SealedCursors.NAME, UserListRequest.QUERY),
        route("GET", ONE, this::show),
        route("PATCH", ONE, this::edit).taking(BodyKind.MERGE_PATCH));
  }

  private static Route route(String method, String path, Route.Handler handler) {
    return Route.of(method, path, Caching.REVALIDATE, handler).forAdmins();
  }

  private Answer list(Exchange exchange) {
    UserListRequest request = UserListRequest.of(exchange.query(), exchange.user(), cursors);
    UserPage page = userQueries.page(request.page());
    Optional<String> next =
        page.more()
            ? Optional.of(request.cursorBehind(page.items().getLast().id(), cursors))
            : Optional.empty();
    byte[] body =
        JsonText.of(json -> {
          json.writeStartObject();
          json.writeArrayFieldStart("items");
          for (User user : page.items()) {
            UserJson.writeForAdmin(json, user);
          }
          json.writeEndArray();
          JsonText.writeNullable(json, "next_cursor", next);
          json.writeEndObject();
        });
    String etag = Conditions.etagOf(body);
    Answer answer = Conditions.isFresh(exchange, etag) ? Answer.empty(304) : Answer.json(200, body);
    return answer.with("ETag", etag);
  }

  private Answer show(Exchange exchange) {
    User user = userQueries.find(idOf(exchange)).orElseThrow(AdminRoutes::notFound);
    String etag = Conditions.etag(user.version());
    return Conditions.isFresh(exchange, etag) ? Answer.empty(304).with("ETag", etag) : shown(user);
  }

  private Answer edit(Exchange exchange) {
    UserId id = idOf(exchange);
    Fields fields = new Fields(exchange.body(), UserJson.READ_ONLY_FOR_ADMINS);
    Optional<Role> role = fields.optional("role", JsonType.text(AdminRoutes::role).notNull());
    Optional<Boolean> disabled = fields.optional("disabled", JsonType.bool().notNull());
    fields.check();
    Precondition precondition =
        Conditions.ofChange(exchange, USER, () -> userQueries.find(id).map(User::version))
            .precondition();
    var command = new AdministerUser.Command(exchange.user(), id, role, disabled, precondition);
    return switch (administerUser.handle(command)) {
      case AdministerUser.Administered(User user) -> shown(user);
      case AdministerUser.VersionMismatch(Version current) ->
          exchange.problem(Problem.versionMismatch(USER, Optional.of(current)));
      case AdministerUser.OwnAccount() ->
          exchange.problem(
              Problem.of(
                  ProblemType.FORBIDDEN,
                  "An admin cannot disable their own account or give up the role: there might be"
                      + " nobody left to undo it. Another admin can do it."));
      case AdministerUser.NotFound() -> exchange.problem(Problem.of(ProblemType.NOT_FOUND));
    };
  }

  private static Role role(String text) {
    return switch (text) {
      case "user" -> Role.USER;
      case "admin" -> Role.ADMIN;
      default -> throw new InvalidValue(Violation.NOT_ALLOWED, "must be one of user and admin");
    };
  }

  private static Answer shown(User user) {
    return Answer.json(200, json -> UserJson.writeForAdmin(json, user))
        .with("ETag", Conditions.etag(user.version()));
  }

  private static UserId idOf(Exchange exchange) {
    return UserId.parse(exchange.argument()).orElseThrow(AdminRoutes::notFound);
  }

  private static Refused notFound() {
    return new Refused(Problem.of(ProblemType.NOT_FOUND));
  }
}
