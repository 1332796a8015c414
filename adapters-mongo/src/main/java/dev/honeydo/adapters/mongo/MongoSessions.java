package dev.honeydo.adapters.mongo;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import dev.honeydo.adapters.mongo.UserSessions.Entry;
import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionData;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.auth.SessionTokenHash;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.types.ObjectId;

/**
 * Sessions, all of a user's in one document ({@link UserSessions}), so that their number can be
 * limited without a transaction.
 *
 * <p>A change reads the document, works out the next one and writes it on condition that the
 * document's {@code revision} is still the one read; otherwise it begins again, which it does only
 * because another change came first. Every write has a revision that was never there before, also
 * where the document was removed and made anew: so no write can bring back a session that another
 * has taken out.
 *
 * <p>A touch, the most frequent write, is one update of one entry where it still is, for which
 * nothing has to be repeated however many of a user's devices are in use.
 *
 * <p>Expired sessions go with the next change, and with {@link #purge}.
 */
final class MongoSessions implements Sessions {
  private static final String PORT = "Sessions";

  private static final Comparator<Entry> OLDEST_FIRST =
      Comparator.<Entry, Instant>comparing(it -> it.session().createdAt())
          .thenComparing(it -> it.session().id().toString());

  private final Connection connection;
  private final MongoCollection<Document> sessions;
  private final InstantSource clock;

  MongoSessions(Connection connection, MongoCollection<Document> sessions, InstantSource clock) {
    this.connection = connection;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** What a change leaves behind, or empty where it changes nothing; and what it answers. */
  private record Change<T>(Optional<UserSessions> next, T answer) {
    static <T> Change<T> none(T answer) {
      return new Change<>(Optional.empty(), answer);
    }

    static <T> Change<T> to(List<Entry> entries, T answer) {
      return new Change<>(Optional.of(new UserSessions(entries)), answer);
    }
  }

  @Override
  public Opening open(Session session, SessionTokenHash token, int limit) {
    return change(
        "open",
        session.owner(),
        live -> {
          Entry opened = new Entry(session, token);
          // An insert whose answer was lost is repeated by the driver, and finds itself.
          if (entry(live, session.id()).filter(it -> !it.equals(opened)).isPresent()) {
            throw new IllegalStateException("another session has the id " + session.id());
          }
          List<Entry> others =
              live.entries().stream()
                  .filter(it -> !it.equals(opened))
                  .sorted(OLDEST_FIRST)
                  .toList();
          int over = Math.max(0, others.size() + 1 - limit);
          List<Entry> next = new ArrayList<>(others.subList(over, others.size()));
          next.add(opened);
          List<SessionId> ended =
              others.subList(0, over).stream().map(it -> it.session().id()).toList();
          return Change.to(next, new Opening(ended));
        });
  }

  @Override
  public Optional<Session> find(UserId owner, SessionTokenHash token) {
    return find(owner, new Document("token", token.value()));
  }

  @Override
  public Optional<Session> find(UserId owner, SessionId id) {
    return find(owner, byId(id));
  }

  private Optional<Session> find(UserId owner, Document wanted) {
    return live(call("find", () -> stored(owner, wanted))).entries().stream()
        .map(Entry::session)
        .findFirst();
  }

  @Override
  public List<Session> list(UserId owner) {
    return live(call("list", () -> stored(owner))).entries().stream()
        .sorted(OLDEST_FIRST.reversed())
        .map(Entry::session)
        .toList();
  }

  @Override
  public List<UserId> lastSeen(int most) {
    Instant now = clock.instant();
    return call("lastSeen", () -> new LastSeen(sessions, now).owners(most));
  }

  @Override
  public Touch touch(UserId owner, SessionId id, Instant at) {
    return call(
        "touch",
        () -> {
          Optional<Entry> found = entry(live(stored(owner, byId(id))), id);
          if (found.isEmpty()) {
            return new Gone();
          }
          Session session = found.get().session();
          Session touched = session.touched(at);
          return touched.equals(session) || noted(touched) ? new Touched() : new Gone();
        });
  }

  /** Whether the session is still there to be written on. */
  private boolean noted(Session touched) {
    Document filter = byOwner(touched.owner()).append("sessions.id", touched.id().value());
    Document later =
        new Document("sessions.$.lastAccessedAt", Date.from(touched.lastAccessedAt()))
            .append("sessions.$.expiresAt", Broom.end(touched.expiresAt()))
            .append("expiresAt", Broom.end(touched.expiresAt()));
    Document update = freshRevision().append("$max", later);
    return sessions.updateOne(filter, update).getMatchedCount() == 1;
  }

  @Override
  public Annotation annotate(UserId owner, SessionId id, SessionData expected, SessionData next) {
    return change(
        "annotate",
        owner,
        live -> {
          Optional<Entry> found = entry(live, id);
          if (found.isEmpty()) {
            return Change.none(new Gone());
          }
          Session session = found.get().session();
          if (!session.data().equals(expected)) {
            return Change.none(new Overtaken(session.data()));
          }
          Entry annotated = new Entry(session.withData(next), found.get().token());
          return Change.to(with(live, found.get(), annotated), new Annotated());
        });
  }

  @Override
  public Rekeying rekey(UserId owner, SessionId id, SessionTokenHash next) {
    return change(
        "rekey",
        owner,
        live -> {
          Optional<Entry> found = entry(live, id);
          if (found.isEmpty()) {
            return Change.none(new Gone());
          }
          Entry rekeyed = new Entry(found.get().session(), next);
          return Change.to(with(live, found.get(), rekeyed), new Rekeyed());
        });
  }

  @Override
  public Revocation revoke(UserId owner, SessionId id) {
    return change(
        "revoke",
        owner,
        live -> {
          Optional<Entry> found = entry(live, id);
          if (found.isEmpty()) {
            return Change.none(new Gone());
          }
          List<Entry> next = new ArrayList<>(live.entries());
          next.remove(found.get());
          return Change.to(next, new Revoked());
        });
  }

  @Override
  public Clearance revokeAll(UserId owner) {
    Optional<Document> removed =
        call("revokeAll", () -> Optional.ofNullable(sessions.findOneAndDelete(byOwner(owner))));
    return new Clearance(live(removed).entries().size());
  }

  @Override
  public Clearance revokeOthers(UserId owner, SessionId kept) {
    return change(
        "revokeOthers",
        owner,
        live -> {
          List<Entry> next = entry(live, kept).stream().toList();
          int others = live.entries().size() - next.size();
          Clearance answer = new Clearance(others);
          return others == 0 ? Change.none(answer) : Change.to(next, answer);
        });
  }

  @Override
  public Purge purge(int most) {
    Instant now = clock.instant();
    Broom broom = new Broom(sessions, "sessions.expiresAt");
    return call("purge", () -> new Purge(broom.sweep(now, most, ids -> clear(ids, now))));
  }

  private void clear(List<Object> ids, Instant now) {
    Document these = new Document("_id", new Document("$in", ids));
    Document expired = new Document("expiresAt", new Document("$lte", Date.from(now)));
    Document update = freshRevision().append("$pull", new Document("sessions", expired));
    var _ = sessions.updateMany(these, update);
    var _ = sessions.deleteMany(these.append("sessions", new Document("$size", 0)));
  }

  private static Document freshRevision() {
    return new Document("$set", new Document("revision", new ObjectId()));
  }

  private <T> T change(String operation, UserId owner, Function<UserSessions, Change<T>> rule) {
    return connection.callUntilAnswered(PORT, operation, () -> changed(owner, rule));
  }

  /** Empty where another change came first. */
  private <T> Optional<T> changed(UserId owner, Function<UserSessions, Change<T>> rule) {
    Optional<Document> stored = stored(owner);
    Change<T> change = rule.apply(live(stored));
    boolean done = change.next().isEmpty() || write(owner, stored, change.next().get());
    return done ? Optional.of(change.answer()) : Optional.empty();
  }

  /** Whether nothing had changed since {@code stored} was read. */
  private boolean write(UserId owner, Optional<Document> stored, UserSessions next) {
    Document document = next.toDocument(owner, new ObjectId());
    if (stored.isEmpty()) {
      return insert(document);
    }
    Document unchanged = byOwner(owner).append("revision", stored.get().getObjectId("revision"));
    if (next.entries().isEmpty()) {
      return sessions.deleteOne(unchanged).getDeletedCount() == 1;
    }
    return sessions.replaceOne(unchanged, document).getMatchedCount() == 1;
  }

  private boolean insert(Document document) {
    try {
      var _ = sessions.insertOne(document);
      return true;
    } catch (MongoWriteException e) {
      DuplicateKey.check(e);
      return false;
    }
  }

  private UserSessions live(Optional<Document> stored) {
    Instant now = clock.instant();
    return stored
        .map(it -> UserSessions.liveIn(it, now))
        .orElseGet(() -> new UserSessions(List.of()));
  }

  private static Optional<Entry> entry(UserSessions live, SessionId id) {
    return live.entries().stream().filter(it -> it.session().id().equals(id)).findFirst();
  }

  private static List<Entry> with(UserSessions live, Entry old, Entry replacement) {
    List<Entry> next = new ArrayList<>(live.entries());
    next.set(next.indexOf(old), replacement);
    return next;
  }

  /** The owner's document with no more of its entries than the first that is wanted. */
  private Optional<Document> stored(UserId owner, Document wanted) {
    Document projection = new Document("sessions", new Document("$elemMatch", wanted));
    return Optional.ofNullable(sessions.find(byOwner(owner)).projection(projection).first());
  }

  private static Document byId(SessionId id) {
    return new Document("id", id.value());
  }

  private Optional<Document> stored(UserId owner) {
    return Optional.ofNullable(sessions.find(byOwner(owner)).first());
  }

  private static Document byOwner(UserId owner) {
    return new Document("_id", owner.value());
  }

  private <T> T call(String operation, Supplier<T> work) {
    return connection.call(PORT, operation, work);
  }
}
