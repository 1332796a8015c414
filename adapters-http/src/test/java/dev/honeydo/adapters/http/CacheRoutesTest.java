package dev.honeydo.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.honeydo.application.port.Cache.Scope;
import dev.honeydo.application.port.CacheControl.Lookups;
import dev.honeydo.application.port.CacheControl.Server;
import dev.honeydo.application.port.CacheControl.State;
import dev.honeydo.application.port.CacheControl.Store;
import dev.honeydo.domain.user.UserId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CacheRoutesTest {
  private static final String NOBODY = "0193a5b0-0000-7000-8000-000000000001";

  private final TestServer server = TestServer.start();
  private final Client client = server.client();
  private Client root = client;
  private Client bob = client;

  @BeforeAll
  void register() {
    root = client.registered(TestServer.ADMIN.value());
    bob = client.registered();
  }

  @BeforeEach
  void forget() {
    server.control.asked.clear();
    server.control.state = KnownControl.IN_PROCESS;
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void statsTellOfBothLevels() {
    server.control.state =
        new State(
            Store.REDIS,
            true,
            20,
            Map.of(Scope.ACCESS, 5L, Scope.PROFILE, 3L, Scope.TODOS, 8L),
            new Lookups(2, 1, 3),
            new Lookups(0, 0, 16),
            Optional.empty());
    Client.Reply reply = root.get("/api/cache/stats").expect(200);
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    assertThat(reply.body())
        .isEqualTo(
            "{\"cache_stats\":{\"total_keys\":20,\"cache_keys\":16,\"session_keys\":5,"
                + "\"user_cache_keys\":3,\"task_cache_keys\":8,\"redis_type\":\"Redis\","
                + "\"l1\":{\"hits\":2,\"misses\":1,\"hit_ratio\":0.6667,\"size\":3},"
                + "\"l2\":{\"hits\":0,\"misses\":0,\"hit_ratio\":null,\"size\":16}},"
                + "\"health\":true,\"timestamp\":\"2026-11-20T20:07:03.120Z\"}");
  }

  @Test
  void whatStandsInForRedisIsSaid() {
    JsonNode stats = root.get("/api/cache/stats").expect(200).json().get("cache_stats");
    assertThat(stats.get("redis_type").textValue()).isEqualTo("Caffeine");
    assertThat(stats.get("session_keys").longValue()).isZero();
    JsonNode info = root.get("/api/cache/info").expect(200).json();
    assertThat(info.size()).isEqualTo(6);
    assertThat(info).allSatisfy(it -> assertThat(it.isNull()).isTrue());
  }

  @Test
  void infoIsWhatTheServerSays() {
    State before = KnownControl.IN_PROCESS;
    server.control.state =
        new State(
            Store.REDIS,
            before.healthy(),
            before.keys(),
            before.copies(),
            before.near(),
            before.shared(),
            Optional.of(
                new Server(1_073_741_824L + 10_737_419, 1_048_575, 1_355_599_054L, 7, 12_345)));
    assertThat(root.get("/api/cache/info").expect(200).body())
        .isEqualTo(
            "{\"used_memory\":1084479243,\"used_memory_human\":\"1.01G\","
                + "\"used_memory_peak_human\":\"1024.00K\",\"mem_fragmentation_ratio\":1.25,"
                + "\"connected_clients\":7,\"total_commands_processed\":12345}");
  }

  @ParameterizedTest
  @CsvSource({"users,PROFILE", "tasks,TODOS", "sessions,ACCESS"})
  void oneKindIsCleared(String type, Scope scope) {
    assertThat(clear("{\"cache_type\":\"" + type + "\"}").expect(200).body())
        .isEqualTo("{\"cleared\":\"" + type + "\"}");
    assertThat(server.control.asked).containsExactly(Set.of(scope));
  }

  @Test
  void allKindsAreCleared() {
    assertThat(clear("{\"cache_type\":\"all\"}").expect(200).json().get("cleared").textValue())
        .isEqualTo("all");
    assertThat(server.control.asked).containsExactly(EnumSet.allOf(Scope.class));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|required",
        "{\"cache_type\":\"ALL\"}|not_allowed",
        "{\"cache_type\":\"todos\"}|not_allowed",
        "{\"cache_type\":1}|wrong_type",
        "{\"cache_type\":null}|required",
        "{\"cache_type\":\"all\",\"now\":true}|unknown_field"
      })
  void whatIsNoKindIsRefused(String body, String code) {
    Client.Reply reply = clear(body).expect(422, "validation_failed");
    assertThat(reply.json().get("errors").get(0).get("code").textValue()).isEqualTo(code);
    assertThat(server.control.asked).isEmpty();
  }

  @Test
  void aUsersCopiesAreInvalidated() {
    root.post("/api/cache/invalidate/user/" + NOBODY, "").expect(204);
    assertThat(server.control.asked).containsExactly(UserId.parse(NOBODY).orElseThrow());
    root.post("/api/cache/invalidate/user/nobody", "").expect(404, "not_found");
  }

  @Test
  void theOwnerOfATodoAndAdminsInvalidateItAndNobodyElseLearnsOfIt() {
    UserId owner = idOf(bob);
    String todo = bob.post("/api/todos", "{\"heading\":\"a\"}").expect(201).header("Location");
    String path = "/api/cache/invalidate/todo/" + todo.substring("/api/todos/".length());
    client.post(path, "").expect(401);
    client.registered().post(path, "").expect(404, "not_found");
    assertThat(server.control.asked).isEmpty();
    bob.post(path, "").expect(204);
    root.post(path, "").expect(204);
    assertThat(server.control.asked).containsExactly(owner, owner);
    bob.delete(todo).expect(204);
    bob.post(path, "").expect(204);
    root.post("/api/cache/invalidate/todo/" + NOBODY, "").expect(404, "not_found");
    root.post("/api/cache/invalidate/todo/x", "").expect(404, "not_found");
  }

  @Test
  void nothingElseIsForUsers() {
    bob.get("/api/cache/stats").expect(403, "forbidden");
    bob.get("/api/cache/info").expect(403, "forbidden");
    bob.post("/api/cache/clear", "{\"cache_type\":\"all\"}").expect(403, "forbidden");
    bob.post("/api/cache/invalidate/user/" + idOf(bob), "").expect(403, "forbidden");
    assertThat(server.control.asked).isEmpty();
  }

  private Client.Reply clear(String body) {
    return root.post("/api/cache/clear", body);
  }

  private static UserId idOf(Client user) {
    String id = user.get("/api/users/me").expect(200).json().get("id").textValue();
    return UserId.parse(id).orElseThrow();
  }
}
