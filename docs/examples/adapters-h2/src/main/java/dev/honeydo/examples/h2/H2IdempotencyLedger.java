package dev.honeydo.examples.h2;

import static java.time.Instant.ofEpochMilli;

import dev.honeydo.application.port.IdempotencyLedger;
import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.StoredAnswer;
import dev.honeydo.domain.idempotency.ClaimKey;
import dev.honeydo.domain.idempotency.Fingerprint;
import dev.honeydo.domain.idempotency.Seed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/**
 * Entries as rows. Whoever claims a key locks its row, or is the first to insert it, and then
 * decides; a claim finds its row again by seed and attempt.
 */
final class H2IdempotencyLedger implements IdempotencyLedger {
  private static final String PORT = "IdempotencyLedger";
  private static final String OPEN =
      " where claim_key = ? and seed = ? and attempt = ? and status is null and expires_at > ?";

  private final Database database;
  private final InstantSource clock;

  H2IdempotencyLedger(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Claiming claim(ClaimKey key, Fingerprint fingerprint, Seed seed, Duration keep) {
    Entry fresh = new Entry(key, fingerprint, seed, clock.instant(), keep);
    return database.run(PORT, "claim", in -> claim(in, fresh));
  }

  private static Claiming claim(Transaction in, Entry fresh) throws SQLException {
    if (fresh.isInserted(in)) {
      return new Won(fresh.claim());
    }
    Optional<Claiming> answer =
        in.first(
            row -> judged(fresh, row),
            "select * from idempotency where claim_key = ? for update",
            fresh.key.value());
    if (answer.isEmpty()) {
      // Withdrawn or purged in between.
      return claim(in, fresh);
    }
    if (answer.get() instanceof Won(Claim claim)) {
      fresh.follow(in, claim);
    }
    return answer.get();
  }

  private static Claiming judged(Entry fresh, ResultSet row) throws SQLException {
    if (!fresh.now.isBefore(ofEpochMilli(row.getLong("expires_at")))) {
      return new Won(fresh.claim());
    }
    if (!row.getString("fingerprint").equals(fresh.fingerprint.value())) {
      return new Mismatch();
    }
    String body = row.getString("body");
    if (body != null) {
      return new Replay(
          new StoredAnswer(
              row.getInt("status"),
              body,
              Optional.ofNullable(row.getString("media_type")),
              Optional.ofNullable(row.getString("location")),
              Optional.ofNullable(row.getString("etag"))));
    }
    if (fresh.now.isBefore(ofEpochMilli(row.getLong("leased_until")))) {
      return new InFlight();
    }
    Seed seed = new Seed(UUID.fromString(row.getString("seed")));
    return new Won(new Claim(fresh.key, seed, row.getLong("attempt") + 1));
  }

  @Override
  public Completion complete(Claim claim, StoredAnswer answer) {
    int completed =
        database.run(
            PORT,
            "complete",
            in ->
                in.update(
                    "update idempotency set status = ?, body = ?, media_type = ?, location = ?,"
                        + " etag = ?"
                        + OPEN,
                    answer.status(),
                    answer.body(),
                    answer.mediaType().orElse(null),
                    answer.location().orElse(null),
                    answer.etag().orElse(null),
                    claim.key().value(),
                    claim.seed().value().toString(),
                    claim.attempt(),
                    clock.instant().toEpochMilli()));
    return completed == 1 ? new Completed() : new Overtaken();
  }

  @Override
  public Release abandon(Claim claim) {
    long now = clock.instant().toEpochMilli();
    return released(
        database.run(
            PORT,
            "abandon",
            in ->
                in.update(
                    "update idempotency set leased_until = ?" + OPEN,
                    now,
                    claim.key().value(),
                    claim.seed().value().toString(),
                    claim.attempt(),
                    now)));
  }

  @Override
  public Release withdraw(Claim claim) {
    return released(
        database.run(
            PORT,
            "withdraw",
            in ->
                in.update(
                    "delete from idempotency" + OPEN,
                    claim.key().value(),
                    claim.seed().value().toString(),
                    claim.attempt(),
                    clock.instant().toEpochMilli())));
  }

  @Override
  public Purge purge(int most) {
    return database.run(
        PORT,
        "purge",
        in -> in.purge("idempotency", "expires_at", clock.instant().toEpochMilli(), most));
  }

  private static Release released(int rows) {
    return rows == 1 ? new Released() : new Overtaken();
  }

  /** An entry that is to begin at {@code now}. */
  private record Entry(
      ClaimKey key, Fingerprint fingerprint, Seed seed, Instant now, Duration keep) {

    Claim claim() {
      return new Claim(key, seed, 1);
    }

    boolean isInserted(Transaction in) throws SQLException {
      return in.updatesUnlessTaken(
          """
          insert into idempotency (claim_key, fingerprint, seed, attempt, leased_until, expires_at)
          values (?, ?, ?, 1, ?, ?)
          """,
          key.value(),
          fingerprint.value(),
          seed.value().toString(),
          end(LEASE),
          end(keep));
    }

    /** Gives the row, which is locked, to that claim. */
    void follow(Transaction in, Claim claim) throws SQLException {
      in.update(
          """
          update idempotency set fingerprint = ?, seed = ?, attempt = ?, leased_until = ?,
            expires_at = ?, status = null, body = null, media_type = null, location = null,
            etag = null
          where claim_key = ?
          """,
          fingerprint.value(),
          claim.seed().value().toString(),
          claim.attempt(),
          end(LEASE),
          end(keep),
          key.value());
    }

    /** Up to the next millisecond: nothing must end before it does. */
    private long end(Duration time) {
      return now.plus(time).plusNanos(999_999).toEpochMilli();
    }
  }
}
