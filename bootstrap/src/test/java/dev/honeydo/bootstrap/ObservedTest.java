package dev.honeydo.bootstrap;

import static dev.honeydo.bootstrap.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.bwaldvogel.mongo.MongoServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is to be seen of a running service from outside, with Redis and without. */
class ObservedTest {
  @TempDir Path directory;

  private RedisProcess redis;
  private RunningRecord running;

  @BeforeEach
  void start() {
    redis = new RedisProcess();
    running =
        RunningRecord.configured(
            directory, Map.of("REDIS_URL", redis.url(), "RATE_LIMIT_LOGIN", "3/60"));
  }

  @AfterEach
  void stop() {
    running.close();
    redis.close();
  }

  private String metrics() {
    return metrics(running);
  }

  private static String metrics(RunningRecord of) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI where = of.api().address().resolve("/metrics");
      HttpResponse<String> response =
          client.send(HttpRequest.newBuilder(where).build(), BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/plain;version=0.0.4");
      return response.body();
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode detailed() {
    return running.api().get("/api/health/detailed").body();
  }

  @Test
  void everythingThatIsMeasuredIsShown() {
    String email = RunningApi.someone();
    Api.Answer _ = running.api().register(email);
    Api ada = running.api().loggedIn(email);
    for (int i = 0; i < 3; i++) {
      Api.Answer _ = ada.get("/api/todos/" + i);
      Api.Answer _ =
          running
              .api()
              .post("/api/auth/login", json("{'email':'%s','password':'wrong one'}", email));
    }
    assertThat(metrics())
        .contains(
            "http_server_requests_seconds_count{method=\"GET\",route=\"/api/todos/{id}\",status=\"404\"} 3",
            "http_server_requests_seconds_bucket{method=\"GET\",route=\"/api/todos/{id}\",status=\"404\",le=\"0.25\"}",
            "honeydo_http_requests_in_flight 1.0",
            "honeydo_http_permits 512.0",
            "honeydo_http_requests_shed_total 0.0",
            "honeydo_logins_total{outcome=\"success\"} 1.0",
            "honeydo_logins_total{outcome=\"invalid_credentials\"} 2.0",
            "honeydo_logins_total{outcome=\"rate_limited\"} 1.0",
            "honeydo_limits_refusals_total{policy=\"login",
            "honeydo_idempotency_replays_total 0.0",
            "honeydo_problems_total{code=\"idempotency_in_progress\"} 0.0",
            "honeydo_part_up{part=\"redis\"} 1.0",
            "honeydo_part_up{part=\"store\"} 1.0",
            "honeydo_degraded{capability=\"cache\"} 0.0",
            "honeydo_cache_reads_seconds_count{kind=\"access\",level=\"",
            "honeydo_redis_connected 1.0",
            "honeydo_circuit_open{port=\"RateLimiter\"} 0.0",
            "honeydo_pool_connections{pool=\"record_reads\",state=\"used\"} ",
            "honeydo_pool_connections{pool=\"record_reads\",state=\"idle\"} ",
            "honeydo_pool_connections_max{pool=\"record_reads\"} 4.0",
            "honeydo_pool_waiting{pool=\"record_reads\"} ",
            "honeydo_pool_connections{pool=\"record_writes\",state=\"used\"} ",
            "honeydo_pool_connections_max{pool=\"record_writes\"} 1.0",
            "honeydo_pool_waiting{pool=\"record_writes\"} ",
            "jvm_memory_used_bytes{",
            "jvm_threads_live_threads ",
            "process_uptime_seconds ",
            "process_cpu_usage ")
        .doesNotContain(email, "uri=");
  }

  @Test
  void whatMongoDbIsAskedOverIsShown() {
    MongoServer mongo = new MongoServer(new OrderlyBackend());
    mongo.bind("127.0.0.1", 0);
    String uri = "mongodb://127.0.0.1:" + mongo.getLocalAddress().getPort() + "/?maxPoolSize=7";
    try (RunningRecord other =
        RunningRecord.configured(directory.resolve("other"), Map.of("DB_URI", uri))) {
      assertThat(metrics(other))
          .contains(
              "honeydo_circuit_open{port=\"MongoDB\"} 0.0",
              "honeydo_pool_connections{pool=\"record\",state=\"used\"} ",
              "honeydo_pool_connections{pool=\"record\",state=\"idle\"} ",
              "honeydo_pool_connections_max{pool=\"record\"} 7.0",
              "honeydo_pool_waiting{pool=\"record\"} ")
          .doesNotContain("pool=\"record_");
    } finally {
      mongo.shutdownNow();
    }
  }

  @Test
  void thatRedisIsGoneIsSeenSoonAndSinceWhenAndThatItIsBack() {
    assertThat(detailed().path("degraded")).isEmpty();
    Instant before = Instant.now();
    redis.kill();
    Await.until(
        Duration.ofSeconds(2), () -> detailed().path("status").textValue().equals("degraded"));

    JsonNode degraded = detailed().path("degraded");
    assertThat(degraded)
        .extracting(it -> it.path("capability").textValue() + " " + it.path("mode").textValue())
        .containsExactly(
            "cache from_record",
            "sessions from_record",
            "rate_limits per_instance",
            "locks postponed",
            "events this_instance_only");
    Instant since = Instant.parse(degraded.get(0).path("since").textValue());
    assertThat(since).isBetween(before.minusMillis(1), before.plusSeconds(3));
    String metrics = metrics();
    assertThat(metrics)
        .contains("honeydo_degraded{capability=\"cache\"} 1.0", "honeydo_redis_connected 0.0")
        .contains("honeydo_part_up{part=\"redis\"} 0.0", "honeydo_part_up{part=\"store\"} 1.0");

    running.elapse(Duration.ofSeconds(30));
    assertThat(detailed().path("degraded").get(0).path("since").textValue())
        .isEqualTo(since.toString());
    redis.restart();
    Await.until(
        Duration.ofSeconds(5), () -> detailed().path("status").textValue().equals("healthy"));
    assertThat(detailed().path("degraded")).isEmpty();
  }
}
