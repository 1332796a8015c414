package dev.honeydo.domain.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.honeydo.domain.InvalidValue;
import dev.honeydo.domain.Violation;

/**
 * What a client keeps with its session.
 *
 * @param json a JSON object, written compactly; at most 4096 bytes of UTF-8
 */
public record SessionData(String json) {
  /** How many bytes of UTF-8 the data can have. */
  public static final int MOST_BYTES = 4096;

  /** Nothing kept. */
  public static final SessionData NONE = new SessionData("{}");

  /** Checks the size and that it can be an object. */
  public SessionData {
    if (!json.startsWith("{") || !json.endsWith("}")) {
      throw new InvalidValue(Violation.INVALID_FORMAT, "must be a JSON object");
    }
    if (json.getBytes(UTF_8).length > MOST_BYTES) {
      throw new InvalidValue(Violation.TOO_LONG, "must have at most " + MOST_BYTES + " bytes");
    }
  }
}
