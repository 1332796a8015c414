package dev.honeydo.examples.h2;

import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.domain.auth.Epoch;
import dev.honeydo.domain.auth.TokenId;
import dev.honeydo.domain.user.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Revoked tokens as rows, and the epochs of those who have advanced theirs. Whoever writes takes a
 * turn, for all owners together; whoever reads does so in one statement.
 */
final class H2RevokedTokens implements RevokedTokens {
  private final Database database;
  private final InstantSource clock;

  H2RevokedTokens(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Revocation revoke(UserId owner, TokenId token, Instant until) {
    // Up to the next millisecond: a token must not be good again before it ends.
    long end = until.plusNanos(999_999).toEpochMilli();
    return database.run(
        "RevokedTokens",
        "revoke",
        in -> {
          takeTurn(in);
          in.update(
              """
              merge into revoked_tokens as kept
              using (values (cast(? as varchar), cast(? as varchar), cast(? as bigint)))
                as given (owner, token, until)
              on kept.owner = given.owner and kept.token = given.token
              when matched then update set until = greatest(kept.until, given.until)
              when not matched then insert (owner, token, until)
                values (given.owner, given.token, given.until)
              """,
              owner.toString(),
              token.toString(),
              end);
          return new Revocation();
        });
  }

  @Override
  public Standing standing(UserId owner, TokenId token) {
    long now = clock.instant().toEpochMilli();
    return database
        .run(
            "RevokedTokens",
            "standing",
            in ->
                in.first(
                    row -> new Standing(row.getBoolean("revoked"), new Epoch(row.getLong("epoch"))),
                    """
                    select
                      exists (select 1 from revoked_tokens
                        where owner = ? and token = ? and until > ?) as revoked,
                      coalesce((select epoch from epochs where owner = ?), 0) as epoch
                    """,
                    owner.toString(),
                    token.toString(),
                    now,
                    owner.toString()))
        .orElseThrow();
  }

  @Override
  public Epoch epoch(UserId owner) {
    return database.run("RevokedTokens", "epoch", in -> current(in, owner));
  }

  @Override
  public Advance advance(UserId owner) {
    return database.run(
        "RevokedTokens",
        "advance",
        in -> {
          takeTurn(in);
          Epoch next = current(in, owner).next();
          in.update("merge into epochs key (owner) values (?, ?)", owner.toString(), next.value());
          return new Advance(next);
        });
  }

  @Override
  public Purge purge(int most) {
    return database.run(
        "RevokedTokens",
        "purge",
        in -> {
          takeTurn(in);
          return in.purge("revoked_tokens", "until", clock.instant().toEpochMilli(), most);
        });
  }

  private static void takeTurn(Transaction in) throws SQLException {
    in.all(row -> row.getInt("id"), "select id from session_turn for update");
  }

  private static Epoch current(Transaction in, UserId owner) throws SQLException {
    return in.first(
            row -> new Epoch(row.getLong("epoch")),
            "select epoch from epochs where owner = ?",
            owner.toString())
        .orElse(Epoch.FIRST);
  }
}
