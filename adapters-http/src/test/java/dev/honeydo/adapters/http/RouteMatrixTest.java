package dev.honeydo.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.adapters.http.exchange.Audience;
import dev.honeydo.adapters.http.exchange.Caching;
import dev.honeydo.adapters.http.exchange.Route;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every route there is, whichever it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteMatrixTest {
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY", "BREW");

  private final TestServer server = TestServer.start();
  private Client ada = server.client();
  private String todo = "";
  private String user = "";
  private String file = "";

  @BeforeAll
  void register() {
    ada = server.client().registered(TestServer.ADMIN.value());
    user = ada.get("/api/users/me").expect(200).json().get("id").textValue();
    Matcher script = Pattern.compile("docs/([^\"]+)\"></script>").matcher(ada.get("/docs").body());
    assertThat(script.find()).isTrue();
    file = script.group(1);
    todo = ada.post("/api/todos", "{\"heading\":\"a\"}").expect(201).header("Location");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void theTableHasTheWholeContract() {
    assertThat(server.server.routes().stream().map(it -> it.method() + " " + it.path()))
        .containsExactlyInAnyOrder(
            "POST /api/auth/register",
            "POST /api/auth/login",
            "POST /api/auth/refresh",
            "POST /api/auth/logout",
            "POST /api/auth/logout-all",
            "GET /api/sessions",
            "DELETE /api/sessions",
            "GET /api/sessions/current",
            "PATCH /api/sessions/current",
            "DELETE /api/sessions/current",
            "DELETE /api/sessions/{id}",
            "GET /api/users/me",
            "PATCH /api/users/me",
            "DELETE /api/users/me",
            "PUT /api/users/me/password",
            "GET /api/users",
            "GET /api/users/{id}",
            "PATCH /api/users/{id}",
            "GET /api/todos",
            "POST /api/todos",
            "GET /api/todos/{id}",
            "PUT /api/todos/{id}",
            "PATCH /api/todos/{id}",
            "DELETE /api/todos/{id}",
            "DELETE /api/todos",
            "GET /api/events",
            "GET /api/todos/search",
            "GET /api/todos/stats",
            "GET /api/todos/changes",
            "POST /api/todos/batch",
            "GET /api/cache/stats",
            "GET /api/cache/info",
            "POST /api/cache/clear",
            "POST /api/cache/invalidate/user/{id}",
            "POST /api/cache/invalidate/todo/{id}",
            "GET /api/health",
            "GET /api/health/redis",
            "GET /api/health/mongo",
            "GET /api/health/detailed",
            "GET /livez",
            "GET /readyz",
            "GET /metrics",
            "GET /",
            "GET /docs",
            "GET /docs/{file}",
            "GET /openapi.json",
            "GET /openapi-3.0.json",
            "GET /problems",
            "GET /app",
            "GET /app/{file}",
            "GET /admin",
            "GET /admin/{file}",
            "GET /problems/{slug}");
  }

  @Test
  void whatAPathDoesNotHaveIsNotAllowedAndWhatItHasIsListed() {
    paths()
        .forEach((path, allowed) -> {
          for (String method : METHODS) {
            if (allowed.contains(method)) {
              assertThat(raw(method, path).status()).as(method + " " + path).isNotIn(404, 405);
              continue;
            }
            RawConnection.Answered answer = raw(method, path);
            assertThat(answer.status()).as(method + " " + path).isEqualTo(405);
            assertThat(answer.header("Allow")).isEqualTo(String.join(", ", allowed));
            if (!method.equals("HEAD")) {
              assertThat(answer.json().path("code").asText()).isEqualTo("method_not_allowed");
              assertThat(answer.json().path("instance").asText()).isEqualTo(path);
            }
          }
        });
  }

  @Test
  void aTrailingSlashMakesItAnotherPath() {
    paths()
        .keySet()
        .forEach(path -> {
          // Behind the slash of "/" there would be an empty segment.
          int status = path.equals("/") ? 400 : 404;
          assertThat(raw("GET", path + "/").status()).as(path + "/").isEqualTo(status);
          assertThat(raw("POST", path + "/").status()).as(path + "/").isEqualTo(status);
        });
  }

  @Test
  void headIsGetWithoutItsBody() {
    paths()
        .forEach((path, allowed) -> {
          // A stream has no end; EventRoutesTest looks at that one.
          if (allowed.contains("GET") && !path.endsWith("/events")) {
            String whole = path.endsWith("/search") ? path + "?q=a" : path;
            Client.Reply get = ada.send("GET", whole).expect(200);
            Client.Reply head = ada.send("HEAD", whole).expect(200);
            assertThat(head.body()).isEmpty();
            Map<String, List<String>> expected = headersOf(get);
            if (path.equals("/metrics")) {
              // Every request adds to what it says.
              expected.put("content-length", headersOf(head).get("content-length"));
            }
            assertThat(headersOf(head)).as(path).isEqualTo(expected);
            assertThat(get.header("Content-Length"))
                .isEqualTo(Integer.toString(get.response().body().length));
          }
        });
  }

  @Test
  void headOfWhatIsNotThereHasNoBodyEither() {
    for (String path : List.of("/nowhere", "/api/auth/login", "/problems/none")) {
      Client.Reply get = ada.send("GET", path);
      Client.Reply head = ada.send("HEAD", path).expect(get.status());
      assertThat(headersOf(head)).isEqualTo(headersOf(get));
      assertThat(head.body()).isEmpty();
    }
  }

  @Test
  void whatNeedsALoginSaysSo() {
    for (Route route : server.server.routes()) {
      String path = filled(route.path());
      if (route.needsLogin()) {
        server.client().send(route.method(), path).expect(401, "authentication_required");
      } else {
        assertThat(server.client().send(route.method(), path).status()).isNotEqualTo(401);
      }
    }
  }

  @Test
  void whatIsForAdminsIsForbiddenToOthers() {
    Client bob = server.client().registered();
    for (Route route : server.server.routes()) {
      if (route.audience() == Audience.ADMINS) {
        bob.send(route.method(), filled(route.path())).expect(403, "forbidden");
        server.client().send(route.method(), filled(route.path())).expect(401);
      }
    }
  }

  @Test
  void whatIsAboutLoginsAndSessionsIsNeverStored() {
    for (Route route : server.server.routes()) {
      if (route.path().startsWith("/api/auth/") || route.path().startsWith("/api/sessions")) {
        assertThat(route.caching()).as(route.path()).isEqualTo(Caching.NO_STORE);
      }
    }
  }

  @Test
  void everyAnswerHasTheHeadersThatEveryAnswerHas() {
    for (Route route : server.server.routes()) {
      Client.Reply reply = server.client().send(route.method(), filled(route.path()));
      assertThat(reply.header("X-Request-Id")).isEqualTo(TestServer.MADE_ID);
      assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(reply.header("Cache-Control")).isNotEmpty();
      assertThat(reply.header("Server")).isEmpty();
      assertThat(reply.header("Set-Cookie")).isEmpty();
      assertThat(reply.response().headers().allValues("X-Request-Id")).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api",
        "/api/",
        "/api/v1",
        "/api/v1/",
        "/api/v1/v1/todos",
        "/api/v2/todos",
        "/v1/todos",
        "/API/todos",
        "/api/Todos",
        "/api/t%6fdos",
        "/api/todos/a/b",
        "/api/todos;a=b",
        "/api/auth",
        "/api/auth/login/x",
        "/api/users/",
        "/api/users/me/passwords",
        "/api/sessions/current/data",
        "/problems/",
        "/problems/none",
        "/api/v1/livez",
        "/v1/problems/not-found",
        "/livez/x",
        "/favicon.ico",
        "/%F0%9F%90%9D"
      })
  void anUnknownPathIsNotFoundForEveryMethod(String path) {
    for (String method : METHODS) {
      RawConnection.Answered answer = raw(method, path);
      if (path.equals("/problems/none") && !method.equals("GET") && !method.equals("HEAD")) {
        assertThat(answer.status()).isEqualTo(method.equals("OPTIONS") ? 204 : 405);
        continue;
      }
      assertThat(answer.status()).as(method + " " + path).isEqualTo(404);
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(answer.header("Allow")).isEmpty();
      if (!method.equals("HEAD")) {
        assertThat(answer.json().path("code").asText()).isEqualTo("not_found");
        assertThat(answer.json().path("instance").asText()).isEqualTo(path);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"get", "Get", "gEt"})
  void methodsAreCaseSensitive(String method) {
    assertThat(raw(method, "/livez").status()).isEqualTo(405);
  }

  @Test
  void aMethodCannotBeOverridden() {
    ada.with("X-HTTP-Method-Override", "DELETE").get(todo).expect(200);
    ada.get(todo).expect(200);
  }

  @Test
  void anUpgradeIsNotMade() {
    ada.with("Sec-WebSocket-Version", "13").get(todo).expect(200);
  }

  /** Every path, also under its alias, with its methods in the order of Allow. */
  private Map<String, Set<String>> paths() {
    Map<String, Set<String>> paths = new TreeMap<>();
    for (Route route : server.server.routes()) {
      String path = filled(route.path());
      for (String each : List.of(path, path.replaceFirst("^/api/", "/api/v1/"))) {
        Set<String> methods = paths.computeIfAbsent(each, _ -> new TreeSet<>());
        methods.add(route.method());
        methods.add("OPTIONS");
        if (route.method().equals("GET")) {
          methods.add("HEAD");
        }
      }
    }
    return paths;
  }

  private String filled(String path) {
    return path.replace("{slug}", "not-found")
        .replace("/docs/{file}", "/docs/" + file)
        .replace("{file}", "main.js")
        .replace("/api/todos/{id}", todo)
        .replace("/api/users/{id}", "/api/users/" + user)
        .replace("/user/{id}", "/user/" + user)
        .replace("/todo/{id}", todo.replace("/api/todos/", "/todo/"))
        .replace("/api/sessions/{id}", "/api/sessions/0193a5b0-0000-7000-8000-000000000001");
  }

  private RawConnection.Answered raw(String method, String path) {
    try (RawConnection connection = new RawConnection(server.port())) {
      RawConnection sent =
          connection.send(
              method + " " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      return method.equals("HEAD") ? sent.readWithoutBody() : sent.read();
    }
  }

  private static Map<String, List<String>> headersOf(Client.Reply reply) {
    Map<String, List<String>> headers = new TreeMap<>(reply.response().headers().map());
    headers.remove("date");
    return headers;
  }
}
