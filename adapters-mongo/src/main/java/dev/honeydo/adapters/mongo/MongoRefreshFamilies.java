package dev.honeydo.adapters.mongo;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.domain.auth.FamilyId;
import dev.honeydo.domain.auth.RefreshFamily;
import dev.honeydo.domain.auth.RefreshLink;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.Document;

/**
 * Families of refresh tokens, one document each: {@code {_id, owner, session, counter, rotatedAt,
 * endsAt}}. A rotation is one update on condition that the counter is the one presented; what it
 * misses is then read and judged.
 */
final class MongoRefreshFamilies implements RefreshFamilies {
  /** What the update found, from which what it made is known for certain. */
  private static final FindOneAndUpdateOptions BEFORE =
      new FindOneAndUpdateOptions().returnDocument(ReturnDocument.BEFORE);

  private final Connection connection;
  private final MongoCollection<Document> families;
  private final InstantSource clock;

  MongoRefreshFamilies(
      Connection connection, MongoCollection<Document> families, InstantSource clock) {
    this.connection = connection;
    this.families = families;
    this.clock = clock;
  }

  @Override
  public Founding found(RefreshFamily family) {
    Document document = document(family);
    return call("found", () -> insert(family.id(), document));
  }

  private Founding insert(FamilyId id, Document document) {
    try {
      var _ = families.insertOne(document);
      return new Founding();
    } catch (MongoWriteException e) {
      DuplicateKey.check(e);
      // An insert whose answer was lost is repeated by the driver, and finds itself in the way.
      Document byId = new Document("_id", id.value());
      if (document.equals(families.find(byId).first())) {
        return new Founding();
      }
      throw new IllegalStateException("another family has the id " + id);
    }
  }

  @Override
  public Optional<RefreshFamily> find(FamilyId id) {
    Document live = live(clock.instant()).append("_id", id.value());
    return call(
        "find",
        () -> Optional.ofNullable(families.find(live).first()).map(MongoRefreshFamilies::family));
  }

  @Override
  public Rotation rotate(RefreshLink presented) {
    Instant now = clock.instant();
    return connection.callUntilAnswered("RefreshFamilies", "rotate", () -> rotate(presented, now));
  }

  /** Empty where it is to be tried again. */
  private Optional<Rotation> rotate(RefreshLink presented, Instant now) {
    Document live = live(now).append("_id", presented.family().value());
    Document newest = new Document(live).append("counter", presented.counter());
    Optional<RefreshFamily> rotated = grown(newest, now);
    if (rotated.isPresent()) {
      return rotated.map(Rotated::new);
    }
    Optional<RefreshFamily> stored =
        Optional.ofNullable(families.find(live).first()).map(MongoRefreshFamilies::family);
    if (stored.isEmpty() || presented.counter() > stored.get().counter()) {
      return Optional.of(new Gone());
    }
    // What a majority has may for a moment be older than what the update was compared with.
    return stored
        .filter(it -> presented.counter() < it.counter())
        .map(it -> it.mayReplay(presented.counter(), now) ? new Replayed(it) : new Reused(it));
  }

  private Optional<RefreshFamily> grown(Document filter, Instant now) {
    Document update =
        new Document("$inc", new Document("counter", 1L))
            .append("$set", new Document("rotatedAt", Date.from(now)));
    return Optional.ofNullable(families.findOneAndUpdate(filter, update, BEFORE))
        .map(before -> family(before).rotated(now));
  }

  @Override
  public Ending end(UserId owner, SessionId session) {
    return end("end", new Document("owner", owner.value()).append("session", session.value()));
  }

  @Override
  public Ending endAll(UserId owner) {
    return end("endAll", new Document("owner", owner.value()));
  }

  @Override
  public Ending endOthers(UserId owner, SessionId kept) {
    return end(
        "endOthers",
        new Document("owner", owner.value()).append("session", new Document("$ne", kept.value())));
  }

  @Override
  public Purge purge(int most) {
    Instant now = clock.instant();
    return call("purge", () -> new Purge(new Broom(families, "endsAt").sweep(now, most)));
  }

  private Ending end(String operation, Document which) {
    Document filter = live(clock.instant());
    filter.putAll(which);
    return call(operation, () -> new Ending(families.deleteMany(filter).getDeletedCount()));
  }

  private static Document live(Instant now) {
    return new Document("endsAt", new Document("$gt", Date.from(now)));
  }

  private static Document document(RefreshFamily family) {
    return new Document("_id", family.id().value())
        .append("owner", family.owner().value())
        .append("session", family.session().value())
        .append("counter", family.counter())
        .append("rotatedAt", Date.from(family.rotatedAt()))
        .append("endsAt", Date.from(family.endsAt()));
  }

  private static RefreshFamily family(Document document) {
    return new RefreshFamily(
        new FamilyId(document.get("_id", UUID.class)),
        new UserId(document.get("owner", UUID.class)),
        new SessionId(document.get("session", UUID.class)),
        document.getLong("counter"),
        document.getDate("rotatedAt").toInstant(),
        document.getDate("endsAt").toInstant());
  }

  private <T> T call(String operation, Supplier<T> work) {
    return connection.call("RefreshFamilies", operation, work);
  }
}
