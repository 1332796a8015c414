package dev.honeydo.adapters.http;

import dev.honeydo.application.auth.Authenticate;
import dev.honeydo.application.auth.LogIn;
import dev.honeydo.application.auth.LogOut;
import dev.honeydo.application.auth.RecordedAccess;
import dev.honeydo.application.auth.RefreshSession;
import dev.honeydo.application.auth.RegisterUser;
import dev.honeydo.application.auth.TokenIssuer;
import dev.honeydo.application.auth.TokenLifetime;
import dev.honeydo.application.health.HealthQueries;
import dev.honeydo.application.health.MonitoredPart;
import dev.honeydo.application.health.MonitoredPart.Part;
import dev.honeydo.application.port.Todos;
import dev.honeydo.application.todo.CreateTodo;
import dev.honeydo.application.todo.DeleteCompletedTodos;
import dev.honeydo.application.todo.DeleteTodo;
import dev.honeydo.application.todo.EditTodo;
import dev.honeydo.application.todo.TodoQueries;
import dev.honeydo.application.user.CloseAccount;
import dev.honeydo.application.user.EditProfile;
import dev.honeydo.application.user.UserQueries;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.reference.FewCommonPasswords;
import dev.honeydo.contracts.reference.InMemoryAccessTokens;
import dev.honeydo.contracts.reference.InMemoryHealthProbe;
import dev.honeydo.contracts.reference.InMemoryRefreshFamilies;
import dev.honeydo.contracts.reference.InMemoryRefreshTokens;
import dev.honeydo.contracts.reference.InMemoryRevokedTokens;
import dev.honeydo.contracts.reference.InMemorySessions;
import dev.honeydo.contracts.reference.InMemoryTodos;
import dev.honeydo.contracts.reference.InMemoryUsers;
import dev.honeydo.contracts.reference.PlainPasswordHasher;
import dev.honeydo.contracts.reference.RandomSessionTokens;
import dev.honeydo.contracts.reference.SequentialIds;
import dev.honeydo.domain.auth.SessionLimits;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.crypto.spec.SecretKeySpec;

/** The whole server on a free port, over the real use cases and the reference adapters. */
final class TestServer implements AutoCloseable {
  static final String MADE_ID = "made-here";

  final TestClock clock = new TestClock();
  final InMemoryUsers users = new InMemoryUsers();
  final InMemoryTodos todos = new InMemoryTodos();
  final InMemorySessions sessions = new InMemorySessions(clock);
  final InMemoryRefreshFamilies families = new InMemoryRefreshFamilies(clock);
  final InMemoryRevokedTokens revokedTokens = new InMemoryRevokedTokens(clock);
  final PlainPasswordHasher hasher = new PlainPasswordHasher();
  final InMemoryHealthProbe redis = new InMemoryHealthProbe();
  final InMemoryHealthProbe mongo = new InMemoryHealthProbe();
  final InMemoryHealthProbe store = new InMemoryHealthProbe();
  final HttpServer server;

  private TestServer(Options options) {
    server = new HttpServer(options.settings, useCases(options.todos.apply(todos)), () -> MADE_ID);
    server.start();
  }

  static TestServer start() {
    return new TestServer(new Options());
  }

  static TestServer start(UnaryOperator<Options> options) {
    return new TestServer(options.apply(new Options()));
  }

  int port() {
    return server.port();
  }

  Client client() {
    return new Client(port());
  }

  private UseCases useCases(Todos kept) {
    SequentialIds ids = new SequentialIds(clock);
    TokenIssuer issuer =
        new TokenIssuer(accessTokens, refreshTokens, revokedTokens, ids, TokenLifetime.LONGEST);
    return new UseCases(
        new RegisterUser(users, hasher, new FewCommonPasswords(), ids, clock),
        new LogIn(
            users,
            hasher,
            sessions,
            new RandomSessionTokens(),
            families,
            issuer,
            ids,
            SessionLimits.DEFAULT,
            clock),
        new RefreshSession(refreshTokens, families, sessions, issuer, clock),
        new LogOut(sessions, families),
        new Authenticate(
            accessTokens, new RecordedAccess(sessions, revokedTokens), sessions, clock),
        new UserQueries(users),
        new EditProfile(users, hasher, clock),
        new CloseAccount(users, kept, sessions, families, hasher),
        new CreateTodo(kept, ids, clock),
        new TodoQueries(kept, clock),
        new EditTodo(kept, clock),
        new DeleteTodo(kept, clock),
        new DeleteCompletedTodos(kept, clock),
        new HealthQueries(
            List.of(
                new MonitoredPart(
                    Part.REDIS, Optional.of("redis://***:***@cache:6379"), Optional.of(redis)),
                new MonitoredPart(
                    Part.MONGODB, Optional.of("mongodb://***:***@db:27017"), Optional.of(mongo)),
                new MonitoredPart(Part.STORE, Optional.empty(), Optional.of(store))),
            clock));
  }

  private final InMemoryAccessTokens accessTokens = new InMemoryAccessTokens(clock);
  private final InMemoryRefreshTokens refreshTokens = new InMemoryRefreshTokens();

  @Override
  public void close() {
    server.close();
  }

  /** How the server is to be. */
  static final class Options {
    private HttpSettings settings =
        new HttpSettings(
            "127.0.0.1",
            0,
            false,
            Set.of("https://app.example.org"),
            Optional.empty(),
            new SecretKeySpec("a key for tests".getBytes(StandardCharsets.UTF_8), "HmacSHA256"),
            "1.2.3",
            HttpSettings.Environment.DEVELOPMENT,
            64,
            Duration.ofSeconds(3));
    private UnaryOperator<Todos> todos = UnaryOperator.identity();

    Options todos(UnaryOperator<Todos> decoration) {
      todos = decoration;
      return this;
    }

    Options requiringIfMatch() {
      return with(settings.port(), true, settings.publicUrl(), settings.maxConcurrentRequests());
    }

    Options publicUrl(String url) {
      Optional<URI> publicUrl = Optional.of(URI.create(url));
      return with(
          settings.port(), settings.requireIfMatch(), publicUrl, settings.maxConcurrentRequests());
    }

    Options atOnce(int requests) {
      return with(settings.port(), settings.requireIfMatch(), settings.publicUrl(), requests);
    }

    Options port(int port) {
      return with(
          port, settings.requireIfMatch(), settings.publicUrl(), settings.maxConcurrentRequests());
    }

    private Options with(int port, boolean requireIfMatch, Optional<URI> publicUrl, int atOnce) {
      settings =
          new HttpSettings(
              settings.host(),
              port,
              requireIfMatch,
              settings.corsOrigins(),
              publicUrl,
              settings.cursorKey(),
              settings.version(),
              settings.environment(),
              atOnce,
              settings.drainTime());
      return this;
    }
  }
}
