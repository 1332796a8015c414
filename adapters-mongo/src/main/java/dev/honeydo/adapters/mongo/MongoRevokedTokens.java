package dev.honeydo.adapters.mongo;

import static com.mongodb.client.model.ReturnDocument.AFTER;

import com.mongodb.MongoServerException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.UpdateOptions;
import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.domain.auth.Epoch;
import dev.honeydo.domain.auth.TokenId;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;

/**
 * Revoked tokens and the epoch of a user in one document, so that one read answers for both: {@code
 * {_id: owner, epoch?, tokens?: [{id, until}]}}. There is an {@code epoch} once it was advanced,
 * and from then on the document stays for ever; no TTL index must be put on this collection.
 *
 * <p>Tokens whose time has run out go when their owner revokes another, and with {@link #purge}.
 */
final class MongoRevokedTokens implements RevokedTokens {
  private final Connection connection;
  private final MongoCollection<Document> revoked;
  private final InstantSource clock;

  MongoRevokedTokens(
      Connection connection, MongoCollection<Document> revoked, InstantSource clock) {
    this.connection = connection;
    this.revoked = revoked;
    this.clock = clock;
  }

  @Override
  public Revocation revoke(UserId owner, TokenId token, Instant until) {
    Date end = Broom.end(until);
    Document past = past(clock.instant());
    return call(
        "revoke",
        () -> {
          var _ = revoked.updateOne(byOwner(owner), past);
          return Attempts.untilAnswered(() -> revoked(owner, token, end));
        });
  }

  /** Empty where the same was done at the same time. */
  private Optional<Revocation> revoked(UserId owner, TokenId token, Date end) {
    Document known = byOwner(owner).append("tokens.id", token.value());
    Document longer = new Document("$max", new Document("tokens.$.until", end));
    if (revoked.updateOne(known, longer).getMatchedCount() == 1) {
      return Optional.of(new Revocation());
    }
    Document unknown = byOwner(owner).append("tokens.id", new Document("$ne", token.value()));
    Document entry = new Document("id", token.value()).append("until", end);
    Document push = new Document("$push", new Document("tokens", entry));
    return upserted(() -> {
      var _ = revoked.updateOne(unknown, push, new UpdateOptions().upsert(true));
      return new Revocation();
    });
  }

  @Override
  public Standing standing(UserId owner, TokenId token) {
    Document entry = new Document("$elemMatch", new Document("id", token.value()));
    Document wanted = new Document("epoch", 1).append("tokens", entry);
    Optional<Document> stored = call("standing", () -> stored(owner, wanted));
    Instant now = clock.instant();
    boolean dead =
        stored.stream()
            .flatMap(it -> it.getList("tokens", Document.class, List.of()).stream())
            .anyMatch(it -> now.isBefore(it.getDate("until").toInstant()));
    return new Standing(dead, epoch(stored));
  }

  @Override
  public Epoch epoch(UserId owner) {
    return epoch(call("epoch", () -> stored(owner, new Document("epoch", 1))));
  }

  @Override
  public Advance advance(UserId owner) {
    Document next = new Document("$inc", new Document("epoch", 1L));
    FindOneAndUpdateOptions options =
        new FindOneAndUpdateOptions()
            .upsert(true)
            .returnDocument(AFTER)
            .projection(new Document("epoch", 1));
    return call(
        "advance",
        () ->
            Attempts.untilAnswered(() ->
                upserted(() -> {
                  Document after = revoked.findOneAndUpdate(byOwner(owner), next, options);
                  return new Advance(epoch(Optional.ofNullable(after)));
                })));
  }

  @Override
  public Purge purge(int most) {
    Instant now = clock.instant();
    Broom broom = new Broom(revoked, "tokens.until");
    return call("purge", () -> new Purge(broom.sweep(now, most, ids -> clear(ids, now))));
  }

  private void clear(List<Object> ids, Instant now) {
    Document these = new Document("_id", new Document("$in", ids));
    var _ = revoked.updateMany(these, past(now));
    Document empty =
        new Document(these)
            .append("tokens", new Document("$size", 0))
            .append("epoch", new Document("$exists", false));
    var _ = revoked.deleteMany(empty);
  }

  /** Takes out the tokens whose time has run out. */
  private static Document past(Instant now) {
    Document past = new Document("until", new Document("$lte", Date.from(now)));
    return new Document("$pull", new Document("tokens", past));
  }

  /** Of two who make a document at once the server may refuse one, who is then to try again. */
  private static <T> Optional<T> upserted(Supplier<T> write) {
    try {
      return Optional.of(write.get());
    } catch (MongoServerException e) {
      DuplicateKey.check(e);
      return Optional.empty();
    }
  }

  private Optional<Document> stored(UserId owner, Document wanted) {
    return Optional.ofNullable(revoked.find(byOwner(owner)).projection(wanted).first());
  }

  private static Epoch epoch(Optional<Document> stored) {
    return stored.map(it -> it.getLong("epoch")).map(Epoch::new).orElse(Epoch.FIRST);
  }

  private static Document byOwner(UserId owner) {
    return new Document("_id", owner.value());
  }

  private <T> T call(String operation, Supplier<T> work) {
    return connection.call("RevokedTokens", operation, work);
  }
}
