package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.domain.auth.Epoch;
import dev.honeydo.domain.auth.TokenId;
import dev.honeydo.domain.user.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Revoked tokens in the table {@code revoked_tokens}, one row each, which {@link #purge} removes;
 * the epochs of those who have advanced theirs in the table {@code epochs}, from which nothing is
 * ever removed. One query reads both.
 */
final class SqliteRevokedTokens implements RevokedTokens {
  private static final String PORT = "RevokedTokens";

  private static final String REVOKE =
      "INSERT INTO revoked_tokens (owner, token, until) VALUES (?, ?, ?)"
          + " ON CONFLICT (owner, token) DO UPDATE SET until = max(until, excluded.until)";
  static final String STANDING =
      "SELECT EXISTS (SELECT 1 FROM revoked_tokens WHERE owner = ? AND token = ? AND until > ?),"
          + " coalesce((SELECT epoch FROM epochs WHERE owner = ?), 0)";
  static final String EPOCH = "SELECT epoch FROM epochs WHERE owner = ?";
  private static final String ADVANCE =
      "INSERT INTO epochs (owner, epoch) VALUES (?, ?)"
          + " ON CONFLICT (owner) DO UPDATE SET epoch = epoch + 1";
  static final String PURGE =
      "DELETE FROM revoked_tokens WHERE (owner, token) IN"
          + " (SELECT owner, token FROM revoked_tokens WHERE until <= ? ORDER BY until LIMIT ?)";
  static final String EXPIRED = "SELECT 1 FROM revoked_tokens WHERE until <= ? LIMIT 1";
  private static final Broom BROOM = new Broom(PORT, PURGE, EXPIRED);

  private final Database database;
  private final InstantSource clock;

  SqliteRevokedTokens(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Revocation revoke(UserId owner, TokenId token, Instant until) {
    return database.write(
        PORT,
        "revoke",
        it -> {
          int _ = it.change(REVOKE, owner.value(), token.value(), Broom.end(until));
          return new Revocation();
        });
  }

  @Override
  public Standing standing(UserId owner, TokenId token) {
    Instant now = clock.instant();
    return database
        .read(
            PORT,
            "standing",
            it ->
                it.first(
                    STANDING,
                    row -> new Standing(row.flag(), new Epoch(row.number())),
                    owner.value(),
                    token.value(),
                    now,
                    owner.value()))
        .orElseThrow();
  }

  @Override
  public Epoch epoch(UserId owner) {
    return database.read(PORT, "epoch", it -> current(it, owner));
  }

  @Override
  public Advance advance(UserId owner) {
    return database.write(
        PORT,
        "advance",
        it -> {
          int _ = it.change(ADVANCE, owner.value(), Epoch.FIRST.next().value());
          return new Advance(current(it, owner));
        });
  }

  @Override
  public Purge purge(int most) {
    return BROOM.sweep(database, clock.instant(), most);
  }

  private static Epoch current(SqliteConnection connection, UserId owner) throws SQLException {
    return connection
        .first(EPOCH, row -> new Epoch(row.number()), owner.value())
        .orElse(Epoch.FIRST);
  }
}
