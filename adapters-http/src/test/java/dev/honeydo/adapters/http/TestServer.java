package dev.honeydo.adapters.http;

import dev.honeydo.adapters.http.event.EventPace;
import dev.honeydo.application.auth.Authenticate;
import dev.honeydo.application.auth.FirstAdmin;
import dev.honeydo.application.auth.LogIn;
import dev.honeydo.application.auth.LogOut;
import dev.honeydo.application.auth.LogOutElsewhere;
import dev.honeydo.application.auth.LogOutEverywhere;
import dev.honeydo.application.auth.RecordedAccess;
import dev.honeydo.application.auth.RefreshSession;
import dev.honeydo.application.auth.RegisterUser;
import dev.honeydo.application.auth.TokenIssuer;
import dev.honeydo.application.auth.TokenLifetime;
import dev.honeydo.application.cache.CachePrefetch;
import dev.honeydo.application.cache.CacheQueries;
import dev.honeydo.application.cache.CachedTodos;
import dev.honeydo.application.cache.CachedUsers;
import dev.honeydo.application.cache.ClearCache;
import dev.honeydo.application.cache.FencedTodos;
import dev.honeydo.application.cache.FencedUsers;
import dev.honeydo.application.cache.InvalidateTodo;
import dev.honeydo.application.cache.InvalidateUser;
import dev.honeydo.application.event.AnnouncingSessions;
import dev.honeydo.application.event.AnnouncingTodos;
import dev.honeydo.application.event.EventQueries;
import dev.honeydo.application.health.HealthQueries;
import dev.honeydo.application.health.MonitoredCapability;
import dev.honeydo.application.health.MonitoredCapability.Capability;
import dev.honeydo.application.health.MonitoredCapability.Mode;
import dev.honeydo.application.health.MonitoredPart;
import dev.honeydo.application.health.MonitoredPart.Part;
import dev.honeydo.application.idempotency.KeyLifetime;
import dev.honeydo.application.idempotency.RunOnce;
import dev.honeydo.application.limit.LimitRequest;
import dev.honeydo.application.limit.RateLimits;
import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.IdempotencyLedger;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.application.port.Todos;
import dev.honeydo.application.port.Users;
import dev.honeydo.application.session.EditSessionData;
import dev.honeydo.application.session.RevokeSession;
import dev.honeydo.application.session.SessionQueries;
import dev.honeydo.application.todo.CreateTodo;
import dev.honeydo.application.todo.DeleteCompletedTodos;
import dev.honeydo.application.todo.DeleteTodo;
import dev.honeydo.application.todo.EditTodo;
import dev.honeydo.application.todo.TodoQueries;
import dev.honeydo.application.user.AdministerUser;
import dev.honeydo.application.user.ChangePassword;
import dev.honeydo.application.user.CloseAccount;
import dev.honeydo.application.user.EditProfile;
import dev.honeydo.application.user.UserQueries;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.reference.FewCommonPasswords;
import dev.honeydo.contracts.reference.InMemoryAccessTokens;
import dev.honeydo.contracts.reference.InMemoryCache;
import dev.honeydo.contracts.reference.InMemoryEvents;
import dev.honeydo.contracts.reference.InMemoryHealthProbe;
import dev.honeydo.contracts.reference.InMemoryIdempotencyLedger;
import dev.honeydo.contracts.reference.InMemoryRateLimiter;
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
import dev.honeydo.domain.user.EmailAddress;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The whole server on a free port, over the real use cases and the reference adapters. */
final class TestServer implements AutoCloseable {
  static final String MADE_ID = "made-here";

  /** Whoever registers first with it becomes an admin. */
  static final EmailAddress ADMIN = new EmailAddress("root@example.org");

  private static final SecretKey FINGERPRINT_KEY =
      new SecretKeySpec("another of them".getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  private static final SecretKey CURSOR_KEY =
      new SecretKeySpec("a key for tests".getBytes(StandardCharsets.UTF_8), "HmacSHA256");

  final TestClock clock = new TestClock();
  final InMemoryUsers users = new InMemoryUsers();
  final InMemoryTodos todos = new InMemoryTodos();
  final InMemorySessions sessions = new InMemorySessions(clock);
  final InMemoryRefreshFamilies families = new InMemoryRefreshFamilies(clock);
  final InMemoryRevokedTokens revokedTokens = new InMemoryRevokedTokens(clock);
  final PlainPasswordHasher hasher = new PlainPasswordHasher();
  final InMemoryRateLimiter limiter = new InMemoryRateLimiter(clock);
  final InMemoryIdempotencyLedger ledger = new InMemoryIdempotencyLedger(clock);
  final KnownControl control = new KnownControl();
  final InMemoryEvents events = new InMemoryEvents();
  final InMemoryHealthProbe redis = new InMemoryHealthProbe();
  final InMemoryHealthProbe mongo = new InMemoryHealthProbe();
  final InMemoryHealthProbe store = new InMemoryHealthProbe();
  final AtomicBoolean limiterWorks = new AtomicBoolean(true);

  /** Measures by the clock that tests move. */
  final SimpleMeterRegistry metrics =
      new SimpleMeterRegistry(SimpleConfig.DEFAULT, new MeasuringClock(clock));

  final HttpServer server;

  private TestServer(Options options) {
    server =
        new HttpServer(
            options.settings,
            useCases(options),
            () -> MADE_ID,
            new HttpServer.Metrics(metrics, metrics::getMetersAsString),
            options.pace);
    Contract.know(server.routes());
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

  private UseCases useCases(Options options) {
    Todos kept = new AnnouncingTodos(options.todos.apply(todos), events);
    Sessions sessions = new AnnouncingSessions(this.sessions, events);
    SequentialIds ids = new SequentialIds(clock);
    TokenIssuer issuer =
        new TokenIssuer(accessTokens, refreshTokens, revokedTokens, ids, TokenLifetime.LONGEST);
    return new UseCases(
        new RegisterUser(users, hasher, new FewCommonPasswords(), ids, FirstAdmin.of(ADMIN), clock),
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
        new LogOut(sessions, families, revokedTokens),
        new LogOutEverywhere(sessions, families, revokedTokens),
        new LogOutElsewhere(sessions, families),
        new Authenticate(
            accessTokens, new RecordedAccess(sessions, revokedTokens), sessions, clock),
        new SessionQueries(sessions),
        new EditSessionData(sessions),
        new RevokeSession(sessions, families),
        new UserQueries(users),
        new UserQueries(
            options
                .cache
                .<Users>map(it -> new CachedUsers(new FencedUsers(users, it), it))
                .orElse(users)),
        new EditProfile(users, hasher, clock),
        new ChangePassword(
            users, hasher, new FewCommonPasswords(), sessions, new RandomSessionTokens(), families),
        new CloseAccount(users, kept, sessions, families, hasher),
        new AdministerUser(users, sessions, families, revokedTokens, clock),
        new CreateTodo(kept, ids, clock),
        new TodoQueries(kept, clock),
        new TodoQueries(
            options
                .cache
                .<Todos>map(it -> new CachedTodos(new FencedTodos(kept, it), it))
                .orElse(kept),
            clock),
        new EditTodo(kept, clock),
        new DeleteTodo(kept, clock),
        new DeleteCompletedTodos(kept, clock),
        new CacheQueries(control, clock),
        new CachePrefetch(options.cache.orElseGet(() -> new InMemoryCache(clock))),
        new ClearCache(control),
        new InvalidateUser(control),
        new InvalidateTodo(kept, control),
        new HealthQueries(
            List.of(
                new MonitoredPart(
                    Part.REDIS, Optional.of("redis://***:***@cache:6379"), Optional.of(redis)),
                new MonitoredPart(
                    Part.MONGODB, Optional.of("mongodb://***:***@db:27017"), Optional.of(mongo)),
                new MonitoredPart(Part.STORE, Optional.empty(), Optional.of(store))),
            List.of(
                new MonitoredCapability(Capability.CACHE, Mode.FROM_RECORD, Part.REDIS, () -> true),
                new MonitoredCapability(
                    Capability.RATE_LIMITS, Mode.PER_INSTANCE, Part.REDIS, limiterWorks::get),
                new MonitoredCapability(
                    Capability.TODOS, Mode.UNAVAILABLE, Part.STORE, () -> true)),
            clock),
        new EventQueries(events),
        new LimitRequest(limiter, refreshTokens, options.limits),
        new RunOnce(options.ledger.apply(ledger), ids, KeyLifetime.DEFAULT));
  }

  private final InMemoryAccessTokens accessTokens = new InMemoryAccessTokens(clock);
  private final InMemoryRefreshTokens refreshTokens = new InMemoryRefreshTokens();

  @Override
  public void close() {
    Client.hangUp();
    server.close();
  }

  /** A clock as meters want one. */
  private record MeasuringClock(TestClock clock) implements Clock {
    @Override
    public long wallTime() {
      return clock.instant().toEpochMilli();
    }

    @Override
    public long monotonicTime() {
      return wallTime() * 1_000_000;
    }
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
            () -> List.of(CURSOR_KEY),
            () -> List.of(FINGERPRINT_KEY),
            "1.2.3",
            HttpSettings.Environment.DEVELOPMENT,
            64,
            Duration.ofSeconds(3),
            List.of());
    private RateLimits limits = RateLimits.OFF;
    private EventPace pace = EventPace.DEFAULT;
    private UnaryOperator<Todos> todos = UnaryOperator.identity();
    private Optional<Cache> cache = Optional.empty();

    private UnaryOperator<IdempotencyLedger> ledger = UnaryOperator.identity();

    Options todos(UnaryOperator<Todos> decoration) {
      todos = decoration;
      return this;
    }

    /** Reads by way of that cache, whose fences no write moves: what is stale shows. */
    Options reading(Cache some) {
      cache = Optional.of(some);
      return this;
    }

    Options production() {
      settings =
          new HttpSettings(
              settings.host(),
              settings.port(),
              settings.requireIfMatch(),
              settings.corsOrigins(),
              settings.publicUrl(),
              settings.cursorKeys(),
              settings.fingerprintKeys(),
              settings.version(),
              HttpSettings.Environment.PRODUCTION,
              settings.maxConcurrentRequests(),
              settings.drainTime(),
              settings.trustedProxies());
      return this;
    }

    Options pace(EventPace some) {
      pace = some;
      return this;
    }

    Options limits(RateLimits some) {
      limits = some;
      return this;
    }

    Options ledger(UnaryOperator<IdempotencyLedger> decoration) {
      ledger = decoration;
      return this;
    }

    Options trusting(String... proxies) {
      settings =
          new HttpSettings(
              settings.host(),
              settings.port(),
              settings.requireIfMatch(),
              settings.corsOrigins(),
              settings.publicUrl(),
              settings.cursorKeys(),
              settings.fingerprintKeys(),
              settings.version(),
              settings.environment(),
              settings.maxConcurrentRequests(),
              settings.drainTime(),
              List.of(proxies));
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
              settings.cursorKeys(),
              settings.fingerprintKeys(),
              settings.version(),
              settings.environment(),
              atOnce,
              settings.drainTime(),
              settings.trustedProxies());
      return this;
    }
  }
}
