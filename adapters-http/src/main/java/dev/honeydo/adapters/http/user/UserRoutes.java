package dev.honeydo.adapters.http.user;

import dev.honeydo.adapters.http.body.Fields;
import dev.honeydo.adapters.http.body.JsonType;
import dev.honeydo.adapters.http.exchange.Answer;
import dev.honeydo.adapters.http.exchange.BodyKind;
import dev.honeydo.adapters.http.exchange.Caching;
import dev.honeydo.adapters.http.exchange.Conditions;
import dev.honeydo.adapters.http.exchange.Exchange;
import dev.honeydo.adapters.http.exchange.Route;
import dev.honeydo.adapters.http.exchange.Sources;
import dev.honeydo.adapters.http.problem.FieldCode;
import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.ProblemType;
import dev.honeydo.adapters.http.session.SessionCookie;
import dev.honeydo.application.limit.LimitRequest;
import dev.honeydo.application.user.ChangePassword;
import dev.honeydo.application.user.CloseAccount;
import dev.honeydo.application.user.EditProfile;
import dev.honeydo.application.user.UserQueries;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.auth.NewPassword;
import dev.honeydo.domain.auth.RawPassword;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionToken;
import dev.honeydo.domain.user.EmailAddress;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A user's own profile. */
public final class UserRoutes {
  private static final String ME = "/api/users/me";
  private static final String PASSWORD = ME + "/password";
  private static final String USER = "user";
  private static final String CURRENT_PASSWORD = "current_password";
  private static final String NEW_PASSWORD = "new_password";

  private final Sources<UserQueries> userQueries;
  private final EditProfile editProfile;
  private final ChangePassword changePassword;
  private final CloseAccount closeAccount;
  private final SessionCookie cookie;

  /** Wires the routes. */
  public UserRoutes(
      Sources<UserQueries> userQueries,
      EditProfile editProfile,
      ChangePassword changePassword,
      CloseAccount closeAccount,
      SessionCookie cookie) {
    this.userQueries = userQueries;
    this.editProfile = editProfile;
    this.changePassword = changePassword;
    this.closeAccount = closeAccount;
    this.cookie = cookie;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.of("GET", ME, Caching.REVALIDATE, this::show).forUsers(),
        Route.of("PATCH", ME, Caching.REVALIDATE, this::edit)
            .forUsers()
            .taking(BodyKind.MERGE_PATCH),
        Route.of("PUT", PASSWORD, Caching.NO_STORE, this::changePassword)
            .forUsers()
            .taking(BodyKind.JSON),
        Route.of("DELETE", ME, Caching.NO_STORE, this::close).forUsers().taking(BodyKind.JSON));
  }

  private Answer show(Exchange exchange) {
    Optional<User> found = userQueries.of(exchange).find(exchange.user());
    if (found.isEmpty()) {
      return gone(exchange);
    }
    String etag = Conditions.etag(found.get().version());
    if (Conditions.isFresh(exchange, etag)) {
      return Answer.empty(304).with("ETag", etag);
    }
    return shown(found.get());
  }

  private Answer edit(Exchange exchange) {
    Fields fields = new Fields(exchange.body(), UserJson.READ_ONLY);
    Optional<UserName> name = fields.optional("name", JsonType.text(UserName::new).notNull());
    Optional<EmailAddress> email =
        fields.optional("email", JsonType.text(EmailAddress::new).notNull());
    Optional<RawPassword> password =
        fields.optional(CURRENT_PASSWORD, JsonType.text(RawPassword::new));
    fields.check();
    Precondition precondition = precondition(exchange);
    if (password.isPresent()) {
      chargeGuess(exchange);
    }
    var command = new EditProfile.Command(exchange.user(), name, email, password, precondition);
    return switch (editProfile.handle(command)) {
      case EditProfile.Edited(User user) -> shown(user);
      case EditProfile.VersionMismatch(Version current) -> mismatch(exchange, current);
      case EditProfile.EmailTaken() -> exchange.problem(Problem.of(ProblemType.EMAIL_TAKEN));
      case EditProfile.PasswordRequired() ->
          exchange.problem(
              Problem.invalid(
                  "/" + CURRENT_PASSWORD,
                  FieldCode.REQUIRED,
                  "must be given to change the address"));
      case EditProfile.WrongPassword() -> exchange.problem(Problem.of(ProblemType.WRONG_PASSWORD));
      case EditProfile.Overloaded(Duration retryAfter) ->
          exchange.problem(Problem.overloaded(retryAfter));
      case EditProfile.NotFound() -> gone(exchange);
    };
  }

  private Answer changePassword(Exchange exchange) {
    Fields fields = new Fields(exchange.body(), Set.of());
    Optional<RawPassword> current =
        fields.required(CURRENT_PASSWORD, JsonType.text(RawPassword::new));
    Optional<NewPassword> next = fields.required(NEW_PASSWORD, JsonType.text(NewPassword::of));
    fields.check();
    chargeGuess(exchange);
    Session session = exchange.session();
    var command =
        new ChangePassword.Command(
            exchange.user(),
            session.id(),
            exchange.caller().keepsTokenInCookie(),
            current.orElseThrow(),
            next.orElseThrow());
    return switch (changePassword.handle(command)) {
      case ChangePassword.Changed(Optional<SessionToken> token) ->
          token
              .map(it -> cookie.set(Answer.empty(204), it, session))
              .orElseGet(() -> Answer.empty(204));
      case ChangePassword.WrongPassword() ->
          exchange.problem(Problem.of(ProblemType.WRONG_PASSWORD));
      case ChangePassword.PasswordTooCommon() ->
          exchange.problem(
              Problem.invalid(
                  "/" + NEW_PASSWORD,
                  FieldCode.NOT_ALLOWED,
                  "is one of the first that are guessed"));
      case ChangePassword.Overloaded(Duration retryAfter) ->
          exchange.problem(Problem.overloaded(retryAfter));
      case ChangePassword.NotFound() -> gone(exchange);
    };
  }

  private Answer close(Exchange exchange) {
    Fields fields = new Fields(exchange.body(), Set.of());
    Optional<RawPassword> password =
        fields.required(CURRENT_PASSWORD, JsonType.text(RawPassword::new));
    fields.check();
    Precondition precondition = precondition(exchange);
    chargeGuess(exchange);
    var command = new CloseAccount.Command(exchange.user(), password.orElseThrow(), precondition);
    return switch (closeAccount.handle(command)) {
      case CloseAccount.Closed() -> cookie.clear(Answer.empty(204));
      case CloseAccount.VersionMismatch(Version current) -> mismatch(exchange, current);
      case CloseAccount.WrongPassword() -> exchange.problem(Problem.of(ProblemType.WRONG_PASSWORD));
      case CloseAccount.Overloaded(Duration retryAfter) ->
          exchange.problem(Problem.overloaded(retryAfter));
      case CloseAccount.NotFound() -> gone(exchange);
    };
  }

  /** A session in wrong hands must be no way around the limit of logins. */
  private static void chargeGuess(Exchange exchange) {
    exchange.charge(new LimitRequest.Confirmation(exchange.user()));
  }

  private Precondition precondition(Exchange exchange) {
    return Conditions.ofChange(
            exchange, USER, () -> userQueries.record().find(exchange.user()).map(User::version))
        .precondition();
  }

  private static Answer mismatch(Exchange exchange, Version current) {
    return exchange.problem(Problem.versionMismatch(USER, Optional.of(current)));
  }

  private static Answer shown(User user) {
    return Answer.json(200, json -> UserJson.write(json, user))
        .with("ETag", Conditions.etag(user.version()));
  }

  /** The account was closed while its session still seemed to live: now it does not. */
  private static Answer gone(Exchange exchange) {
    return exchange.problem(Problem.of(ProblemType.SESSION_EXPIRED));
  }
}
