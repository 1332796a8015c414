package dev.honeydo.adapters.http.problem;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.honeydo.adapters.http.json.JsonText;
import java.io.IOException;

/** Writes problems as {@code application/problem+json}. */
public final class ProblemJson {
  /** The media type of problems. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private ProblemJson() {}

  /**
   * The bytes of a problem.
   *
   * @param instance the path of the request
   */
  public static byte[] of(Problem problem, String instance, String requestId) {
    return JsonText.of(json -> write(json, problem, instance, requestId));
  }

  /** Writes a problem as one object. */
  public static void write(JsonGenerator json, Problem problem, String instance, String requestId)
      throws IOException {
    ProblemType type = problem.type();
    json.writeStartObject();
    json.writeStringField("type", type.uri());
    json.writeStringField("title", type.title());
    json.writeNumberField("status", type.status());
    json.writeStringField("code", type.code());
    json.writeStringField("detail", problem.detail());
    json.writeStringField("instance", instance);
    json.writeStringField("request_id", requestId);
    if (problem.currentVersion().isPresent()) {
      json.writeNumberField("current_version", problem.currentVersion().get().value());
    }
    if (!problem.errors().isEmpty()) {
      json.writeArrayFieldStart("errors");
      for (FieldError error : problem.errors()) {
        write(json, error);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, FieldError error) throws IOException {
    json.writeStartObject();
    json.writeStringField(error.place().member(), error.name());
    json.writeStringField("code", error.code().text());
    json.writeStringField("detail", error.detail());
    json.writeEndObject();
  }
}
