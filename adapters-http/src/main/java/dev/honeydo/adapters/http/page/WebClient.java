package dev.honeydo.adapters.http.page;

import dev.honeydo.adapters.http.exchange.Answer;
import dev.honeydo.adapters.http.exchange.Caching;
import dev.honeydo.adapters.http.exchange.Exchange;
import dev.honeydo.adapters.http.exchange.Route;
import java.util.List;

/**
 * Serves the pages that use the API from a browser: {@code /app} for whoever has todos, {@code
 * /admin} for admins. Both are open to everybody, for they hold no data: what they show they ask of
 * the API, as whoever is logged in.
 */
public final class WebClient {
  private static final String INDEX = "index.html";

  /** Nothing inline, nothing foreign, in no frame (W3C Content Security Policy, level 3). */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
          + "img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final StaticFiles app =
      new StaticFiles(
          "web/app",
          List.of(
              INDEX,
              "account.js",
              "api.js",
              "dom.js",
              "icon.svg",
              "live.js",
              "main.js",
              "outbox.js",
              "style.css",
              "sw.js",
              "todo-form.js",
              "todo-list.js",
              "todos.js"));
  private final StaticFiles admin =
      new StaticFiles(
          "web/admin",
          List.of(INDEX, "actions.js", "main.js", "metrics.js", "plot.js", "style.css"));

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        route("/app", exchange -> page(app, exchange)),
        // Scripts of /app/ may look after /app itself when they are told so.
        route(
            "/app/{file}",
            exchange -> file(app, exchange).with("Service-Worker-Allowed", "../app")),
        route("/admin", exchange -> page(admin, exchange)),
        route("/admin/{file}", exchange -> file(admin, exchange)));
  }

  private static Route route(String path, Route.Handler handler) {
    return Route.of("GET", path, Caching.SHARED, handler);
  }

  private static Answer page(StaticFiles files, Exchange exchange) {
    return sealed(files.answer(exchange, INDEX));
  }

  private static Answer file(StaticFiles files, Exchange exchange) {
    return sealed(files.answer(exchange, exchange.argument()));
  }

  private static Answer sealed(Answer answer) {
    return answer
        .with("Content-Security-Policy", POLICY)
        .with("Cross-Origin-Opener-Policy", "same-origin")
        .with("Cross-Origin-Resource-Policy", "same-origin")
        .with("Referrer-Policy", "same-origin");
  }
}
