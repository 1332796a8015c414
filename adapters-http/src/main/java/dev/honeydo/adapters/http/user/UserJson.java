package dev.honeydo.adapters.http.user;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.honeydo.adapters.http.json.JsonText;
import dev.honeydo.domain.user.Role;
import dev.honeydo.domain.user.User;
import java.io.IOException;
import java.util.Set;

/** How users look in JSON. */
public final class UserJson {
  /** What clients see of a user but do not write. */
  public static final Set<String> READ_ONLY =
      Set.of("id", "role", "email_verified", "disabled", "created_at", "updated_at", "version");

  /** What admins see of a user but do not write. */
  static final Set<String> READ_ONLY_FOR_ADMINS =
      Set.of("id", "name", "email", "email_verified", "created_at", "updated_at", "version");

  private UserJson() {}

  /** Writes a user as their owner sees them. */
  public static void write(JsonGenerator json, User user) throws IOException {
    write(json, user, false);
  }

  /** Writes a user as an admin sees them. */
  static void writeForAdmin(JsonGenerator json, User user) throws IOException {
    write(json, user, true);
  }

  private static void write(JsonGenerator json, User user, boolean forAdmin) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", user.id().toString());
    json.writeStringField("name", user.name().value());
    json.writeStringField("email", user.email().value());
    json.writeStringField("role", text(user.role()));
    json.writeBooleanField("email_verified", user.emailVerified());
    if (forAdmin) {
      json.writeBooleanField("disabled", user.disabled());
    }
    JsonText.writeInstant(json, "created_at", user.createdAt());
    JsonText.writeInstant(json, "updated_at", user.updatedAt());
    json.writeNumberField("version", user.version().value());
    json.writeEndObject();
  }

  private static String text(Role role) {
    return switch (role) {
      case USER -> "user";
      case ADMIN -> "admin";
    };
  }
}
