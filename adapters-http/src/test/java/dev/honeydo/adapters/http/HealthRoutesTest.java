package dev.honeydo.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HealthRoutesTest {
  private static final String OVERALL =
      "\"service\":\"honeydo\",\"version\":\"1.2.3\",\"environment\":\"development\"";
  private static final String OPERATIONS = "[\"ping\",\"insert\",\"find\",\"delete\"]";

  private final TestServer server = TestServer.start();
  private final Client client = server.client();

  @AfterEach
  void recover() {
    server.redis.setAvailable(true);
    server.mongo.setAvailable(true);
    server.store.setAvailable(true);
    server.clock.elapse(Duration.ofSeconds(2));
    // It is noticed when somebody asks.
    client.get("/api/health/detailed").expect(200);
    server.clock.elapse(Duration.ofSeconds(2));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void isHealthyWhileEverythingWorks() {
    Client.Reply reply = client.get("/api/health").expect(200);
    assertThat(reply.body()).isEqualTo("{\"status\":\"healthy\"," + OVERALL + "}");
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void isDegradedWithoutRedis() {
    server.redis.setAvailable(false);
    assertThat(client.get("/api/health").expect(200).body())
        .isEqualTo("{\"status\":\"degraded\"," + OVERALL + "}");
  }

  @Test
  void isUnhealthyWithoutTheRecord() {
    server.store.setAvailable(false);
    server.redis.setAvailable(false);
    Client.Reply reply = client.get("/api/health").expect(503);
    assertThat(reply.body()).isEqualTo("{\"status\":\"unhealthy\"," + OVERALL + "}");
    assertThat(reply.header("Retry-After")).isEqualTo("1");
    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    client.get("/livez").expect(200);
    client.get("/readyz").expect(200);
  }

  @Test
  void tellsOfEachPart() {
    assertThat(client.get("/api/health/redis").expect(200).body())
        .isEqualTo(
            "{\"status\":\"healthy\",\"connected\":true,\"url\":\"redis://***:***@cache:6379\","
                + "\"operations\":"
                + OPERATIONS
                + ",\"latency_ms\":0}");
    assertThat(client.get("/api/health/mongo").expect(200).body())
        .contains("\"status\":\"healthy\"", "\"url\":\"mongodb://***:***@db:27017\"");
  }

  @Test
  void aPartThatIsDownIsUnavailable() {
    server.redis.setAvailable(false);
    server.mongo.setAvailable(false);
    for (String path : new String[] {"/api/health/redis", "/api/health/mongo"}) {
      Client.Reply reply = client.get(path).expect(503);
      assertThat(reply.body())
          .contains("\"status\":\"unhealthy\",\"connected\":false", "\"operations\":[]");
      assertThat(reply.header("Retry-After")).isEqualTo("1");
    }
  }

  @Test
  void tellsOfEverythingAtOnce() {
    server.redis.setAvailable(false);
    String now = server.clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    String none = "\"operations\":[],\"latency_ms\":0}";
    String all = "\"operations\":" + OPERATIONS + ",\"latency_ms\":0}";
    assertThat(client.get("/api/health/detailed").expect(200).body())
        .isEqualTo(
            "{\"status\":\"degraded\","
                + OVERALL
                + ",\"services\":{\"redis\":{\"status\":\"unhealthy\",\"connected\":false,"
                + "\"url\":\"redis://***:***@cache:6379\","
                + none
                + ",\"mongodb\":{\"status\":\"healthy\",\"connected\":true,"
                + "\"url\":\"mongodb://***:***@db:27017\","
                + all
                + ",\"store\":{\"status\":\"healthy\",\"connected\":true,\"url\":null,"
                + all
                + ",\"api\":{\"status\":\"healthy\"}},\"degraded\":["
                + "{\"capability\":\"cache\",\"since\":\""
                + now
                + "\",\"mode\":\"from_record\"},"
                + "{\"capability\":\"rate_limits\",\"since\":\""
                + now
                + "\",\"mode\":\"per_instance\"}]}");
  }

  @Test
  void isDegradedWhereOneThingDoesNotWorkThoughItsPartDoes() {
    server.limiterWorks.set(false);
    try {
      assertThat(client.get("/api/health").expect(200).body()).contains("\"degraded\"");
      assertThat(client.get("/api/health/detailed").expect(200).body())
          .contains("\"redis\":{\"status\":\"healthy\"", "{\"capability\":\"rate_limits\"")
          .doesNotContain("\"capability\":\"cache\"");
    } finally {
      server.limiterWorks.set(true);
    }
    assertThat(client.get("/api/health/detailed").expect(200).body())
        .startsWith("{\"status\":\"healthy\"")
        .endsWith("\"degraded\":[]}");
  }

  @Test
  void tellsHowEachFailsWithoutTheRecord() {
    server.store.setAvailable(false);
    assertThat(client.get("/api/health/detailed").expect(503).body())
        .startsWith("{\"status\":\"unhealthy\"")
        .contains("{\"capability\":\"todos\",\"since\":")
        .endsWith("\"mode\":\"unavailable\"}]}");
  }

  @Test
  void isReadyAndAlive() {
    assertThat(client.get("/livez").expect(200).body()).isEqualTo("{\"status\":\"alive\"}");
    assertThat(client.get("/readyz").expect(200).body()).isEqualTo("{\"status\":\"ready\"}");
  }

  @Test
  void isAskedOfThePartsOnceASecondAtMost() {
    int before = server.redis.trials();
    for (int i = 0; i < 5; i++) {
      client.get("/api/health/redis").expect(200);
    }
    assertThat(server.redis.trials()).isEqualTo(before + 1);
  }
}
