package dev.honeydo.adapters.http.auth;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.honeydo.adapters.http.body.Fields;
import dev.honeydo.adapters.http.body.JsonType;
import dev.honeydo.adapters.http.exchange.Answer;
import dev.honeydo.adapters.http.exchange.BodyKind;
import dev.honeydo.adapters.http.exchange.Caching;
import dev.honeydo.adapters.http.exchange.Exchange;
import dev.honeydo.adapters.http.exchange.Route;
import dev.honeydo.adapters.http.exchange.RouteLimit;
import dev.honeydo.adapters.http.problem.FieldCode;
import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.ProblemType;
import dev.honeydo.adapters.http.session.SessionCookie;
import dev.honeydo.adapters.http.session.SessionJson;
import dev.honeydo.adapters.http.user.UserJson;
import dev.honeydo.application.auth.IssuedTokens;
import dev.honeydo.application.auth.LogIn;
import dev.honeydo.application.auth.LogOut;
import dev.honeydo.application.auth.LogOutEverywhere;
import dev.honeydo.application.auth.RefreshSession;
import dev.honeydo.application.auth.RegisterUser;
import dev.honeydo.application.limit.LimitRequest;
import dev.honeydo.domain.auth.Device;
import dev.honeydo.domain.auth.DeviceLabel;
import dev.honeydo.domain.auth.NewPassword;
import dev.honeydo.domain.auth.RawPassword;
import dev.honeydo.domain.auth.RefreshToken;
import dev.honeydo.domain.auth.SessionData;
import dev.honeydo.domain.user.EmailAddress;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserId;
import dev.honeydo.domain.user.UserName;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Registration, login, refresh and logout. */
public final class AuthRoutes {
  private final RegisterUser registerUser;
  private final LogIn logIn;
  private final RefreshSession refreshSession;
  private final LogOut logOut;
  private final LogOutEverywhere logOutEverywhere;
  private final SessionCookie cookie;

  /** Wires the routes. */
  public AuthRoutes(
      RegisterUser registerUser,
      LogIn logIn,
      RefreshSession refreshSession,
      LogOut logOut,
      LogOutEverywhere logOutEverywhere,
      SessionCookie cookie) {
    this.registerUser = registerUser;
    this.logIn = logIn;
    this.refreshSession = refreshSession;
    this.logOut = logOut;
    this.logOutEverywhere = logOutEverywhere;
    this.cookie = cookie;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.of("POST", "/api/auth/register", Caching.NO_STORE, this::register)
            .taking(BodyKind.JSON)
            .limitedBy(RouteLimit.REGISTER)
            .once(),
        Route.of("POST", "/api/auth/login", Caching.NO_STORE, this::login)
            .taking(BodyKind.JSON)
            .limitedBy(RouteLimit.LOGIN),
        Route.of("POST", "/api/auth/refresh", Caching.NO_STORE, this::refresh)
            .taking(BodyKind.JSON)
            .limitedBy(RouteLimit.REFRESH),
        Route.of("POST", "/api/auth/logout", Caching.NO_STORE, this::logout).forUsers(),
        Route.of("POST", "/api/auth/logout-all", Caching.NO_STORE, this::logoutAll).forUsers());
  }

  private Answer register(Exchange exchange) {
    Fields fields = new Fields(exchange.body(), UserJson.READ_ONLY);
    Optional<UserName> name = fields.required("name", JsonType.text(UserName::new));
    Optional<EmailAddress> email = fields.required("email", JsonType.text(EmailAddress::new));
    Optional<NewPassword> password = fields.required("password", JsonType.text(NewPassword::of));
    fields.check();
    exchange.charge(new LimitRequest.Registration(exchange.clientBlock()));
    var command =
        new RegisterUser.Command(
            name.orElseThrow(),
            email.orElseThrow(),
            password.orElseThrow(),
            exchange.seed().map(seed -> new UserId(seed.value())));
    return switch (registerUser.handle(command)) {
      case RegisterUser.Registered(User user) ->
          Answer.json(201, json -> UserJson.write(json, user)).with("Location", "/api/users/me");
      case RegisterUser.EmailTaken() -> exchange.problem(Problem.of(ProblemType.EMAIL_TAKEN));
      case RegisterUser.PasswordTooCommon() ->
          exchange.problem(
              Problem.invalid(
                  "/password", FieldCode.NOT_ALLOWED, "is one of the first that are guessed"));
      case RegisterUser.Overloaded(Duration retryAfter) ->
          exchange.problem(Problem.overloaded(retryAfter));
    };
  }

  private Answer login(Exchange exchange) {
    Fields fields = new Fields(exchange.body(), Set.of());
    Optional<EmailAddress> email = fields.required("email", JsonType.text(EmailAddress::new));
    Optional<RawPassword> password = fields.required("password", JsonType.text(RawPassword::new));
    Optional<DeviceLabel> label = fields.optional("device", JsonType.text(DeviceLabel::new));
    Optional<SessionData> data = fields.optional("data", JsonType.object(AuthRoutes::compact));
    fields.check();
    exchange.charge(new LimitRequest.Login(exchange.clientBlock(), email.map(EmailAddress::key)));
    String userAgent = exchange.header("User-Agent").orElse("");
    Device device = new Device(label, userAgent, exchange.clientAddress());
    var command =
        new LogIn.Command(
            email.orElseThrow(), password.orElseThrow(), device, data.orElse(SessionData.NONE));
    return switch (logIn.handle(command)) {
      case LogIn.LoggedIn loggedIn -> loggedIn(loggedIn);
      case LogIn.InvalidCredentials() ->
          exchange.problem(Problem.of(ProblemType.INVALID_CREDENTIALS));
      case LogIn.AccountDisabled() -> exchange.problem(Problem.of(ProblemType.ACCOUNT_DISABLED));
      case LogIn.Overloaded(Duration retryAfter) ->
          exchange.problem(Problem.overloaded(retryAfter));
    };
  }

  private Answer loggedIn(LogIn.LoggedIn outcome) {
    Answer answer =
        Answer.json(
            200,
            json -> {
              json.writeStartObject();
              writeTokens(json, outcome.tokens());
              json.writeStringField("session_id", outcome.token().text());
              json.writeFieldName("session");
              SessionJson.write(json, outcome.session(), true);
              json.writeFieldName("user");
              UserJson.write(json, outcome.user());
              json.writeEndObject();
            });
    return cookie.set(answer, outcome.token(), outcome.session());
  }

  private Answer refresh(Exchange exchange) {
    Fields fields = new Fields(exchange.body(), Set.of());
    Optional<RefreshToken> token =
        fields.required("refresh_token", JsonType.text(RefreshToken::new));
    fields.check();
    exchange.charge(new LimitRequest.Refresh(exchange.clientBlock(), token));
    return switch (refreshSession.handle(new RefreshSession.Command(token.orElseThrow()))) {
      case RefreshSession.Refreshed(IssuedTokens tokens) ->
          Answer.json(
              200,
              json -> {
                json.writeStartObject();
                writeTokens(json, tokens);
                json.writeEndObject();
              });
      case RefreshSession.Forged() -> exchange.problem(Problem.of(ProblemType.TOKEN_INVALID));
      case RefreshSession.Ended() -> exchange.problem(Problem.of(ProblemType.TOKEN_REVOKED));
      case RefreshSession.Reused() ->
          exchange.problem(Problem.of(ProblemType.REFRESH_TOKEN_REUSED));
    };
  }

  private Answer logout(Exchange exchange) {
    var command =
        new LogOut.Command(exchange.user(), exchange.session().id(), exchange.caller().tokens());
    return switch (logOut.handle(command)) {
      case LogOut.LoggedOut() -> cookie.clear(Answer.empty(204));
    };
  }

  private Answer logoutAll(Exchange exchange) {
    return switch (logOutEverywhere.handle(new LogOutEverywhere.Command(exchange.user()))) {
      case LogOutEverywhere.LoggedOut(long _) -> cookie.clear(Answer.empty(204));
    };
  }

  private static void writeTokens(JsonGenerator json, IssuedTokens tokens) throws IOException {
    json.writeStringField("access_token", tokens.access().text());
    json.writeStringField("token_type", "Bearer");
    json.writeNumberField("expires_in", tokens.expiresIn().toSeconds());
    json.writeStringField("refresh_token", tokens.refresh().text());
  }

  private static SessionData compact(ObjectNode object) {
    return new SessionData(object.toString());
  }
}
