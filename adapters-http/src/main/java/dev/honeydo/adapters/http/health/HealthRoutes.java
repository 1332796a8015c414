package dev.honeydo.adapters.http.health;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.honeydo.adapters.http.exchange.Answer;
import dev.honeydo.adapters.http.exchange.Caching;
import dev.honeydo.adapters.http.exchange.Exchange;
import dev.honeydo.adapters.http.exchange.Route;
import dev.honeydo.adapters.http.json.JsonText;
import dev.honeydo.application.health.Degradation;
import dev.honeydo.application.health.HealthQueries;
import dev.honeydo.application.health.MonitoredPart.Part;
import dev.honeydo.application.health.PartHealth;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Health, for people and for what watches over processes.
 *
 * <p>Without the record nothing works: unhealthy. Without Redis everything works, only slower:
 * degraded.
 */
public final class HealthRoutes {
  private final HealthQueries healthQueries;
  private final Readiness readiness;
  private final String version;
  private final String environment;

  /** Wires the routes. */
  public HealthRoutes(
      HealthQueries healthQueries, Readiness readiness, String version, String environment) {
    this.healthQueries = healthQueries;
    this.readiness = readiness;
    this.version = version;
    this.environment = environment;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.of("GET", "/api/health", Caching.NO_STORE, this::overall),
        Route.of("GET", "/api/health/redis", Caching.NO_STORE, _ -> one(Part.REDIS)),
        Route.of("GET", "/api/health/mongo", Caching.NO_STORE, _ -> one(Part.MONGODB)),
        Route.of("GET", "/api/health/detailed", Caching.NO_STORE, this::detailed),
        Route.of("GET", "/livez", Caching.NO_STORE, _ -> plain(200, "alive")).always(),
        Route.of("GET", "/readyz", Caching.NO_STORE, this::ready).always());
  }

  private Answer overall(Exchange exchange) {
    Overall overall = overall();
    return answer(
        overall.status(),
        json -> {
          json.writeStartObject();
          writeOverall(json, overall);
          json.writeEndObject();
        });
  }

  private Answer one(Part part) {
    PartHealth health = part(part);
    return answer(
        health.status() == PartHealth.Status.UNHEALTHY ? 503 : 200,
        json -> writePart(json, health));
  }

  private Answer detailed(Exchange exchange) {
    PartHealth redis = part(Part.REDIS);
    PartHealth mongo = part(Part.MONGODB);
    PartHealth store = part(Part.STORE);
    List<Degradation> degradations = healthQueries.degradations();
    Overall overall = Overall.of(store, redis, degradations);
    return answer(
        overall.status(),
        json -> {
          json.writeStartObject();
          writeOverall(json, overall);
          json.writeObjectFieldStart("services");
          json.writeFieldName("redis");
          writePart(json, redis);
          json.writeFieldName("mongodb");
          writePart(json, mongo);
          json.writeFieldName("store");
          writePart(json, store);
          json.writeObjectFieldStart("api");
          json.writeStringField("status", "healthy");
          json.writeEndObject();
          json.writeEndObject();
          json.writeArrayFieldStart("degraded");
          for (Degradation degradation : degradations) {
            writeDegradation(json, degradation);
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  /** How the installation is, in one word. */
  public String state() {
    return overall().text();
  }

  private Overall overall() {
    return Overall.of(part(Part.STORE), part(Part.REDIS), healthQueries.degradations());
  }

  private static void writeDegradation(JsonGenerator json, Degradation degradation)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("capability", text(degradation.capability()));
    JsonText.writeInstant(json, "since", degradation.since());
    json.writeStringField("mode", text(degradation.mode()));
    json.writeEndObject();
  }

  private static String text(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private Answer ready(Exchange exchange) {
    return switch (readiness.state()) {
      case STARTING -> plain(503, "starting");
      case READY -> plain(200, "ready");
      case DRAINING -> plain(503, "draining").with("Connection", "close");
    };
  }

  private PartHealth part(Part part) {
    return healthQueries
        .part(part)
        .orElseGet(() ->
            new PartHealth(
                part, PartHealth.Status.DISABLED, Optional.empty(), List.of(), Duration.ZERO));
  }

  private void writeOverall(JsonGenerator json, Overall overall) throws IOException {
    json.writeStringField("status", overall.text());
    json.writeStringField("service", "honeydo");
    json.writeStringField("version", version);
    json.writeStringField("environment", environment);
  }

  private static void writePart(JsonGenerator json, PartHealth health) throws IOException {
    json.writeStartObject();
    json.writeStringField("status", text(health.status()));
    json.writeBooleanField("connected", health.status() == PartHealth.Status.HEALTHY);
    JsonText.writeNullable(json, "url", health.url());
    json.writeArrayFieldStart("operations");
    for (String operation : health.operations()) {
      json.writeString(operation);
    }
    json.writeEndArray();
    json.writeNumberField("latency_ms", health.latency().toMillis());
    json.writeEndObject();
  }

  private static Answer plain(int status, String state) {
    return answer(
        status,
        json -> {
          json.writeStartObject();
          json.writeStringField("status", state);
          json.writeEndObject();
        });
  }

  private static Answer answer(int status, JsonText.Content content) {
    Answer answer = Answer.json(status, content);
    return status == 503 ? answer.with("Retry-After", "1") : answer;
  }

  /** How the whole installation is. */
  private enum Overall {
    HEALTHY,
    DEGRADED,
    UNHEALTHY;

    static Overall of(PartHealth store, PartHealth redis, List<Degradation> degradations) {
      if (store.status() == PartHealth.Status.UNHEALTHY) {
        return UNHEALTHY;
      }
      boolean whole = redis.status() != PartHealth.Status.UNHEALTHY && degradations.isEmpty();
      return whole ? HEALTHY : DEGRADED;
    }

    int status() {
      return this == UNHEALTHY ? 503 : 200;
    }

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
