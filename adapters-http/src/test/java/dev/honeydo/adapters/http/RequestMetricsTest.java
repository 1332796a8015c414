package dev.honeydo.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.search.Search;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is measured of requests. */
class RequestMetricsTest {
  private final AtomicReference<TodosInDoubt> todos = new AtomicReference<>();
  private final TestServer server =
      TestServer.start(options ->
          options
              .atOnce(1)
              .todos(kept -> {
                todos.set(new TodosInDoubt(kept));
                return todos.get();
              }));
  private final Client client = server.client();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void requestsAreCountedByRouteAndStatusWhateverTheirPath() {
    Client ada = client.registered();
    for (int i = 0; i < 3; i++) {
      ada.get("/api/todos/nobody-has-" + i).expect(404);
    }
    ada.post("/api/v1/todos", "{\"heading\":\"a\"}").expect(201);
    ada.get("/nowhere/at/all").expect(404);
    ada.send("PATCH", "/api/todos").expect(405);
    ada.send("HEAD", "/api/todos").expect(200);

    assertThat(timed("GET", "/api/todos/{id}", "404").count()).isEqualTo(3);
    assertThat(timed("POST", "/api/todos", "201").count()).isOne();
    assertThat(timed("other", "none", "404").count()).isOne();
    assertThat(timed("other", "none", "405").count()).isOne();
    assertThat(timed("GET", "/api/todos", "200").count()).isOne();
    assertThat(server.metrics.getMetersAsString()).doesNotContain("nobody-has", "nowhere");
  }

  @Test
  void requestsAreTimed() {
    Client ada = client.registered();
    todos.get().beforePage(() -> server.clock.elapse(Duration.ofMillis(70)));
    ada.get("/api/todos").expect(200);

    Timer timer = timed("GET", "/api/todos", "200");
    assertThat(timer.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(70);
    assertThat(timer.takeSnapshot().histogramCounts())
        .filteredOn(it -> it.count() == 1)
        .extracting(it -> it.bucket(TimeUnit.MILLISECONDS))
        .first()
        .isEqualTo(100.0);
  }

  @Test
  void loginsAreCountedByOutcome() {
    String email = Client.address();
    client.login(email);
    client.post("/api/auth/login", Client.credentials(email).replace("horse", "house")).expect(401);
    client.post("/api/auth/login", "{}").expect(422);

    assertThat(count("honeydo.logins", "outcome", "success")).isOne();
    assertThat(count("honeydo.logins", "outcome", "invalid_credentials")).isOne();
    assertThat(count("honeydo.problems", "code", "invalid_credentials")).isOne();
    assertThat(count("honeydo.problems", "code", "validation_failed")).isOne();
  }

  @Test
  void repetitionsAreCounted() {
    Client ada = client.registered().with("Idempotency-Key", "a-key-that-is-long-enough");
    ada.post("/api/todos", "{\"heading\":\"a\"}").expect(201);
    ada.post("/api/todos", "{\"heading\":\"a\"}").expect(201);
    ada.post("/api/todos", "{\"heading\":\"b\"}").expect(422);

    assertThat(server.metrics.get("honeydo.idempotency.replays").counter().count()).isOne();
    assertThat(count("honeydo.problems", "code", "idempotency_key_reused")).isOne();
  }

  @Test
  void whoIsTurnedAwayUnheardIsCountedAndWhoIsWorkedOnIsSeen() throws Exception {
    Client ada = client.registered();
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    todos
        .get()
        .beforePage(() -> {
          arrived.countDown();
          await(gate);
        });
    assertThat(gauge("honeydo.http.permits.available")).isOne();
    CompletableFuture<Client.Reply> first =
        CompletableFuture.supplyAsync(
            () -> ada.get("/api/todos"), task -> Thread.ofVirtual().start(task));
    await(arrived);
    try {
      assertThat(gauge("honeydo.http.permits.available")).isZero();
      assertThat(gauge("honeydo.http.permits")).isOne();
      assertThat(gauge("honeydo.http.requests.in.flight")).isOne();
      ada.get("/api/users/me").expect(503, "overloaded");
      // However much is being done, what is measured can be had.
      assertThat(client.get("/metrics").expect(200).body()).contains("honeydo.http.requests.shed");
    } finally {
      gate.countDown();
    }
    assertThat(first.get(5, TimeUnit.SECONDS).status()).isEqualTo(200);
    assertThat(server.metrics.get("honeydo.http.requests.shed").counter().count()).isOne();
    assertThat(gauge("honeydo.http.requests.in.flight")).isZero();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Timer timed(String method, String route, String status) {
    Timer timer =
        search("http.server.requests")
            .tag("method", method)
            .tag("route", route)
            .tag("status", status)
            .timer();
    if (timer == null) {
      throw new AssertionError("nothing is measured of " + method + " " + route + " " + status);
    }
    return timer;
  }

  private double count(String name, String tag, String value) {
    return server.metrics.get(name).tag(tag, value).counter().count();
  }

  private double gauge(String name) {
    return server.metrics.get(name).gauge().value();
  }

  private Search search(String name) {
    return server.metrics.find(name);
  }
}
