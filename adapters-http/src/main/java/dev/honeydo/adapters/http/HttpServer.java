package dev.honeydo.adapters.http;

import dev.honeydo.adapters.http.auth.AuthRoutes;
import dev.honeydo.adapters.http.auth.CrossSiteRule;
import dev.honeydo.adapters.http.auth.Login;
import dev.honeydo.adapters.http.cache.CacheRoutes;
import dev.honeydo.adapters.http.client.TrustedProxies;
import dev.honeydo.adapters.http.event.EventPace;
import dev.honeydo.adapters.http.event.EventRoutes;
import dev.honeydo.adapters.http.event.OpenStreams;
import dev.honeydo.adapters.http.exchange.Cors;
import dev.honeydo.adapters.http.exchange.Dispatcher;
import dev.honeydo.adapters.http.exchange.Idempotency;
import dev.honeydo.adapters.http.exchange.RequestMetrics;
import dev.honeydo.adapters.http.exchange.Route;
import dev.honeydo.adapters.http.exchange.RouteTable;
import dev.honeydo.adapters.http.exchange.ServerTiming;
import dev.honeydo.adapters.http.exchange.Sources;
import dev.honeydo.adapters.http.health.HealthRoutes;
import dev.honeydo.adapters.http.health.MetricsRoutes;
import dev.honeydo.adapters.http.health.Readiness;
import dev.honeydo.adapters.http.list.SealedCursors;
import dev.honeydo.adapters.http.openapi.OpenApiRoutes;
import dev.honeydo.adapters.http.page.LandingPage;
import dev.honeydo.adapters.http.page.ProblemPages;
import dev.honeydo.adapters.http.page.ReferencePage;
import dev.honeydo.adapters.http.page.WebClient;
import dev.honeydo.adapters.http.session.SessionCookie;
import dev.honeydo.adapters.http.session.SessionRoutes;
import dev.honeydo.adapters.http.todo.TodoBatchRoutes;
import dev.honeydo.adapters.http.todo.TodoListRoutes;
import dev.honeydo.adapters.http.todo.TodoRoutes;
import dev.honeydo.adapters.http.user.AdminRoutes;
import dev.honeydo.adapters.http.user.UserRoutes;
import dev.honeydo.application.todo.TodoQueries;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Serves the use cases over HTTP/1.1, as {@code API.md} says.
 *
 * <p>Thread-safe. It is started once and closed for good.
 */
public final class HttpServer implements AutoCloseable {
  private final RouteTable routes;
  private final Readiness readiness = new Readiness();
  private final OpenStreams streams;
  private final Listener listener;

  /**
   * What is measured, and how it is shown.
   *
   * @param registry where the server's own measurements go
   * @param page all measurements, as text for Prometheus
   */
  public record Metrics(MeterRegistry registry, Supplier<String> page) {}

  /**
   * A server that is not started yet.
   *
   * @param requestIds makes the id of a request that brings none: 1 to 128 characters of {@code
   *     A-Z}, {@code a-z}, {@code 0-9}, {@code .}, {@code _} and {@code -}
   */
  public HttpServer(
      HttpSettings settings, UseCases useCases, Supplier<String> requestIds, Metrics metrics) {
    this(settings, useCases, requestIds, metrics, EventPace.DEFAULT);
  }

  HttpServer(
      HttpSettings settings,
      UseCases useCases,
      Supplier<String> requestIds,
      Metrics metrics,
      EventPace pace) {
    this.streams = new OpenStreams(pace);
    EventRoutes events =
        new EventRoutes(useCases.eventQueries(), useCases.authenticate(), pace, streams);
    this.routes =
        new RouteTable(
            Stream.of(
                    routes(settings, useCases, readiness, metrics),
                    events.routes(),
                    pages(
                        settings, health(settings, useCases, readiness), this::routes, requestIds))
                .flatMap(List::stream)
                .toList());
    CrossSiteRule rule = new CrossSiteRule(settings.corsOrigins(), settings.publicUrl());
    Login login = new Login(useCases.authenticate(), useCases.userQueries(), rule);
    RequestMetrics measured = new RequestMetrics(metrics.registry(), routes.routes());
    measured.watchStreams(streams::count);
    Dispatcher dispatcher =
        new Dispatcher(
            routes,
            login,
            useCases.limitRequest(),
            new Idempotency(useCases.runOnce(), settings.fingerprintKeys()),
            new TrustedProxies(settings.trustedProxies()),
            new Cors(settings.corsOrigins()),
            settings.maxConcurrentRequests(),
            settings.environment() == HttpSettings.Environment.DEVELOPMENT,
            measured,
            () -> readiness.state() == Readiness.State.DRAINING);
    this.listener = new Listener(settings, dispatcher, probes(routes.routes()), requestIds);
  }

  private static Set<String> probes(List<Route> routes) {
    return routes.stream()
        .filter(route -> !route.bounded())
        .map(Route::path)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<Route> routes(
      HttpSettings settings, UseCases useCases, Readiness readiness, Metrics metrics) {
    SessionCookie cookie = new SessionCookie(settings.overTls());
    AuthRoutes auth =
        new AuthRoutes(
            useCases.registerUser(),
            useCases.logIn(),
            useCases.refreshSession(),
            useCases.logOut(),
            useCases.logOutEverywhere(),
            cookie);
    SessionRoutes sessions =
        new SessionRoutes(
            useCases.sessionQueries(),
            useCases.editSessionData(),
            useCases.revokeSession(),
            useCases.logOut(),
            useCases.logOutElsewhere(),
            useCases.logOutEverywhere(),
            cookie);
    UserRoutes users =
        new UserRoutes(
            new Sources<>(useCases.cachedUserQueries(), useCases.userQueries()),
            useCases.editProfile(),
            useCases.changePassword(),
            useCases.closeAccount(),
            cookie);
    SealedCursors cursors = new SealedCursors(settings.cursorKeys());
    AdminRoutes admins =
        new AdminRoutes(useCases.userQueries(), useCases.administerUser(), cursors);
    Sources<TodoQueries> todoQueries =
        new Sources<>(useCases.cachedTodoQueries(), useCases.todoQueries());
    TodoRoutes todos =
        new TodoRoutes(
            useCases.createTodo(),
            todoQueries,
            useCases.prefetch(),
            useCases.editTodo(),
            useCases.deleteTodo(),
            settings.requireIfMatch());
    TodoListRoutes lists =
        new TodoListRoutes(
            todoQueries, useCases.prefetch(), useCases.deleteCompletedTodos(), cursors);
    TodoBatchRoutes batches =
        new TodoBatchRoutes(
            useCases.createTodo(),
            useCases.editTodo(),
            useCases.deleteTodo(),
            settings.requireIfMatch());
    CacheRoutes cache =
        new CacheRoutes(
            useCases.cacheQueries(),
            useCases.clearCache(),
            useCases.invalidateUser(),
            useCases.invalidateTodo(),
            useCases.userQueries());
    HealthRoutes health = health(settings, useCases, readiness);
    return Stream.of(
            todos.routes(),
            lists.routes(),
            batches.routes(),
            auth.routes(),
            sessions.routes(),
            users.routes(),
            admins.routes(),
            cache.routes(),
            health.routes(),
            new MetricsRoutes(metrics.page()).routes(),
            new WebClient().routes(),
            new ProblemPages().routes())
        .flatMap(List::stream)
        .toList();
  }

  private static HealthRoutes health(
      HttpSettings settings, UseCases useCases, Readiness readiness) {
    return new HealthRoutes(
        useCases.healthQueries(), readiness, settings.version(), settings.environment().text());
  }

  /** What tells of everything that is served. */
  private static List<Route> pages(
      HttpSettings settings, HealthRoutes health, Supplier<List<Route>> all, Supplier<String> ids) {
    LandingPage landing =
        new LandingPage(
            health::state,
            settings.version(),
            settings.environment().text(),
            settings.publicUrl(),
            all,
            ids);
    return Stream.of(
            landing.routes(),
            new ReferencePage().routes(),
            new OpenApiRoutes(all, settings.version(), settings.publicUrl()).routes())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * Makes ids of requests.
   *
   * @param process what no other process has, 1 to 64 characters of {@code a-z} and {@code 0-9}
   */
  public static Supplier<String> requestIds(String process) {
    return new RequestIds(process);
  }

  /**
   * Tells whoever made the request that this thread works on how long something took, where such
   * things are told ({@code Server-Timing}); elsewhere it does nothing.
   */
  public static void note(String metric, String description, Duration took) {
    ServerTiming.note(metric, description, took);
  }

  /** Everything that is served. */
  public List<Route> routes() {
    return routes.routes();
  }

  /**
   * Listens; from the moment this returns {@code /readyz} is 200.
   *
   * @throws java.io.UncheckedIOException when the address cannot be had
   */
  public void start() {
    listener.start();
    readiness.become(Readiness.State.READY);
  }

  /**
   * The port it listens on.
   *
   * @throws IllegalStateException when it does not listen
   */
  public int port() {
    return listener.port();
  }

  /**
   * Has {@code /readyz} say 503 from now on, so that traffic goes elsewhere; ends streams, whose
   * clients go there, too, and serves on.
   */
  public void drain() {
    readiness.become(Readiness.State.DRAINING);
    streams.end();
  }

  /**
   * Drains, and gives clients time to hear of it: each answer ends its connection, so that whoever
   * goes on asking goes elsewhere rather than finding a connection closed on them.
   *
   * @param most how long to wait for connections to end; those that nobody uses may stay
   */
  public void drain(Duration most) {
    drain();
    listener.awaitNobody(most);
  }

  /**
   * Drains, takes no new connections, waits for the requests in flight as long as {@link
   * HttpSettings#drainTime} at most, and stops. To close it again does nothing.
   */
  @Override
  public void close() {
    drain();
    listener.stop();
  }
}
