package dev.honeydo.adapters.http.session;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.honeydo.adapters.http.exchange.Carrier;
import dev.honeydo.adapters.http.json.JsonText;
import dev.honeydo.domain.auth.AuthenticationMethod;
import dev.honeydo.domain.auth.DeviceLabel;
import dev.honeydo.domain.auth.Session;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** How sessions look in JSON; never with their token. */
public final class SessionJson {
  /** What clients see of a session but do not write. */
  static final Set<String> READ_ONLY =
      Set.of(
          "id",
          "device",
          "user_agent",
          "ip",
          "created_at",
          "last_accessed_at",
          "expires_at",
          "authentication_method",
          "current",
          "authenticated_by");

  private SessionJson() {}

  /**
   * Writes a session.
   *
   * @param current whether it is the one that the request is made in
   */
  public static void write(JsonGenerator json, Session session, boolean current)
      throws IOException {
    json.writeStartObject();
    writeMembers(json, session, current);
    json.writeEndObject();
  }

  /**
   * Writes the session that the request is made in.
   *
   * @param carrier in what it was shown
   */
  static void write(JsonGenerator json, Session session, Carrier carrier) throws IOException {
    json.writeStartObject();
    writeMembers(json, session, true);
    json.writeStringField("authenticated_by", carrier.text());
    json.writeEndObject();
  }

  private static void writeMembers(JsonGenerator json, Session session, boolean current)
      throws IOException {
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
