package dev.honeydo.adapters.mongo;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import dev.honeydo.application.port.IdempotencyLedger;
import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.StoredAnswer;
import dev.honeydo.domain.idempotency.ClaimKey;
import dev.honeydo.domain.idempotency.Fingerprint;
import dev.honeydo.domain.idempotency.Seed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.Document;

/**
 * Entries, one document each: {@code {_id: key, fingerprint, seed, attempt, leasedUntil, expiresAt,
 * answer?: {status, body, mediaType?, location?, etag?}}}.
 *
 * <p>A claim inserts, and {@code _id} decides who is first. Whoever is not reads and judges, and
 * writes on condition that the entry is still of the seed and the attempt that was read; so does
 * the owner, whose claim names both.
 */
final class MongoIdempotencyLedger implements IdempotencyLedger {
  private static final String PORT = "IdempotencyLedger";

  private final Connection connection;
  private final MongoCollection<Document> entries;
  private final InstantSource clock;

  MongoIdempotencyLedger(
      Connection connection, MongoCollection<Document> entries, InstantSource clock) {
    this.connection = connection;
    this.entries = entries;
    this.clock = clock;
  }

  @Override
  public Claiming claim(ClaimKey key, Fingerprint fingerprint, Seed seed, Duration keep) {
    return connection.callUntilAnswered(
        PORT, "claim", () -> claimed(new Asked(key, fingerprint, seed, keep, clock.instant())));
  }

  /** Empty where another was faster, or has only just been; then it is to be tried again. */
  private Optional<Claiming> claimed(Asked asked) {
    try {
      var _ = entries.insertOne(asked.entry());
      return Optional.of(asked.first());
    } catch (MongoWriteException e) {
      DuplicateKey.check(e);
    }
    Optional<Document> found =
        Optional.ofNullable(entries.find(new Document("_id", asked.key.value())).first());
    return found.flatMap(entry -> judged(asked, entry));
  }

  private Optional<Claiming> judged(Asked asked, Document entry) {
    if (isOver(entry, "expiresAt", asked.now)) {
      boolean won = entries.replaceOne(unchanged(entry), asked.entry()).getMatchedCount() == 1;
      return won ? Optional.of(asked.first()) : Optional.empty();
    }
    if (!asked.fingerprint.value().equals(entry.getString("fingerprint"))) {
      return Optional.of(new Mismatch());
    }
    Document answer = entry.get("answer", Document.class);
    if (answer != null) {
      return Optional.of(new Replay(answer(answer)));
    }
    return isOver(entry, "leasedUntil", asked.now)
        ? followed(asked, entry)
        : Optional.of(new InFlight());
  }

  private Optional<Claiming> followed(Asked asked, Document entry) {
    long attempt = entry.getLong("attempt") + 1;
    Document next =
        new Document("attempt", attempt)
            .append("leasedUntil", asked.leasedUntil())
            .append("expiresAt", asked.expiresAt());
    Document open = unchanged(entry).append("answer", null);
    boolean won = entries.updateOne(open, new Document("$set", next)).getMatchedCount() == 1;
    Seed seed = new Seed(entry.get("seed", UUID.class));
    return won ? Optional.of(new Won(new Claim(asked.key, seed, attempt))) : Optional.empty();
  }

  @Override
  public Completion complete(Claim claim, StoredAnswer answer) {
    Document kept = new Document("status", answer.status()).append("body", answer.body());
    answer.mediaType().ifPresent(it -> kept.append("mediaType", it));
    answer.location().ifPresent(it -> kept.append("location", it));
    answer.etag().ifPresent(it -> kept.append("etag", it));
    Document update = new Document("$set", new Document("answer", kept));
    long matched = call("complete", () -> entries.updateOne(open(claim), update).getMatchedCount());
    return matched == 1 ? new Completed() : new Overtaken();
  }

  @Override
  public Release abandon(Claim claim) {
    Document over = new Document("leasedUntil", Date.from(clock.instant()));
    Document update = new Document("$set", over);
    return released(
        call("abandon", () -> entries.updateOne(open(claim), update).getMatchedCount()));
  }

  @Override
  public Release withdraw(Claim claim) {
    return released(call("withdraw", () -> entries.deleteOne(open(claim)).getDeletedCount()));
  }

  @Override
  public Purge purge(int most) {
    Instant now = clock.instant();
    return call("purge", () -> new Purge(new Broom(entries, "expiresAt").sweep(now, most)));
  }

  private static Release released(long documents) {
    return documents == 1 ? new Released() : new Overtaken();
  }

  /** The entry that the claim may change, if there is one. */
  private Document open(Claim claim) {
    return new Document("_id", claim.key().value())
        .append("seed", claim.seed().value())
        .append("attempt", claim.attempt())
        .append("answer", null)
        .append("expiresAt", new Document("$gt", Date.from(clock.instant())));
  }

  private static Document unchanged(Document entry) {
    return new Document("_id", entry.getString("_id"))
        .append("seed", entry.get("seed", UUID.class))
        .append("attempt", entry.getLong("attempt"));
  }

  private static boolean isOver(Document entry, String end, Instant now) {
    return !now.isBefore(entry.getDate(end).toInstant());
  }

  private static StoredAnswer answer(Document kept) {
    return new StoredAnswer(
        kept.getInteger("status"),
        kept.getString("body"),
        Optional.ofNullable(kept.getString("mediaType")),
        Optional.ofNullable(kept.getString("location")),
        Optional.ofNullable(kept.getString("etag")));
  }

  private <T> T call(String operation, Supplier<T> work) {
    return connection.call(PORT, operation, work);
  }

  /** What a claim asks for, and when. */
  private record Asked(
      ClaimKey key, Fingerprint fingerprint, Seed seed, Duration keep, Instant now) {

    Won first() {
      return new Won(new Claim(key, seed, 1));
    }

    Document entry() {
      return new Document("_id", key.value())
          .append("fingerprint", fingerprint.value())
          .append("seed", seed.value())
          .append("attempt", 1L)
          .append("leasedUntil", leasedUntil())
          .append("expiresAt", expiresAt());
    }

    Date leasedUntil() {
      return Broom.end(now.plus(LEASE));
    }

    Date expiresAt() {
      return Broom.end(now.plus(keep));
    }
  }
}
