package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.IdempotencyLedger;
import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.StoredAnswer;
import dev.honeydo.domain.idempotency.ClaimKey;
import dev.honeydo.domain.idempotency.Fingerprint;
import dev.honeydo.domain.idempotency.Seed;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Entries in the table {@code idempotency}, one row each. {@link #claim} reads and decides inside
 * the transaction that writes, of which there is one at a time; where it has nothing to write,
 * nothing is flushed. A claim finds its row again by seed and attempt.
 */
final class SqliteIdempotencyLedger implements IdempotencyLedger {
  private static final String PORT = "IdempotencyLedger";

  static final String FIND =
      "SELECT fingerprint, seed, attempt, leased_until, expires_at,"
          + " status, body, media_type, location, etag FROM idempotency WHERE key = ?";
  private static final String BEGIN =
      "INSERT INTO idempotency (key, fingerprint, seed, attempt, leased_until, expires_at)"
          + " VALUES (?, ?, ?, 1, ?, ?)"
          + " ON CONFLICT (key) DO UPDATE SET fingerprint = excluded.fingerprint,"
          + " seed = excluded.seed, attempt = 1, leased_until = excluded.leased_until,"
          + " expires_at = excluded.expires_at,"
          + " status = NULL, body = NULL, media_type = NULL, location = NULL, etag = NULL";
  private static final String FOLLOW =
      "UPDATE idempotency SET attempt = ?, leased_until = ?, expires_at = ? WHERE key = ?";
  private static final String OPEN =
      " WHERE key = ? AND seed = ? AND attempt = ? AND status IS NULL AND expires_at > ?";
  static final String COMPLETE =
      "UPDATE idempotency SET status = ?, body = ?, media_type = ?, location = ?, etag = ?" + OPEN;
  static final String ABANDON = "UPDATE idempotency SET leased_until = ?" + OPEN;
  static final String WITHDRAW = "DELETE FROM idempotency" + OPEN;
  static final String PURGE =
      "DELETE FROM idempotency WHERE seq IN"
          + " (SELECT seq FROM idempotency WHERE expires_at <= ? ORDER BY expires_at LIMIT ?)";
  static final String EXPIRED = "SELECT 1 FROM idempotency WHERE expires_at <= ? LIMIT 1";
  private static final Broom BROOM = new Broom(PORT, PURGE, EXPIRED);

  private final Database database;
  private final InstantSource clock;

  SqliteIdempotencyLedger(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Claiming claim(ClaimKey key, Fingerprint fingerprint, Seed seed, Duration keep) {
    return database.write(PORT, "claim", it -> claim(it, key, fingerprint, seed, keep));
  }

  private Claiming claim(
      SqliteConnection connection, ClaimKey key, Fingerprint fingerprint, Seed seed, Duration keep)
      throws SQLException {
    Instant now = clock.instant();
    Instant leasedUntil = Broom.end(now.plus(LEASE));
    Instant expiresAt = Broom.end(now.plus(keep));
    Optional<Entry> live =
        connection
            .first(FIND, SqliteIdempotencyLedger::entry, key.value())
            .filter(it -> now.isBefore(it.expiresAt()));
    if (live.isEmpty()) {
      int _ =
          connection.change(
              BEGIN, key.value(), fingerprint.value(), seed.value(), leasedUntil, expiresAt);
      return new Won(new Claim(key, seed, 1));
    }
    Entry entry = live.get();
    if (!entry.fingerprint().equals(fingerprint)) {
      return new Mismatch();
    }
    if (entry.answer().isPresent()) {
      return new Replay(entry.answer().get());
    }
    if (now.isBefore(entry.leasedUntil())) {
      return new InFlight();
    }
    long attempt = entry.attempt() + 1;
    int _ = connection.change(FOLLOW, attempt, leasedUntil, expiresAt, key.value());
    return new Won(new Claim(key, entry.seed(), attempt));
  }

  @Override
  public Completion complete(Claim claim, StoredAnswer answer) {
    int completed =
        database.write(
            PORT,
            "complete",
            it ->
                it.change(
                    COMPLETE,
                    answer.status(),
                    answer.body(),
                    answer.mediaType(),
                    answer.location(),
                    answer.etag(),
                    claim.key().value(),
                    claim.seed().value(),
                    claim.attempt(),
                    clock.instant()));
    return completed == 1 ? new Completed() : new Overtaken();
  }

  @Override
  public Release abandon(Claim claim) {
    Instant now = clock.instant();
    return released(
        database.write(
            PORT,
            "abandon",
            it ->
                it.change(
                    ABANDON,
                    now,
                    claim.key().value(),
                    claim.seed().value(),
                    claim.attempt(),
                    now)));
  }

  @Override
  public Release withdraw(Claim claim) {
    return released(
        database.write(
            PORT,
            "withdraw",
            it ->
                it.change(
                    WITHDRAW,
                    claim.key().value(),
                    claim.seed().value(),
                    claim.attempt(),
                    clock.instant())));
  }

  @Override
  public Purge purge(int most) {
    return BROOM.sweep(database, clock.instant(), most);
  }

  private static Release released(int rows) {
    return rows == 1 ? new Released() : new Overtaken();
  }

  private static Entry entry(Row row) throws SQLException {
    return new Entry(
        new Fingerprint(row.text()),
        new Seed(row.id()),
        row.number(),
        row.instant(),
        row.instant(),
        answer(row));
  }

  private static Optional<StoredAnswer> answer(Row row) throws SQLException {
    int status = (int) row.number();
    Optional<String> body = row.optionalText();
    return body.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new StoredAnswer(
                status, body.get(), row.optionalText(), row.optionalText(), row.optionalText()));
  }

  private record Entry(
      Fingerprint fingerprint,
      Seed seed,
      long attempt,
      Instant leasedUntil,
      Instant expiresAt,
      Optional<StoredAnswer> answer) {}
}
