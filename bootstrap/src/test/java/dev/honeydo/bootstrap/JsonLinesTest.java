package dev.honeydo.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How log lines look in production. */
class JsonLinesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final LoggerContext context = new LoggerContext();
  private final Logger logger = context.getLogger("dev.honeydo.Some");
  private final JsonLines lines = new JsonLines();

  private JsonNode line(Map<String, String> known, @Nullable Throwable thrown, String message)
      throws IOException {
    lines.setContext(context);
    lines.start();
    LoggingEvent event =
        new LoggingEvent("fqcn", logger, Level.WARN, message, thrown, new Object[] {"\"x\"\n"});
    event.setInstant(Instant.parse("2026-11-21T06:00:00.120Z"));
    event.setMDCPropertyMap(known);
    String text = new String(lines.encode(event), UTF_8);
    assertThat(text).endsWith("}\n").containsOnlyOnce("\n");
    return JSON.readTree(text);
  }

  @Test
  void aLineIsOneObject() throws IOException {
    JsonNode line = line(Map.of("request_id", "r-1"), null, "it says {}");

    assertThat(line)
        .isEqualTo(
            JSON.readTree(
                "{\"time\":\"2026-11-21T06:00:00.120Z\",\"level\":\"WARN\","
                    + "\"logger\":\"dev.honeydo.Some\",\"message\":\"it says \\\"x\\\"\\n\","
                    + "\"request_id\":\"r-1\"}"));
  }

  @Test
  void whatIsThrownIsInTheSameLine() throws IOException {
    JsonNode line = line(Map.of(), new IOException("no\n\"way\""), "failed");

    assertThat(line.path("throwable").path("message").textValue()).isEqualTo("no\n\"way\"");
    assertThat(line.path("throwable").path("className").textValue())
        .isEqualTo("java.io.IOException");
    assertThat(line.has("request_id")).isFalse();
  }

  @Test
  void whatARequestIsKnownByEndsNoLine() throws IOException {
    JsonNode line = line(Map.of("request_id", "\"},\n{\""), null, "it says {}");

    assertThat(line.path("request_id").textValue()).isEqualTo("\"},\n{\"");
  }
}
