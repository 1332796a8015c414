package dev.honeydo.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients see when something behind the server fails. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {
  private final AtomicReference<TodosInDoubt> todos = new AtomicReference<>();
  private final TestServer server =
      TestServer.start(options ->
          options.todos(kept -> {
            todos.set(new TodosInDoubt(kept));
            return todos.get();
          }));
  private String email = "";
  private Client.Reply login = server.client().get("/livez");
  private Client ada = server.client();
  private String todo = "";

  @BeforeEach
  void register() {
    // So that what failed in one test is news again in the next.
    server.clock.elapse(Duration.ofMinutes(1));
    email = Client.address();
    login = server.client().login(email);
    ada = server.client().bearer(login.json().get("access_token").textValue());
    todo = ada.post("/api/todos", "{\"heading\":\"a\"}").header("Location");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest(name = "{0} {1} without {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "POST   | /api/auth/register | {'name':'A','email':'{email}','password':'12345678x'} | Users",
        "POST   | /api/auth/login    | {'email':'{email}','password':'{password}'} | Users",
        "POST   | /api/auth/login    | {'email':'{email}','password':'{password}'} | Sessions",
        "POST   | /api/auth/login    | {'email':'{email}','password':'{password}'} | RefreshFamilies",
        "POST   | /api/auth/refresh  | {'refresh_token':'{refresh}'} | RefreshFamilies",
        "POST   | /api/auth/refresh  | {'refresh_token':'{refresh}'} | Sessions",
        "POST   | /api/auth/logout   | `` | Sessions",
        "GET    | /api/users/me      | `` | Users",
        "GET    | /api/users/me      | `` | Sessions",
        "PATCH  | /api/users/me      | {'name':'B'} | Users",
        "DELETE | /api/users/me      | {'current_password':'{password}'} | Users",
        "DELETE | /api/users/me      | {'current_password':'{password}'} | Sessions",
        "POST   | /api/todos         | {'heading':'b'} | Todos",
        "POST   | /api/todos         | {'heading':'b'} | Sessions",
        "GET    | /api/todos         | `` | Todos",
        "GET    | {todo}             | `` | Todos",
        "PUT    | {todo}             | {'heading':'b'} | Todos",
        "PATCH  | {todo}             | {'heading':'b'} | Todos",
        "DELETE | {todo}             | `` | Todos"
      })
  void whatCannotBeReachedIsUnavailable(String method, String path, String body, String port) {
    String before = whatThereIs();
    String sent =
        body.replace('\'', '"')
            .replace("{email}", email)
            .replace("{password}", Client.PASSWORD)
            .replace("{refresh}", login.json().get("refresh_token").textValue());
    Client.Reply reply;
    try (LogOf log = new LogOf()) {
      available(port, false);
      reply = ada.with("X-Request-Id", "r-1").json(method, path.replace("{todo}", todo), sent);
      available(port, true);

      assertThat(log.lines()).hasSize(1);
      assertThat(log.lines().getFirst())
          .startsWith("WARN r-1 " + port + ".")
          .doesNotContain(Client.PASSWORD, "\n");
    }
    reply.expect(503, "dependency_unavailable");
    assertThat(reply.header("Retry-After")).isEqualTo("5");
    assertThat(reply.header("Set-Cookie")).isEmpty();
    assertThat(reply.header("WWW-Authenticate")).isEmpty();
    assertThat(reply.body()).doesNotContain(port, "Exception");
    assertThat(whatThereIs()).isEqualTo(before);
  }

  private String whatThereIs() {
    return ada.get("/api/todos").expect(200).body() + ada.get("/api/users/me").expect(200).body();
  }

  private void available(String port, boolean available) {
    switch (port) {
      case "Users" -> server.users.setAvailable(available);
      case "Todos" -> server.todos.setAvailable(available);
      case "Sessions" -> server.sessions.setAvailable(available);
      case "RefreshFamilies" -> server.families.setAvailable(available);
      default -> throw new IllegalArgumentException(port);
    }
  }

  @Test
  void withoutAnythingTheServerStillLives() {
    server.users.setAvailable(false);
    server.todos.setAvailable(false);
    server.sessions.setAvailable(false);
    server.client().get("/livez").expect(200);
    server.client().get("/readyz").expect(200);
    server.client().get("/problems/overloaded").expect(200);
    server.client().get("/api/todos").expect(401, "authentication_required");
    try (LogOf log = new LogOf()) {
      ada.get("/api/todos").expect(503, "dependency_unavailable");
      assertThat(log.lines()).hasSize(1);
    }
    server.users.setAvailable(true);
    server.todos.setAvailable(true);
    server.sessions.setAvailable(true);
    ada.get("/api/todos").expect(200);
  }

  @Test
  void whatGoesOnFailingIsToldOnceInAWhileAndCounted() {
    try (LogOf log = new LogOf()) {
      server.todos.setAvailable(false);
      for (int i = 0; i < 10; i++) {
        ada.with("X-Request-Id", "r-" + i).get("/api/todos").expect(503);
      }
      assertThat(log.lines()).hasSize(1);
      assertThat(log.lines().getFirst()).startsWith("WARN r-0 Todos.");

      server.clock.elapse(Duration.ofSeconds(30));
      ada.with("X-Request-Id", "r-x").get("/api/todos").expect(503);
      server.users.setAvailable(false);
      ada.with("X-Request-Id", "r-y").get("/api/users/me").expect(503);
      assertThat(log.lines()).hasSize(3);
      assertThat(log.lines().get(1)).startsWith("WARN r-x Todos.").contains("9 requests before it");
      assertThat(log.lines().get(2)).startsWith("WARN r-y Users.");
    } finally {
      server.todos.setAvailable(true);
      server.users.setAvailable(true);
    }
  }

  @Test
  void eachRequestThatIsRefusedIsToldAtDebug() {
    try (LogOf log = LogOf.everything("dev.honeydo.adapters.http.exchange.Outages")) {
      server.todos.setAvailable(false);
      ada.with("X-Request-Id", "r-1").get("/api/todos").expect(503);
      ada.with("X-Request-Id", "r-2").get("/api/todos").expect(503);

      assertThat(log.lines()).filteredOn(it -> it.startsWith("DEBUG r-1 Todos.")).hasSize(1);
      assertThat(log.lines()).filteredOn(it -> it.startsWith("DEBUG r-2 Todos.")).hasSize(1);
    } finally {
      server.todos.setAvailable(true);
    }
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void aBugIsLoggedOnceUnderTheRequestsIdAndNotTold(boolean error) {
    todos
        .get()
        .beforePage(() -> {
          if (error) {
            throw new AssertionError("my secret");
          }
          throw new IllegalStateException("my secret");
        });
    try (LogOf log = new LogOf()) {
      Client.Reply reply = ada.with("X-Request-Id", "r-2").get("/api/todos");

      reply.expect(500, "internal_error");
      assertThat(reply.header("X-Request-Id")).isEqualTo("r-2");
      assertThat(reply.body()).doesNotContain("secret", "Exception", "Error\"", "dev.honeydo");
      assertThat(log.lines()).hasSize(1);
      assertThat(log.lines().getFirst()).startsWith("ERROR r-2 ").contains("my secret", "\tat ");
    } finally {
      todos.get().beforePage(() -> {});
    }
    ada.get("/api/todos").expect(200);
  }

  @Test
  void aClientThatGoesAwayIsNotAnError() throws Exception {
    String task = "x".repeat(10_000);
    for (int i = 0; i < 100; i++) {
      ada.post("/api/todos", "{\"heading\":\"a\",\"task\":\"" + task + "\"}").expect(201);
    }
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch gone = new CountDownLatch(1);
    CountDownLatch written = new CountDownLatch(1);
    todos
        .get()
        .beforePage(() -> {
          arrived.countDown();
          await(gone);
        });
    String token = login.json().get("access_token").textValue();
    try (LogOf log = new LogOf();
        RawConnection connection = new RawConnection(server.port())) {
      RawConnection _ =
          connection.send(
              "GET /api/todos?limit=100 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                  + token
                  + "\r\n\r\n");
      await(arrived);
      connection.reset();
      gone.countDown();
      todos.get().beforePage(written::countDown);
      ada.get("/api/todos").expect(200);
      await(written);
      assertThat(log.lines()).isEmpty();
    } finally {
      todos.get().beforePage(() -> {});
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void refusalsAreNotLogged() {
    try (LogOf log = new LogOf()) {
      ada.get("/api/todos?limit=x").expect(400);
      ada.post("/api/todos", "{").expect(400);
      ada.post("/api/todos", "{}").expect(422);
      server.client().get("/api/todos").expect(401);
      ada.get("/nowhere").expect(404);
      assertThat(log.lines()).isEmpty();
    }
  }
}
