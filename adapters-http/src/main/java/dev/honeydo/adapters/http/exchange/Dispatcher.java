package dev.honeydo.adapters.http.exchange;

import dev.honeydo.adapters.http.client.TrustedProxies;
import dev.honeydo.adapters.http.exchange.RouteTable.Found;
import dev.honeydo.adapters.http.exchange.RouteTable.Nowhere;
import dev.honeydo.adapters.http.exchange.RouteTable.Options;
import dev.honeydo.adapters.http.exchange.RouteTable.WrongMethod;
import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.ProblemType;
import dev.honeydo.adapters.http.problem.Refused;
import dev.honeydo.application.limit.LimitRequest;
import dev.honeydo.application.port.PortUnavailable;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Takes each request to its route and writes what it answers; the one place where what is thrown
 * becomes a problem.
 *
 * <p>No more requests are worked on at once than were agreed on; one that waits longer than {@link
 * #PATIENCE} is turned away. (Jetty's own bound for virtual threads cannot do that: its execution
 * strategy starts them past the pool's limit.)
 */
public final class Dispatcher implements Handler {
  /** The request attribute that holds the request's id. */
  public static final String REQUEST_ID = "honeydo.request-id";

  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final Logger ACCESS = LoggerFactory.getLogger("dev.honeydo.access");

  /** What log lines of a request bear its id under. */
  private static final String LOGGED_ID = "request_id";

  private final RouteTable routes;
  private final Admission admission;
  private final LimitRequest limitRequest;
  private final Idempotency idempotency;
  private final TrustedProxies proxies;
  private final Cors cors;
  private final Semaphore permits;
  private final boolean tellsTiming;
  private final RequestMetrics metrics;
  private final Outages outages;
  private final BooleanSupplier stopping;

  /**
   * Serves these routes, working on {@code atOnce} requests at once.
   *
   * @param tellsTiming whether answers to reads tell what was noted in {@link ServerTiming}
   * @param stopping whether no further request can come over a connection
   */
  public Dispatcher(
      RouteTable routes,
      Admission admission,
      LimitRequest limitRequest,
      Idempotency idempotency,
      TrustedProxies proxies,
      Cors cors,
      int atOnce,
      boolean tellsTiming,
      RequestMetrics metrics,
      BooleanSupplier stopping) {
    this.routes = routes;
    this.admission = admission;
    this.limitRequest = limitRequest;
    this.idempotency = idempotency;
    this.proxies = proxies;
    this.cors = cors;
    this.permits = new Semaphore(atOnce);
    this.tellsTiming = tellsTiming;
    this.metrics = metrics;
    this.stopping = stopping;
    this.outages = new Outages(metrics::nanoTime);
    metrics.watch(permits, atOnce);
  }

  @Override
  public void handle(Context context) {
    HttpServletRequest request = context.req();
    HttpServletResponse response = context.res();
    MDC.put(LOGGED_ID, id(request));
    try {
      Answer answer = Compression.of(request, cors.of(request, answer(request)));
      ACCESS.debug("{} {} {}", request.getMethod(), request.getRequestURI(), answer.status());
      write(request, response, answer);
    } catch (IOException gone) {
      LOG.debug("{} went away before it was answered", id(request));
    } finally {
      MDC.remove(LOGGED_ID);
    }
  }

  private Answer answer(HttpServletRequest request) {
    // Not Javalin's idea of the method: that one can be overridden by a header.
    return safely(
        request,
        () ->
            switch (routes.find(request.getMethod(), request.getRequestURI())) {
              case Found found -> metrics.measured(found.route(), () -> metered(request, found));
              case Options(String allow) -> cors.options(request, allow);
              case WrongMethod(String allow) ->
                  metrics.measured(() ->
                      refusal(request, Problem.of(ProblemType.METHOD_NOT_ALLOWED))
                          .with("Allow", allow));
              case Nowhere() ->
                  metrics.measured(() -> refusal(request, Problem.of(ProblemType.NOT_FOUND)));
            });
  }

  private Answer metered(HttpServletRequest request, Found found) {
    Sender sender = new Sender(request, proxies);
    Meter meter = new Meter(limitRequest, found.route().limit(), sender);
    return meter.label(safely(request, () -> bounded(request, found, meter, sender)));
  }

  private Answer safely(HttpServletRequest request, Supplier<Answer> handling) {
    String id = id(request);
    try {
      return handling.get();
    } catch (PortUnavailable down) {
      outages.refused(id, down);
      return refusal(request, Problem.of(ProblemType.DEPENDENCY_UNAVAILABLE));
    } catch (RuntimeException | Error bug) {
      if (bug instanceof HttpException malformed) {
        LOG.debug("{} is malformed", id, bug);
        return refusal(request, ProblemStatus.of(malformed.getCode(), malformed.getReason()));
      }
      LOG.error("{} failed at {} {}", id, request.getMethod(), request.getRequestURI(), bug);
      return refusal(request, Problem.of(ProblemType.INTERNAL_ERROR));
    }
  }

  private Answer bounded(HttpServletRequest request, Found found, Meter meter, Sender sender) {
    RequestBody body = RequestBody.receive(request, found.route().body());
    Visit visit = new Visit(found, body, meter, sender);
    if (!found.route().bounded()) {
      return served(request, visit);
    }
    if (!acquire()) {
      metrics.shed();
      return refusal(request, Problem.overloaded(PATIENCE));
    }
    try {
      return served(request, visit);
    } finally {
      permits.release();
    }
  }

  private boolean acquire() {
    try {
      return permits.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Answer served(HttpServletRequest request, Visit visit) {
    Route route = visit.found().route();
    Answer answer;
    try {
      Exchange exchange =
          new Exchange(
              request, visit.found(), visit.body(), id(request), visit.meter(), visit.sender());
      answer = route.surroundings().handle(exchange, () -> admitted(exchange, visit));
    } catch (Refused refused) {
      answer = refusal(request, refused.problem());
    }
    if (answer.status() == 415 && route.body() == BodyKind.MERGE_PATCH) {
      answer.with("Accept-Patch", String.join(", ", route.body().mediaTypes()));
    }
    if (!answer.has("Cache-Control")) {
      answer.with("Cache-Control", route.caching().cacheControl());
    }
    Optional<String> vary = route.caching().vary();
    return vary.isPresent() ? answer.with("Vary", vary.get()) : answer;
  }

  private Answer admitted(Exchange exchange, Visit visit) {
    Route route = visit.found().route();
    if (route.needsLogin()) {
      exchange.admit(admission.admit(exchange));
    }
    visit.body().check();
    return route.idempotent()
        ? idempotency.answer(exchange, route)
        : handled(exchange, route.handler());
  }

  /** Beside the point is what letting the caller in took: that is not what they asked for. */
  private Answer handled(Exchange exchange, Route.Handler handler) {
    return tellsTiming && exchange.isSafe()
        ? ServerTiming.told(() -> handler.answer(exchange))
        : handler.answer(exchange);
  }

  private void write(HttpServletRequest request, HttpServletResponse response, Answer answer)
      throws IOException {
    response.setStatus(answer.status());
    answer.forEachHeader(response::addHeader);
    if (stopping.getAsBoolean()) {
      // Else a client sends its next request into a connection that is about to end.
      response.setHeader("Connection", "close");
    }
    if (answer.mediaType().isEmpty()) {
      // Javalin has set one by then.
      response.setHeader("Content-Type", null);
      if (answer.status() == 304) {
        // Else Jetty says that the page is empty, in a Content-Length (RFC 9110, section 8.6).
        response.flushBuffer();
      }
      return;
    }
    response.setContentType(answer.mediaType().get());
    if (answer.stream().isPresent()) {
      stream(request, response, answer.stream().get());
      return;
    }
    response.setContentLength(answer.length());
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(answer.body());
    }
  }

  private static void stream(
      HttpServletRequest request, HttpServletResponse response, Answer.Stream stream)
      throws IOException {
    if (request.getMethod().equals("HEAD")) {
      stream.abandon();
      return;
    }
    stream.writeTo(response.getOutputStream());
  }

  private static Answer refusal(HttpServletRequest request, Problem problem) {
    return Answer.problem(problem, request.getRequestURI(), id(request));
  }

  private static String id(HttpServletRequest request) {
    return String.valueOf(request.getAttribute(REQUEST_ID));
  }

  /** What is known of a request before it is its turn. */
  private record Visit(Found found, RequestBody body, Meter meter, Sender sender) {}
}
