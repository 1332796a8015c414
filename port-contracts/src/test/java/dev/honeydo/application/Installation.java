package dev.honeydo.application;

import dev.honeydo.application.auth.Authenticate;
import dev.honeydo.application.auth.FirstAdmin;
import dev.honeydo.application.auth.LogIn;
import dev.honeydo.application.auth.LogOut;
import dev.honeydo.application.auth.LogOutElsewhere;
import dev.honeydo.application.auth.LogOutEverywhere;
import dev.honeydo.application.auth.PurgeExpired;
import dev.honeydo.application.auth.RecordedAccess;
import dev.honeydo.application.auth.RefreshSession;
import dev.honeydo.application.auth.RegisterUser;
import dev.honeydo.application.auth.TokenIssuer;
import dev.honeydo.application.auth.TokenLifetime;
import dev.honeydo.application.session.EditSessionData;
import dev.honeydo.application.session.RevokeSession;
import dev.honeydo.application.session.SessionQueries;
import dev.honeydo.application.todo.CreateTodo;
import dev.honeydo.application.todo.DeleteTodo;
import dev.honeydo.application.todo.EditTodo;
import dev.honeydo.application.todo.TodoQueries;
import dev.honeydo.application.user.AdministerUser;
import dev.honeydo.application.user.ChangePassword;
import dev.honeydo.application.user.CloseAccount;
import dev.honeydo.application.user.EditProfile;
import dev.honeydo.application.user.UserQueries;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.reference.FewCommonPasswords;
import dev.honeydo.contracts.reference.InMemoryAccessTokens;
import dev.honeydo.contracts.reference.InMemoryIdempotencyLedger;
import dev.honeydo.contracts.reference.InMemoryRefreshFamilies;
import dev.honeydo.contracts.reference.InMemoryRefreshTokens;
import dev.honeydo.contracts.reference.InMemoryRevokedTokens;
import dev.honeydo.contracts.reference.InMemorySessions;
import dev.honeydo.contracts.reference.InMemoryTodos;
import dev.honeydo.contracts.reference.InMemoryUsers;
import dev.honeydo.contracts.reference.PlainPasswordHasher;
import dev.honeydo.contracts.reference.RandomSessionTokens;
import dev.honeydo.contracts.reference.SequentialIds;
import dev.honeydo.domain.auth.NewPassword;
import dev.honeydo.domain.auth.RawPassword;
import dev.honeydo.domain.auth.SessionData;
import dev.honeydo.domain.auth.SessionLimits;
import dev.honeydo.domain.user.EmailAddress;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserName;
import java.time.Duration;

/** Every use case over the reference adapters. */
public final class Installation {
  /** The password of everybody. */
  public static final String PASSWORD = "correct horse battery";

  /** Whoever registers first with it becomes an admin. */
  public static final EmailAddress FIRST_ADMIN = new EmailAddress("root@example.org");

  /** An hour unused, a day in all, two for each user. */
  public static final SessionLimits LIMITS =
      new SessionLimits(Duration.ofHours(1), Duration.ofDays(1), 2);

  public final TestClock clock = new TestClock();
  public final InMemoryUsers users = new InMemoryUsers();
  public final InMemoryTodos todos = new InMemoryTodos();
  public final InMemoryIdempotencyLedger ledger = new InMemoryIdempotencyLedger(clock);
  public final InMemorySessions sessions = new InMemorySessions(clock);
  public final InMemoryRefreshFamilies families = new InMemoryRefreshFamilies(clock);
  public final InMemoryRevokedTokens revokedTokens = new InMemoryRevokedTokens(clock);
  public final PlainPasswordHasher hasher = new PlainPasswordHasher();
  public final InMemoryAccessTokens accessTokens = new InMemoryAccessTokens(clock);
  public final InMemoryRefreshTokens refreshTokens = new InMemoryRefreshTokens();
  public final SequentialIds ids = new SequentialIds(clock);
  public final TokenIssuer issuer =
      new TokenIssuer(accessTokens, refreshTokens, revokedTokens, ids, TokenLifetime.LONGEST);

  public final RegisterUser registerUser =
      new RegisterUser(
          users, hasher, new FewCommonPasswords(), ids, FirstAdmin.of(FIRST_ADMIN), clock);
  public final LogIn logIn =
      new LogIn(
          users, hasher, sessions, new RandomSessionTokens(), families, issuer, ids, LIMITS, clock);
  public final RefreshSession refreshSession =
      new RefreshSession(refreshTokens, families, sessions, issuer, clock);
  public final Authenticate authenticate =
      new Authenticate(accessTokens, new RecordedAccess(sessions, revokedTokens), sessions, clock);
  public final LogOut logOut = new LogOut(sessions, families, revokedTokens);
  public final LogOutEverywhere logOutEverywhere =
      new LogOutEverywhere(sessions, families, revokedTokens);
  public final LogOutElsewhere logOutElsewhere = new LogOutElsewhere(sessions, families);
  public final PurgeExpired purgeExpired =
      new PurgeExpired(sessions, families, revokedTokens, ledger, todos, clock);
  public final SessionQueries sessionQueries = new SessionQueries(sessions);
  public final EditSessionData editSessionData = new EditSessionData(sessions);
  public final RevokeSession revokeSession = new RevokeSession(sessions, families);
  public final EditProfile editProfile = new EditProfile(users, hasher, clock);
  public final ChangePassword changePassword =
      new ChangePassword(
          users, hasher, new FewCommonPasswords(), sessions, new RandomSessionTokens(), families);
  public final AdministerUser administerUser =
      new AdministerUser(users, sessions, families, revokedTokens, clock);
  public final CloseAccount closeAccount =
      new CloseAccount(users, todos, sessions, families, hasher);
  public final UserQueries userQueries = new UserQueries(users);
  public final CreateTodo createTodo = new CreateTodo(todos, ids, clock);
  public final EditTodo editTodo = new EditTodo(todos, clock);
  public final DeleteTodo deleteTodo = new DeleteTodo(todos, clock);
  public final TodoQueries todoQueries = new TodoQueries(todos, clock);

  /** Somebody who has registered with an address of their own. */
  public User registered() {
    return registered(Specimens.email());
  }

  /** Somebody who has registered with that address. */
  public User registered(EmailAddress email) {
    RegisterUser.Command command =
        new RegisterUser.Command(new UserName("Ada"), email, NewPassword.of(PASSWORD));
    return switch (registerUser.handle(command)) {
      case RegisterUser.Registered(User user) -> user;
      case RegisterUser.Outcome refused -> throw new AssertionError(refused);
    };
  }

  /** A login of that user. */
  public LogIn.LoggedIn loggedIn(User user) {
    return switch (logIn(user.email(), PASSWORD)) {
      case LogIn.LoggedIn in -> in;
      case LogIn.Outcome refused -> throw new AssertionError(refused);
    };
  }

  /** What becomes of a login. */
  public LogIn.Outcome logIn(EmailAddress email, String password) {
    return logIn.handle(
        new LogIn.Command(
            email,
            new RawPassword(password),
            Specimens.device(),
            new SessionData("{\"theme\":\"dark\"}")));
  }
}
