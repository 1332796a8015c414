package dev.honeydo.adapters.http.health;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.honeydo.adapters.http.exchange.Answer;
import dev.honeydo.adapters.http.exchange.Caching;
import dev.honeydo.adapters.http.exchange.Route;
import java.util.List;
import java.util.function.Supplier;

/**
 * What is measured, for Prometheus to collect. It is served however much else is being done: that
 * is when it is wanted.
 */
public final class MetricsRoutes {
  private static final String PROMETHEUS_TEXT = "text/plain;version=0.0.4;charset=utf-8";

  private final Supplier<String> page;

  /**
   * Wires the route.
   *
   * @param page all that is measured, in the text format of Prometheus, version 0.0.4
   */
  public MetricsRoutes(Supplier<String> page) {
    this.page = page;
  }

  /** The route. */
  public List<Route> routes() {
    return List.of(
        Route.of(
                "GET",
                "/metrics",
                Caching.NO_STORE,
                _ -> Answer.of(200, PROMETHEUS_TEXT, page.get().getBytes(UTF_8)))
            .always());
  }
}
