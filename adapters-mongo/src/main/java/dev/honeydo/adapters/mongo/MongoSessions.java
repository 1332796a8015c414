package dev.honeydo.adapters.mongo;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import dev.honeydo.adapters.mongo.UserSessions.Entry;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.auth.SessionTokenHash;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
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
 */
final class MongoSessions implements Sessions {
  /** More than any number of devices that log in at once; past it, the user may try again. */
  private static final int MOST_ATTEMPTS = 1000;

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
          List<Entry> others =
              live.entries().stream()
                  .filter(it -> !it.session().id().equals(session.id()))
                  .sorted(OLDEST_FIRST)
                  .toList();
          int over = Math.max(0, others.size() + 1 - limit);
          List<Entry> next = new ArrayList<>(others.subList(over, others.size()));
          next.add(new Entry(session, token));
          List<SessionId> ended =
              others.subList(0, over).stream().map(it -> it.session().id()).toList();
          return Change.to(next, new Opening(ended));
        });
  }

  @Override
  public Optional<Session> find(UserId owner, SessionTokenHash token) {
    return find(owner, it -> it.token().equals(token));
  }

  @Override
  public Optional<Session> find(UserId owner, SessionId id) {
    return find(owner, it -> it.session().id().equals(id));
  }

  private Optional<Session> find(UserId owner, Predicate<Entry> wanted) {
    Optional<Document> stored = call("find", () -> stored(owner));
    return live(stored).entries().stream().filter(wanted).map(Entry::session).findFirst();
  }

  @Override
  public Touch touch(UserId owner, SessionId id, Instant at) {
    return change(
        "touch",
        owner,
        live -> {
          Optional<Entry> found = entry(live, id);
          if (found.isEmpty()) {
            return Change.none(new Gone());
          }
          Session session = found.get().session();
          Session touched = session.touched(at);
          if (touched.equals(session)) {
            return Change.none(new Touched());
          }
          List<Entry> next = new ArrayList<>(live.entries());
          next.set(next.indexOf(found.get()), new Entry(touched, found.get().token()));
          return Change.to(next, new Touched());
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

  private <T> T change(String operation, UserId owner, Function<UserSessions, Change<T>> rule) {
    return call(operation, () -> raced(operation, owner, rule));
  }

  private <T> T raced(String operation, UserId owner, Function<UserSessions, Change<T>> rule) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Optional<Document> stored = stored(owner);
      Change<T> change = rule.apply(live(stored));
      if (change.next().isEmpty() || write(owner, stored, change.next().get())) {
        return change.answer();
      }
    }
    throw new PortUnavailable(
        "Sessions",
        operation,
        new ConcurrentModificationException("others were first " + MOST_ATTEMPTS + " times"));
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

  private Optional<Document> stored(UserId owner) {
    return Optional.ofNullable(sessions.find(byOwner(owner)).first());
  }

  private static Document byOwner(UserId owner) {
    return new Document("_id", owner.value());
  }

  private <T> T call(String operation, Supplier<T> work) {
    return connection.call("Sessions", operation, work);
  }
}
