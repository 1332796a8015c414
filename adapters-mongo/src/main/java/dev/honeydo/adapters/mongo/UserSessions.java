package dev.honeydo.adapters.mongo;

import dev.honeydo.domain.auth.AuthenticationMethod;
import dev.honeydo.domain.auth.Device;
import dev.honeydo.domain.auth.DeviceLabel;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionData;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.auth.SessionTokenHash;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.ObjectId;

/**
 * All sessions of one user, as they are stored: {@code {_id: owner, revision, expiresAt, sessions:
 * [{id, token, label?, userAgent, address, method, createdAt, lastAccessedAt, idle, endsAt,
 * expiresAt, data}]}}. {@code idle} is an ISO 8601 duration; {@code expiresAt} is when a session
 * ends, and of the document when the last one does. Sessions that were opened before each had it
 * have none until they are used; they are not purged one by one, but go with the document.
 */
record UserSessions(List<Entry> entries) {

  /** A session and what finds it. */
  record Entry(Session session, SessionTokenHash token) {}

  UserSessions {
    entries = List.copyOf(entries);
  }

  /** Those of a document that are live. */
  static UserSessions liveIn(Document document, Instant now) {
    UserId owner = new UserId(document.get("_id", UUID.class));
    return new UserSessions(
        document.getList("sessions", Document.class, List.of()).stream()
            .map(it -> new Entry(session(owner, it), new SessionTokenHash(it.getString("token"))))
            .filter(it -> it.session().isLiveAt(now))
            .toList());
  }

  Document toDocument(UserId owner, ObjectId revision) {
    Instant last =
        entries.stream()
            .map(it -> it.session().expiresAt())
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    return new Document("_id", owner.value())
        .append("revision", revision)
        .append("expiresAt", Broom.end(last))
        .append("sessions", entries.stream().map(UserSessions::document).toList());
  }

  private static Document document(Entry entry) {
    Session session = entry.session();
    Device device = session.device();
    Document document =
        new Document("id", session.id().value())
            .append("token", entry.token().value())
            .append("userAgent", device.userAgent())
            .append("address", device.address())
            .append("method", session.method().name())
            .append("createdAt", Date.from(session.createdAt()))
            .append("lastAccessedAt", Date.from(session.lastAccessedAt()))
            .append("idle", session.idle().toString())
            .append("endsAt", Date.from(session.endsAt()))
            .append("expiresAt", Broom.end(session.expiresAt()))
            .append("data", session.data().json());
    device.label().ifPresent(it -> document.append("label", it.value()));
    return document;
  }

  private static Session session(UserId owner, Document document) {
    return new Session(
        new SessionId(document.get("id", UUID.class)),
        owner,
        new Device(
            Optional.ofNullable(document.getString("label")).map(DeviceLabel::new),
            document.getString("userAgent"),
            document.getString("address")),
        AuthenticationMethod.valueOf(document.getString("method")),
        document.getDate("createdAt").toInstant(),
        document.getDate("lastAccessedAt").toInstant(),
        Duration.parse(document.getString("idle")),
        document.getDate("endsAt").toInstant(),
        new SessionData(document.getString("data")));
  }
}
