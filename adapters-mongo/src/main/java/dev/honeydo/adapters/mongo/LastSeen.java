package dev.honeydo.adapters.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.bson.Document;

/**
 * Who was seen last, as of {@code now}.
 *
 * <p>The documents come along an index, by the last use of any of their sessions. That of the live
 * ones may be earlier; so who was found is among the last for certain once a document comes of
 * which no session at all was used as late, and no further document is looked at.
 */
record LastSeen(MongoCollection<Document> sessions, Instant now) {
  /** What the index is over. */
  static final String FIELD = "sessions.lastAccessedAt";

  private record Seen(UserId owner, Instant at) {}

  private static final Comparator<Seen> LATEST_FIRST =
      Comparator.comparing(Seen::at).reversed().thenComparing(it -> it.owner().toString());

  /** The owners of live sessions, the latest used first. */
  List<UserId> owners(int most) {
    TreeSet<Seen> found = new TreeSet<>(LATEST_FIRST);
    Document live = new Document("expiresAt", new Document("$gt", Date.from(now)));
    try (MongoCursor<Document> documents =
        sessions.find(live).sort(new Document(FIELD, -1)).iterator()) {
      while (documents.hasNext()) {
        Document document = documents.next();
        if (found.size() == most && found.last().at().isAfter(lastUse(document))) {
          break;
        }
        lastSeen(document).ifPresent(found::add);
        if (found.size() > most) {
          var _ = found.pollLast();
        }
      }
    }
    // Whoever is seen anew meanwhile may come twice.
    return found.stream().map(Seen::owner).distinct().toList();
  }

  private static Instant lastUse(Document document) {
    return document.getList("sessions", Document.class, List.of()).stream()
        .map(it -> it.getDate("lastAccessedAt").toInstant())
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private Optional<Seen> lastSeen(Document document) {
    return UserSessions.liveIn(document, now).entries().stream()
        .map(UserSessions.Entry::session)
        .max(Comparator.comparing(Session::lastAccessedAt))
        .map(it -> new Seen(it.owner(), it.lastAccessedAt()));
  }
}
