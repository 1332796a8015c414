package dev.honeydo.bootstrap;

import static dev.honeydo.bootstrap.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.bootstrap.Api.Answer;
import dev.honeydo.contracts.reference.InMemoryRecordStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is cached, for whoever uses the API: with Redis, and with nothing but what is built in. */
class CacheOverHttpTest {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final String LIST = "/api/todos";

  private final InMemoryRecordStore record = new InMemoryRecordStore(InstantSource.system());
  private final RedisProcess redis = new RedisProcess();
  @TempDir Path directory;
  private RunningRecord one;
  private RunningRecord other;
  private Api root;
  private Api ada;

  @BeforeEach
  void start() {
    one = started("one", Map.of());
    other = started("other", Map.of());
    root = one.api().loggedIn(RunningRecord.ADMIN);
    ada = loggedIn(one);
    awaitNear(root, "/api/users/me");
    awaitNear(at(other, root), "/api/users/me");
  }

  private RunningRecord started(String name, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("REDIS_URL", redis.url());
    settings.put("JWT_SECRET_KEY", "the same 32 bytes in both instances");
    return RunningRecord.over(directory.resolve(name), settings, _ -> record);
  }

  @AfterEach
  void stop() {
    one.close();
    other.close();
    redis.close();
  }

  private static Api loggedIn(RunningRecord where) {
    String email = "ada+" + UUID.randomUUID() + "@example.org";
    assertThat(where.api().register(email).status()).isEqualTo(201);
    return where.api().loggedIn(email);
  }

  private static Api at(RunningRecord where, Api who) {
    return new Api(where.api().address(), who.headers());
  }

  /** Where what was asked for came from, for example {@code hit-l1}; empty for the record. */
  static String source(Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    String timing = answer.header("Server-Timing");
    if (timing.isEmpty()) {
      return "";
    }
    assertThat(timing).matches("cache;desc=(hit-l1|hit-l2|miss);dur=\\d+\\.\\d{3}");
    return timing.substring(timing.indexOf('=') + 1, timing.lastIndexOf(';'));
  }

  /** Reads until a copy has just been made near it. */
  static void awaitNear(Api api, String path) {
    Await.until(
        Duration.ofSeconds(10),
        () -> !source(api.get(path)).equals("hit-l1") && source(api.get(path)).equals("hit-l1"));
  }

  @Test
  void whatIsReadAgainComesFromNearAndWhatAnotherHasReadFromRedis() {
    String todo = ada.post(LIST, json("{'heading':'Buy bread'}")).header("Location");
    for (String path : List.of(todo, LIST, "/api/todos/search?q=bread", "/api/users/me")) {
      assertThat(source(ada.get(path))).as(path).isEqualTo("miss");
      // Word of what was written before may come in only now, and end the first copy near it.
      Await.until(SOON, () -> source(ada.get(path)).equals("hit-l1"));
      assertThat(source(at(other, ada).get(path))).as(path).isEqualTo("hit-l2");
      assertThat(source(ada.with("Cache-Control", "no-cache").get(path))).as(path).isEmpty();
    }
    assertThat(ada.patch(todo, json("{'heading':'Buy more bread'}")).status()).isEqualTo(200);
    for (String path : List.of(todo, LIST, "/api/todos/search?q=bread")) {
      Answer answer = ada.get(path);
      assertThat(source(answer)).as(path).isEqualTo("miss");
      assertThat(answer.raw().body()).contains("Buy more bread");
      Await.until(SOON, () -> at(other, ada).get(path).raw().body().contains("more"));
    }
    assertThat(source(ada.get("/api/users/me"))).isNotEqualTo("miss");
  }

  @Test
  void withoutRedisTheProcessCachesForItself() {
    try (RunningRecord alone = RunningRecord.configured(directory.resolve("alone"), Map.of())) {
      Api bob = loggedIn(alone);
      assertThat(source(bob.get(LIST))).isEqualTo("miss");
      assertThat(source(bob.get(LIST))).isEqualTo("hit-l1");
      assertThat(bob.post(LIST, json("{'heading':'a'}")).status()).isEqualTo(201);
      assertThat(bob.get(LIST).body().path("items")).hasSize(1);
      Api admin = alone.api().loggedIn(RunningRecord.ADMIN);
      Answer stats = admin.get("/api/cache/stats");
      assertThat(stats.body().at("/cache_stats/redis_type").asText()).isEqualTo("Caffeine");
      assertThat(stats.body().at("/cache_stats/l1/hits").asLong()).isPositive();
      assertThat(stats.body().at("/health").asBoolean()).isTrue();
      assertThat(admin.get("/api/cache/info").body().path("used_memory").isNull()).isTrue();
      assertThat(clear(admin, "all")).isEqualTo("200");
      assertThat(source(bob.get(LIST))).isEqualTo("miss");
    }
  }

  @Test
  void anAdminSeesWhatThereIs() {
    awaitNear(ada, LIST);
    Answer stats = root.get("/api/cache/stats");
    assertThat(stats.body().at("/cache_stats/redis_type").asText()).isEqualTo("Redis");
    assertThat(stats.body().at("/cache_stats/task_cache_keys").asLong()).isEqualTo(1);
    assertThat(stats.body().at("/cache_stats/session_keys").asLong()).isPositive();
    assertThat(stats.body().at("/cache_stats/l1/hits").asLong()).isPositive();
    assertThat(stats.body().at("/cache_stats/l2/misses").asLong()).isPositive();
    assertThat(root.get("/api/cache/info").body().path("used_memory").asLong()).isPositive();
    redis.kill();
    Await.until(SOON, () -> !root.get("/api/cache/stats").body().path("health").asBoolean(true));
    assertThat(root.get("/api/cache/info").body().path("used_memory").isNull()).isTrue();
    assertThat(clear(root, "all")).isEqualTo("200");
  }

  @Test
  void clearingSessionsLogsNobodyOutAndClearingTodosEndsTheirCopiesEverywhere() {
    for (Api each : List.of(ada, at(other, ada))) {
      awaitNear(each, LIST);
    }
    for (String type : List.of("sessions", "users")) {
      assertThat(clear(root, type)).isEqualTo("200");
      assertThat(ada.get("/api/users/me").status()).isEqualTo(200);
      assertThat(at(other, ada).get("/api/users/me").status()).isEqualTo(200);
    }
    assertThat(clear(root, "tasks")).isEqualTo("200");
    assertThat(source(ada.get(LIST))).isEqualTo("miss");
    assertThat(ada.get("/api/sessions").body().path("items")).hasSize(1);
    assertThat(at(other, root).get("/api/users/me").status()).isEqualTo(200);
  }

  @Test
  void theOwnerOfATodoAndAdminsEndItsCopies() {
    Answer added = ada.post(LIST, json("{'heading':'a'}"));
    String path = "/api/cache/invalidate/todo/" + added.text("id");
    String user = "/api/cache/invalidate/user/" + ada.get("/api/users/me").text("id");
    assertThat(loggedIn(one).post(path, "").outcome()).isEqualTo("404 not_found");
    assertThat(ada.post(user, "").outcome()).isEqualTo("403 forbidden");
    Map<String, Api> allowed = Map.of(path, ada, user, root);
    allowed.forEach((each, who) -> {
      awaitNear(ada, LIST);
      assertThat(who.post(each, "").outcome()).isEqualTo("204");
      assertThat(source(ada.get(LIST))).isEqualTo("miss");
    });
  }

  @Test
  void whoWasSeenLastIsAnsweredFromACopyRightAfterAStart() {
    try (LogLines log = new LogLines(WarmingUp.class);
        RunningRecord warm = started("warm", Map.of("CACHE_WARM_UP", "10"))) {
      Await.until(SOON, () -> log.all().contains("INFO Read in what 2 users were seen with"));
      assertThat(source(at(warm, ada).get(LIST))).startsWith("hit-");
      assertThat(source(at(warm, ada).get("/api/users/me"))).startsWith("hit-");
    }
  }

  private static String clear(Api admin, String type) {
    return admin.post("/api/cache/clear", json("{'cache_type':'%s'}", type)).outcome();
  }
}
