package dev.honeydo.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110, section 13, on a todo that is at version 3. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConditionalRequestsTest {
  private final TestServer server = TestServer.start();
  private Client ada = server.client();
  private String todo = "";

  @BeforeAll
  void register() {
    ada = server.client().registered("ada@example.org");
  }

  @BeforeEach
  void create() {
    todo = ada.post("/api/todos", "{\"heading\":\"a\"}").header("Location");
    ada.patch(todo, "{\"heading\":\"b\"}").expect(200);
    ada.patch(todo, "{\"heading\":\"c\"}").expect(200);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "\"3\"                | 304",
        "W/\"3\"              | 304",
        "*                    | 304",
        "\"1\", \"3\"         | 304",
        "\"1\",,W/\"3\" , \"9\" | 304",
        "\"a,b\", \"3\"       | 304",
        "\"2\"                | 200",
        "\"03\"               | 200",
        "\"\"                 | 200",
        "\"1\", \"2\"         | 200",
        "3                    | 200",
        "\"3                  | 200",
        "w/\"3\"              | 200",
        "*, \"3\"             | 200",
        "\"1\" \"3\"          | 200"
      })
  void ifNoneMatchIsComparedWeakly(String field, int status) {
    for (String method : new String[] {"GET", "HEAD"}) {
      Client.Reply reply = ada.with("If-None-Match", field).send(method, todo).expect(status);
      assertThat(reply.header("ETag")).isEqualTo("\"3\"");
      assertThat(reply.header("Cache-Control")).isEqualTo("private, no-cache");
      assertThat(reply.header("Vary")).startsWith("Authorization, Cookie, X-Session-ID, Origin");
      assertThat(reply.body().isEmpty()).isEqualTo(status == 304 || method.equals("HEAD"));
      assertThat(reply.header("Content-Length").isEmpty()).isEqualTo(status == 304);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "\"3\"                 | 200",
        "*                     | 200",
        "\"1\", \"3\"          | 200",
        "W/\"1\" ,\"3\"        | 200",
        "W/\"3\"               | 412",
        "\"2\"                 | 412",
        "\"4\"                 | 412",
        "\"03\"                | 412",
        "\"+3\"                | 412",
        "\"0\"                 | 412",
        "\"-1\"                | 412",
        "\"\"                  | 412",
        "\"three\"             | 412",
        "\"99999999999999999999\" | 412",
        "\"1\", \"2\"          | 412",
        "3                     | 400",
        "\"3                   | 400",
        "\"3\" \"4\"           | 400",
        "w/\"3\"               | 400",
        "*, \"3\"              | 400",
        ",                     | 400"
      })
  void ifMatchIsComparedStronglyForEveryChange(String field, int status) {
    Client client = ada.with("If-Match", field);
    for (String method : new String[] {"PUT", "PATCH", "DELETE"}) {
      create();
      Client.Reply reply =
          method.equals("DELETE")
              ? client.delete(todo)
              : client.json(method, todo, "{\"heading\":\"d\"}");
      switch (status) {
        case 200 -> reply.expect(method.equals("DELETE") ? 204 : 200);
        case 412 -> {
          reply.expect(412, "version_mismatch");
          assertThat(reply.json().get("current_version").intValue()).isEqualTo(3);
          assertThat(reply.json().get("detail").textValue()).startsWith("The todo is at a version");
        }
        case 400 -> reply.expect(400, "malformed_request");
        default -> throw new IllegalArgumentException();
      }
      if (status != 200) {
        assertThat(ada.get(todo).expect(200).json().get("heading").textValue()).isEqualTo("c");
      }
    }
  }

  @Test
  void whatIsGoneIsNotFoundBeforeItMismatchesButForADeletion() {
    ada.delete(todo).expect(204);
    for (String field : new String[] {"\"3\"", "*", "\"7\""}) {
      Client client = ada.with("If-Match", field);
      client.put(todo, "{\"heading\":\"d\"}").expect(404, "not_found");
      client.patch(todo, "{}").expect(404, "not_found");
      Client.Reply again = client.delete(todo).expect(412, "version_mismatch");
      assertThat(again.json().has("current_version")).isFalse();
      assertThat(again.json().get("detail").textValue()).startsWith("The todo is gone");
    }
    ada.delete(todo).expect(204);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "*              | 412",
        "\"3\"          | 412",
        "W/\"3\"        | 412",
        "\"1\", \"3\"   | 412",
        "\"2\"          | 200",
        "\"1\", \"2\"   | 200",
        "3              | 400"
      })
  void ifNoneMatchExcludesVersionsFromAChange(String field, int status) {
    Client client = ada.with("If-None-Match", field);
    for (String method : new String[] {"PUT", "PATCH", "DELETE"}) {
      create();
      Client.Reply reply =
          method.equals("DELETE")
              ? client.delete(todo)
              : client.json(method, todo, "{\"heading\":\"d\"}");
      assertThat(reply.status()).isEqualTo(status == 200 && method.equals("DELETE") ? 204 : status);
      if (status == 412) {
        assertThat(reply.json().get("current_version").intValue()).isEqualTo(3);
      }
    }
    String never = "/api/todos/01a1fa91-d2d0-7000-8000-0000000fffff";
    client.delete(never).expect(status == 400 ? 400 : 404);
  }

  @Test
  void ofManyChangesThatBuildOnOneVersionOneIsKept() throws InterruptedException {
    Client client = ada.with("If-Match", "\"3\"");
    var statuses = new java.util.concurrent.ConcurrentLinkedQueue<Integer>();
    Thread[] threads = new Thread[16];
    for (int i = 0; i < threads.length; i++) {
      String body = "{\"heading\":\"by " + i + "\"}";
      threads[i] = Thread.ofVirtual().start(() -> statuses.add(client.patch(todo, body).status()));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(statuses).hasSize(16).containsOnly(200, 412).containsOnlyOnce(200);
    assertThat(ada.get(todo).header("ETag")).isEqualTo("\"4\"");
  }

  @Test
  void theUserHasAVersionToo() {
    Client.Reply me = ada.get("/api/users/me").expect(200);
    String etag = me.header("ETag");
    assertThat(etag).isEqualTo("\"" + me.json().get("version") + "\"");
    Client.Reply fresh = ada.with("If-None-Match", "W/" + etag).get("/api/users/me").expect(304);
    assertThat(fresh.header("ETag")).isEqualTo(etag);
    assertThat(fresh.header("Content-Length")).isEmpty();
    assertThat(fresh.header("Vary"))
        .isEqualTo("Authorization, Cookie, X-Session-ID, Origin, Accept-Encoding");
    Client.Reply stale = ada.with("If-Match", "\"99\"").patch("/api/users/me", "{\"name\":\"B\"}");
    stale.expect(412, "version_mismatch");
    assertThat("\"" + stale.json().get("current_version") + "\"").isEqualTo(etag);
    ada.with("If-Match", "x").patch("/api/users/me", "{}").expect(400, "malformed_request");
    ada.with("If-Match", etag).patch("/api/users/me", "{\"name\":\"C\"}").expect(200);
  }

  @Test
  void theListHasAValidatorOfWhatItSays() {
    String etag = ada.get("/api/todos?limit=2").expect(200).header("ETag");
    assertThat(etag).matches("\"[A-Za-z0-9_-]{22}\"");
    Client fresh = ada.with("If-None-Match", etag);
    assertThat(fresh.get("/api/todos?limit=2").expect(304).header("ETag")).isEqualTo(etag);
    assertThat(fresh.get("/api/todos?limit=2").header("Content-Length")).isEmpty();
    fresh.get("/api/todos?limit=1").expect(200);
    ada.patch(todo, "{\"heading\":\"d\"}").expect(200);
    fresh.get("/api/todos?limit=2").expect(200);
  }

  @Test
  void anInstallationCanInsistOnIfMatch() {
    try (TestServer strict = TestServer.start(TestServer.Options::requiringIfMatch)) {
      Client eve = strict.client().registered("eve@example.org");
      String one = eve.post("/api/todos", "{\"heading\":\"a\"}").expect(201).header("Location");
      eve.put(one, "{\"heading\":\"b\"}").expect(428, "precondition_required");
      eve.patch(one, "{}").expect(428, "precondition_required");
      eve.delete(one).expect(428, "precondition_required");
      eve.with("If-Match", "\"1\"").put(one, "{\"heading\":\"b\"}").expect(200);
      eve.with("If-Match", "*").patch(one, "{\"heading\":\"c\"}").expect(200);
      eve.with("If-Match", "\"3\"").delete(one).expect(204);
    }
  }
}
