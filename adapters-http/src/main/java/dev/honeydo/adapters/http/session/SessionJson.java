package dev.honeydo.adapters.http.session;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.honeydo.adapters.http.json.JsonText;
import dev.honeydo.domain.auth.AuthenticationMethod;
import dev.honeydo.domain.auth.DeviceLabel;
import dev.honeydo.domain.auth.Session;
import java.io.IOException;
import java.util.Optional;

/** How sessions look in JSON; never with their token. */
public final class SessionJson {
  private SessionJson() {}

  /**
   * Writes a session.
   *
   * @param current whether it is the one that the request is made in
   */
  public static void write(JsonGenerator json, Session session, boolean current)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", session.id().toString());
    JsonText.writeNullable(json, "device", session.device().label().map(DeviceLabel::value));
    JsonText.writeNullable(json, "user_agent", known(session.device().userAgent()));
    JsonText.writeNullable(json, "ip", known(session.device().address()));
    JsonText.writeInstant(json, "created_at", session.createdAt());
    JsonText.writeInstant(json, "last_accessed_at", session.lastAccessedAt());
    JsonText.writeInstant(json, "expires_at", session.expiresAt());
    json.writeStringField("authentication_method", text(session.method()));
    json.writeBooleanField("current", current);
    json.writeFieldName("data");
    json.writeRawValue(session.data().json());
    json.writeEndObject();
  }

  private static Optional<String> known(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static String text(AuthenticationMethod method) {
    return switch (method) {
      case PASSWORD -> "password";
    };
  }
}
