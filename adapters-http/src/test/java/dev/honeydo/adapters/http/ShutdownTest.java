package dev.honeydo.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShutdownTest {
  private final CountDownLatch arrived = new CountDownLatch(2);
  private final CountDownLatch gate = new CountDownLatch(1);
  private final AtomicReference<TodosInDoubt> todos = new AtomicReference<>();
  private final TestServer server =
      TestServer.start(options ->
          options
              .atOnce(2)
              .todos(kept -> {
                todos.set(new TodosInDoubt(kept));
                return todos.get();
              }));
  private final Client ada = server.client().registered();

  @AfterEach
  void stop() {
    gate.countDown();
    server.close();
  }

  private void holdLists() {
    todos
        .get()
        .beforePage(() -> {
          arrived.countDown();
          await(gate);
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private CompletableFuture<Client.Reply> list() {
    return CompletableFuture.supplyAsync(
        () -> ada.get("/api/todos"), task -> Thread.ofVirtual().start(task));
  }

  @Test
  void whoDrainsIsNotReadyButServes() {
    server.client().get("/readyz").expect(200);
    server.server.drain();
    Client.Reply ready = server.client().get("/readyz").expect(503);
    assertThat(ready.body()).isEqualTo("{\"status\":\"draining\"}");
    assertThat(ready.header("Retry-After")).isEqualTo("1");
    assertThat(ready.header("Connection")).isEqualTo("close");
    server.client().get("/livez").expect(200);
    ada.post("/api/todos", "{\"heading\":\"a\"}").expect(201);
  }

  @Test
  void whatIsInFlightIsAnsweredBeforeTheServerStops() throws Exception {
    holdLists();
    CompletableFuture<Client.Reply> first = list();
    CompletableFuture<Client.Reply> second = list();
    await(arrived);
    int port = server.port();

    CompletableFuture<?> closing =
        CompletableFuture.runAsync(server.server::close, task -> Thread.ofVirtual().start(task));
    awaitRefusal(port);
    assertThat(first.isDone() || second.isDone() || closing.isDone()).isFalse();

    // Longer than an idle connection would be given.
    assertThatThrownBy(() -> first.get(1500, TimeUnit.MILLISECONDS))
        .isInstanceOf(java.util.concurrent.TimeoutException.class);
    gate.countDown();
    assertThat(first.get(5, TimeUnit.SECONDS).status()).isEqualTo(200);
    assertThat(second.get(5, TimeUnit.SECONDS).status()).isEqualTo(200);
    assertThat(closing.get(5, TimeUnit.SECONDS)).isNull();
  }

  @Test
  void whoComesOnAnOpenConnectionWhileTheServerStopsIsToldSo() throws Exception {
    Map<String, RawConnection> open = new LinkedHashMap<>();
    for (String path : List.of("/readyz", "/livez", "/api/todos", "/nowhere")) {
      RawConnection connection = new RawConnection(server.port());
      assertThat(connection.send(request("/livez")).read().status()).isEqualTo(200);
      open.put(path, connection);
    }
    // Behind that: a connection whose answer is written, but not quite done with, ends with it.
    holdLists();
    CompletableFuture<Client.Reply> first = list();
    CompletableFuture<Client.Reply> second = list();
    await(arrived);

    int port = server.port();
    CompletableFuture<?> closing =
        CompletableFuture.runAsync(server.server::close, task -> Thread.ofVirtual().start(task));
    awaitRefusal(port);
    Map<String, RawConnection.Answered> answers = new LinkedHashMap<>();
    open.forEach((path, it) -> answers.put(path, it.send(request(path)).read()));
    gate.countDown();
    assertThat(first.get(5, TimeUnit.SECONDS).status()).isEqualTo(200);
    assertThat(second.get(5, TimeUnit.SECONDS).status()).isEqualTo(200);
    assertThat(closing.get(5, TimeUnit.SECONDS)).isNull();

    answers.forEach((path, answer) -> {
      assertThat(answer.status()).as(path).isEqualTo(path.equals("/livez") ? 200 : 503);
      assertThat(answer.header("Connection")).as(path).isEqualTo("close");
      assertThat(answer.header("X-Request-Id")).isEqualTo(TestServer.MADE_ID);
      if (path.equals("/readyz")) {
        assertThat(answer.body()).isEqualTo("{\"status\":\"draining\"}");
      } else if (path.equals("/livez")) {
        assertThat(answer.body()).isEqualTo("{\"status\":\"alive\"}");
      } else {
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(answer.json().path("code").asText()).isEqualTo("overloaded");
        assertThat(answer.json().path("instance").asText()).isEqualTo(path);
        assertThat(answer.json().path("detail").asText()).startsWith("The server is stopping");
      }
    });
    open.values().forEach(RawConnection::close);
  }

  private static String request(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
  }

  /**
   * Asks until nobody listens. A connection that waits to be accepted at the very moment at which
   * the listening socket closes is reset, not refused: it tells nothing, and the next one is asked.
   */
  private static void awaitRefusal(int port) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (System.nanoTime() < end) {
      try (RawConnection _ = new RawConnection(port)) {
        Thread.onSpinWait();
      } catch (UncheckedIOException e) {
        if (e.getCause() instanceof ConnectException) {
          return;
        }
        assertThat(e.getCause()).isInstanceOf(SocketException.class);
      }
    }
    throw new AssertionError("still takes connections");
  }

  @Test
  void whatDoesNotEndInTimeDoesNotKeepTheServerFromStopping() {
    holdLists();
    CompletableFuture<Client.Reply> first = list();
    CompletableFuture<Client.Reply> second = list();
    await(arrived);
    long start = System.nanoTime();
    try (LogOf log = new LogOf()) {
      server.server.close();
      assertThat(log.lines()).hasSize(1);
      assertThat(log.lines().getFirst()).contains("still in flight").doesNotContain("\n");
    }
    assertThat(System.nanoTime() - start).isBetween(seconds(2), seconds(12));
    gate.countDown();
    assertThatThrownBy(first::join).hasRootCauseInstanceOf(java.io.IOException.class);
    assertThatThrownBy(second::join).hasRootCauseInstanceOf(java.io.IOException.class);
  }

  private static long seconds(int seconds) {
    return TimeUnit.SECONDS.toNanos(seconds);
  }

  @Test
  void toCloseAgainDoesNothing() {
    server.server.close();
    server.server.close();
    assertThatThrownBy(server::port).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void noMoreIsWorkedOnAtOnceThanWasAgreed() throws Exception {
    holdLists();
    CompletableFuture<Client.Reply> first = list();
    CompletableFuture<Client.Reply> second = list();
    await(arrived);

    Client.Reply third = ada.get("/api/users/me");

    third.expect(503, "overloaded");
    assertThat(third.header("Retry-After")).isEqualTo("1");
    server.client().get("/livez").expect(200);
    server.client().get("/readyz").expect(200);
    gate.countDown();
    assertThat(first.get(5, TimeUnit.SECONDS).status()).isEqualTo(200);
    assertThat(second.get(5, TimeUnit.SECONDS).status()).isEqualTo(200);
    ada.get("/api/users/me").expect(200);
  }

  @Test
  void clientsThatSendSlowlyKeepNobodyWaiting() {
    String head =
        String.join(
            "\r\n",
            "POST /api/auth/login HTTP/1.1",
            "Host: x",
            "Content-Length: 100",
            "Content-Type: application/json",
            "Expect: 100-continue",
            "",
            "");
    List<RawConnection> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 8; i++) {
        slow.add(new RawConnection(server.port()).send(head));
      }
      // Told to go on, they are being read from, and send nothing.
      slow.forEach(it -> assertThat(it.readHead()).startsWith("HTTP/1.1 100"));
      ada.get("/api/todos").expect(200);
    } finally {
      slow.forEach(RawConnection::close);
    }
  }

  @Test
  void requestsRunOnVirtualThreads() {
    AtomicReference<Boolean> virtual = new AtomicReference<>(false);
    todos.get().beforePage(() -> virtual.set(Thread.currentThread().isVirtual()));
    ada.get("/api/todos").expect(200);
    assertThat(virtual.get()).isTrue();
  }

  @Test
  void aPortThatIsTakenIsSaidToBe() {
    assertThatThrownBy(() -> TestServer.start(options -> options.port(server.port())))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(Integer.toString(server.port()));
  }
}
