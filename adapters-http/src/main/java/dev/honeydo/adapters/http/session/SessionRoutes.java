package dev.honeydo.adapters.http.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.honeydo.adapters.http.body.Fields;
import dev.honeydo.adapters.http.body.JsonBody;
import dev.honeydo.adapters.http.body.JsonType;
import dev.honeydo.adapters.http.body.MergePatch;
import dev.honeydo.adapters.http.exchange.Answer;
import dev.honeydo.adapters.http.exchange.BodyKind;
import dev.honeydo.adapters.http.exchange.Caching;
import dev.honeydo.adapters.http.exchange.Exchange;
import dev.honeydo.adapters.http.exchange.Route;
import dev.honeydo.adapters.http.problem.FieldCode;
import dev.honeydo.adapters.http.problem.FieldError;
import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.ProblemType;
import dev.honeydo.adapters.http.problem.Refused;
import dev.honeydo.application.auth.LogOut;
import dev.honeydo.application.auth.LogOutElsewhere;
import dev.honeydo.application.auth.LogOutEverywhere;
import dev.honeydo.application.session.EditSessionData;
import dev.honeydo.application.session.RevokeSession;
import dev.honeydo.application.session.SessionQueries;
import dev.honeydo.domain.InvalidValue;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionData;
import dev.honeydo.domain.auth.SessionId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A user's sessions: the devices they are logged in on. */
public final class SessionRoutes {
  private static final String ALL = "/api/sessions";
  private static final String CURRENT = ALL + "/current";
  private static final String ONE = ALL + "/{id}";
  private static final String SCOPE = "scope";

  private final SessionQueries sessionQueries;
  private final EditSessionData editSessionData;
  private final RevokeSession revokeSession;
  private final LogOut logOut;
  private final LogOutElsewhere logOutElsewhere;
  private final LogOutEverywhere logOutEverywhere;
  private final SessionCookie cookie;

  /** Wires the routes. */
  public SessionRoutes(
      SessionQueries sessionQueries,
      EditSessionData editSessionData,
      RevokeSession revokeSession,
      LogOut logOut,
      LogOutElsewhere logOutElsewhere,
      LogOutEverywhere logOutEverywhere,
      SessionCookie cookie) {
    this.sessionQueries = sessionQueries;
    this.editSessionData = editSessionData;
    this.revokeSession = revokeSession;
    this.logOut = logOut;
    this.logOutElsewhere = logOutElsewhere;
    this.logOutEverywhere = logOutEverywhere;
    this.cookie = cookie;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        route("GET", ALL, this::list),
        route("DELETE", ALL, this::revokeSeveral).accepting(SCOPE),
        route("GET", CURRENT, this::show),
        route("PATCH", CURRENT, this::edit).taking(BodyKind.MERGE_PATCH),
        route("DELETE", CURRENT, this::logOut),
        route("DELETE", ONE, this::revoke));
  }

  private static Route route(String method, String path, Route.Handler handler) {
    return Route.of(method, path, Caching.NO_STORE, handler).forUsers();
  }

  private Answer list(Exchange exchange) {
    List<Session> sessions = sessionQueries.list(exchange.user());
    SessionId current = exchange.session().id();
    return Answer.json(
        200,
        json -> {
          json.writeStartObject();
          json.writeArrayFieldStart("items");
          for (Session session : sessions) {
            SessionJson.write(json, session, session.id().equals(current));
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private Answer show(Exchange exchange) {
    return shown(exchange, exchange.session());
  }

  private Answer edit(Exchange exchange) {
    Fields fields = new Fields(exchange.body(), SessionJson.READ_ONLY);
    Optional<UnaryOperator<SessionData>> edit =
        fields.optional(
            "data", JsonType.object(SessionRoutes::patching).nullMeans(_ -> SessionData.NONE));
    fields.check();
    var command =
        new EditSessionData.Command(exchange.session(), edit.orElse(UnaryOperator.identity()));
    try {
      return switch (editSessionData.handle(command)) {
        case EditSessionData.Edited(Session session) -> shown(exchange, session);
        case EditSessionData.Ended() -> exchange.problem(Problem.of(ProblemType.SESSION_EXPIRED));
        case EditSessionData.Overloaded(Duration retryAfter) ->
            exchange.problem(Problem.overloaded(retryAfter));
      };
    } catch (InvalidValue tooMuch) {
      return exchange.problem(
          Problem.invalid("/data", FieldCode.of(tooMuch.violation()), tooMuch.detail()));
    }
  }

  private static UnaryOperator<SessionData> patching(ObjectNode patch) {
    return data ->
        new SessionData(
            MergePatch.apply(JsonBody.parse(data.json().getBytes(UTF_8)), patch).toString());
  }

  private Answer logOut(Exchange exchange) {
    var command =
        new LogOut.Command(exchange.user(), exchange.session().id(), exchange.caller().tokens());
    return switch (logOut.handle(command)) {
      case LogOut.LoggedOut() -> cookie.clear(Answer.empty(204));
    };
  }

  private Answer revoke(Exchange exchange) {
    SessionId id =
        SessionId.parse(exchange.argument())
            .orElseThrow(() -> new Refused(Problem.of(ProblemType.NOT_FOUND)));
    if (id.equals(exchange.session().id())) {
      return logOut(exchange);
    }
    return switch (revokeSession.handle(new RevokeSession.Command(exchange.user(), id))) {
      case RevokeSession.Revoked() -> Answer.empty(204);
      case RevokeSession.NotFound() -> exchange.problem(Problem.of(ProblemType.NOT_FOUND));
    };
  }

  private Answer revokeSeveral(Exchange exchange) {
    String scope =
        exchange
            .query()
            .get(SCOPE)
            .orElseThrow(() -> refused(ProblemType.MISSING_PARAMETER, FieldCode.REQUIRED));
    return switch (scope) {
      case "others" -> revokeOthers(exchange);
      case "all" -> revokeAll(exchange);
      default -> throw refused(ProblemType.INVALID_PARAMETER, FieldCode.NOT_ALLOWED);
    };
  }

  private Answer revokeOthers(Exchange exchange) {
    var command = new LogOutElsewhere.Command(exchange.user(), exchange.session().id());
    return switch (logOutElsewhere.handle(command)) {
      case LogOutElsewhere.LoggedOut(long count) -> revoked(count);
    };
  }

  private Answer revokeAll(Exchange exchange) {
    return switch (logOutEverywhere.handle(new LogOutEverywhere.Command(exchange.user()))) {
      case LogOutEverywhere.LoggedOut(long count) -> cookie.clear(revoked(count));
    };
  }

  private static Answer revoked(long count) {
    return Answer.json(
        200,
        json -> {
          json.writeStartObject();
          json.writeNumberField("revoked", count);
          json.writeEndObject();
        });
  }

  private static Answer shown(Exchange exchange, Session session) {
    return Answer.json(200, json -> SessionJson.write(json, session, exchange.caller().carrier()));
  }

  private static Refused refused(ProblemType type, FieldCode code) {
    return new Refused(
        Problem.of(type, List.of(FieldError.parameter(SCOPE, code, "must be others or all"))));
  }
}
