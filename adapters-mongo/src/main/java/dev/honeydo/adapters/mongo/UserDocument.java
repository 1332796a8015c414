package dev.honeydo.adapters.mongo;

import dev.honeydo.application.port.Account;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.auth.PasswordHash;
import dev.honeydo.domain.user.EmailAddress;
import dev.honeydo.domain.user.Role;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserId;
import dev.honeydo.domain.user.UserName;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bson.Document;

/**
 * How a user is stored: {@code {_id, name, nameLower, email, emailLower, emailKey, role,
 * emailVerified, disabled, createdAt, updatedAt, version, passwordHash}}. Name and address are kept
 * in lower case as well, to be searched in: servers lower no more than ASCII. Documents that were
 * written before that was so have neither until they change.
 */
final class UserDocument {
  private UserDocument() {}

  static Document of(Account account) {
    Document document = new Document("_id", account.user().id().value());
    document.putAll(changeable(account.user()));
    return document.append("passwordHash", account.passwordHash().phc());
  }

  /** All but the id and the password's hash. */
  static Document changeable(User user) {
    return new Document("name", user.name().value())
        .append("nameLower", lower(user.name().value()))
        .append("email", user.email().value())
        .append("emailLower", lower(user.email().value()))
        .append("emailKey", user.email().key().value())
        .append("role", user.role().name())
        .append("emailVerified", user.emailVerified())
        .append("disabled", user.disabled())
        .append("createdAt", Date.from(user.createdAt()))
        .append("updatedAt", Date.from(user.updatedAt()))
        .append("version", user.version().value());
  }

  /** Those in whose name or address the text is; nothing in it has a meaning of its own. */
  static Document containing(String query) {
    String wanted = lower(query);
    return new Document(
        "$expr", new Document("$or", List.of(contains("name", wanted), contains("email", wanted))));
  }

  private static Document contains(String field, String wanted) {
    Document ofOldDocuments = new Document("$toLower", "$" + field);
    Document text = new Document("$ifNull", List.of("$" + field + "Lower", ofOldDocuments));
    Document at = new Document("$indexOfCP", List.of(text, new Document("$literal", wanted)));
    return new Document("$gte", List.of(at, 0));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  static Account account(Document document) {
    return new Account(user(document), new PasswordHash(document.getString("passwordHash")));
  }

  static User user(Document document) {
    return new User(
        new UserId(document.get("_id", UUID.class)),
        new UserName(document.getString("name")),
        new EmailAddress(document.getString("email")),
        Role.valueOf(document.getString("role")),
        document.getBoolean("emailVerified"),
        document.getBoolean("disabled"),
        document.getDate("createdAt").toInstant(),
        document.getDate("updatedAt").toInstant(),
        version(document));
  }

  static Version version(Document document) {
    return new Version(document.getLong("version"));
  }
}
