package dev.honeydo.bootstrap;

import dev.honeydo.adapters.http.HttpServer;
import dev.honeydo.adapters.http.HttpSettings;
import dev.honeydo.adapters.http.UseCases;
import dev.honeydo.adapters.http.list.ListLimit;
import dev.honeydo.adapters.security.SecurityAdapters;
import dev.honeydo.application.auth.Authenticate;
import dev.honeydo.application.auth.CachedAccess;
import dev.honeydo.application.auth.FirstAdmin;
import dev.honeydo.application.auth.LogIn;
import dev.honeydo.application.auth.LogOut;
import dev.honeydo.application.auth.LogOutElsewhere;
import dev.honeydo.application.auth.LogOutEverywhere;
import dev.honeydo.application.auth.PurgeExpired;
import dev.honeydo.application.auth.RefreshSession;
import dev.honeydo.application.auth.RegisterUser;
import dev.honeydo.application.auth.TokenIssuer;
import dev.honeydo.application.cache.CachePrefetch;
import dev.honeydo.application.cache.CacheQueries;
import dev.honeydo.application.cache.CachedSessions;
import dev.honeydo.application.cache.CachedTodos;
import dev.honeydo.application.cache.CachedUsers;
import dev.honeydo.application.cache.ClearCache;
import dev.honeydo.application.cache.FencedRevokedTokens;
import dev.honeydo.application.cache.FencedTodos;
import dev.honeydo.application.cache.FencedUsers;
import dev.honeydo.application.cache.InvalidateTodo;
import dev.honeydo.application.cache.InvalidateUser;
import dev.honeydo.application.cache.WarmUp;
import dev.honeydo.application.event.AnnouncingSessions;
import dev.honeydo.application.event.AnnouncingTodos;
import dev.honeydo.application.event.EventQueries;
import dev.honeydo.application.health.HealthQueries;
import dev.honeydo.application.idempotency.RunOnce;
import dev.honeydo.application.limit.LimitRequest;
import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.Ids;
import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.PasswordHasher;
import dev.honeydo.application.port.RecordStore;
import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.application.port.Todos;
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
import dev.honeydo.bootstrap.config.Config;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/** Builds the object graph, in one straight line; tests build the very same one. */
final class Wiring {
  private Wiring() {}

  /** A server that has not been started yet. */
  static HttpServer wire(
      Config config,
      RecordStore record,
      SecurityAdapters security,
      Shared shared,
      HealthQueries health,
      Metrics metrics,
      InstantSource clock) {
    Ids ids = security.ids();
    return new HttpServer(
        httpSettings(config, security),
        useCases(config, record, security, shared, health, metrics, clock),
        HttpServer.requestIds(Long.toHexString(ids.next().getLeastSignificantBits())),
        metrics.ofServer());
  }

  private static UseCases useCases(
      Config config,
      RecordStore record,
      SecurityAdapters security,
      Shared shared,
      HealthQueries health,
      Metrics metrics,
      InstantSource clock) {
    Ids ids = security.ids();
    PasswordHasher hasher = security.passwordHasher();
    Sessions sessions =
        new AnnouncingSessions(
            new CachedSessions(record.sessions(), shared.cache(), clock), shared.events());
    RevokedTokens revokedTokens = new FencedRevokedTokens(record.revokedTokens(), shared.cache());
    // Whoever writes reads the record, for nothing can be built on a stale copy.
    FencedUsers users = new FencedUsers(record.users(), shared.cache());
    FencedTodos fenced = new FencedTodos(record.todos(), shared.cache());
    Todos todos = new AnnouncingTodos(fenced, shared.events());
    TokenIssuer issuer =
        new TokenIssuer(
            security.accessTokens(),
            security.refreshTokens(),
            revokedTokens,
            ids,
            config.auth().lifetime());
    return new UseCases(
        new RegisterUser(users, hasher, security.commonPasswords(), ids, firstAdmin(config), clock),
        new LogIn(
            users,
            hasher,
            sessions,
            security.sessionTokens(),
            record.refreshFamilies(),
            issuer,
            ids,
            config.auth().sessions(),
            clock),
        new RefreshSession(
            security.refreshTokens(), record.refreshFamilies(), sessions, issuer, clock),
        new LogOut(sessions, record.refreshFamilies(), revokedTokens),
        new LogOutEverywhere(sessions, record.refreshFamilies(), revokedTokens),
        new LogOutElsewhere(sessions, record.refreshFamilies()),
        new Authenticate(
            security.accessTokens(),
            new CachedAccess(record.sessions(), record.revokedTokens(), shared.cache(), clock),
            sessions,
            clock),
        new SessionQueries(sessions),
        new EditSessionData(sessions),
        new RevokeSession(sessions, record.refreshFamilies()),
        new UserQueries(users),
        new UserQueries(new CachedUsers(users, shared.cache())),
        new EditProfile(users, hasher, clock),
        new ChangePassword(
            users,
            hasher,
            security.commonPasswords(),
            sessions,
            security.sessionTokens(),
            record.refreshFamilies()),
        new CloseAccount(users, todos, sessions, record.refreshFamilies(), hasher),
        new AdministerUser(users, sessions, record.refreshFamilies(), revokedTokens, clock),
        new CreateTodo(todos, ids, clock),
        new TodoQueries(todos, clock),
        new TodoQueries(new CachedTodos(fenced, shared.cache()), wholeSeconds(clock)),
        new EditTodo(todos, clock),
        new DeleteTodo(todos, clock),
        new DeleteCompletedTodos(todos, clock),
        new CacheQueries(shared.cacheControl(), clock),
        new CachePrefetch(shared.cache()),
        new ClearCache(shared.cacheControl()),
        new InvalidateUser(shared.cacheControl()),
        new InvalidateTodo(todos, shared.cacheControl()),
        health,
        new EventQueries(shared.events()),
        new LimitRequest(
            metrics.counting(shared.limiter()), security.refreshTokens(), config.limits().rates()),
        new RunOnce(record.idempotencyLedger(), ids, config.http().keyLifetime()));
  }

  /** Statistics of one second are the same for whoever asks, so that one copy serves them all. */
  private static InstantSource wholeSeconds(InstantSource clock) {
    return () -> clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private static FirstAdmin firstAdmin(Config config) {
    return config.auth().adminEmail().map(FirstAdmin::of).orElse(FirstAdmin.NOBODY);
  }

  /** What reads in at start what is likely to be asked for. */
  static WarmUp warmUp(RecordStore record, Shared shared) {
    Cache cache = shared.cache();
    return new WarmUp(
        record.sessions(),
        new CachedUsers(new FencedUsers(record.users(), cache), cache),
        new CachedTodos(new FencedTodos(record.todos(), cache), cache),
        new PageRequest(ListLimit.BY_DEFAULT, Optional.empty()));
  }

  /** What clears the record of what has expired. */
  static PurgeExpired purgeExpired(RecordStore record, InstantSource clock) {
    return new PurgeExpired(
        record.sessions(),
        record.refreshFamilies(),
        record.revokedTokens(),
        record.idempotencyLedger(),
        record.todos(),
        clock);
  }

  private static HttpSettings httpSettings(Config config, SecurityAdapters security) {
    Config.Http http = config.http();
    return new HttpSettings(
        http.host(),
        http.port(),
        http.requireIfMatch(),
        Set.copyOf(http.corsOrigins()),
        http.publicUrl(),
        security.derivedKeys("list-cursor"),
        security.derivedKeys("idempotency-fingerprint"),
        version(),
        switch (config.environment()) {
          case DEVELOPMENT -> HttpSettings.Environment.DEVELOPMENT;
          case PRODUCTION -> HttpSettings.Environment.PRODUCTION;
        },
        HttpSettings.DEFAULT_MAX_CONCURRENT_REQUESTS,
        HttpSettings.DEFAULT_DRAIN_TIME,
        http.trustedProxies());
  }

  /** As the jar's manifest says; what is not run from the jar has none. */
  private static String version() {
    return Optional.ofNullable(Wiring.class.getPackage().getImplementationVersion())
        .orElse("unreleased");
  }
}
