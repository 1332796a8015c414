package dev.honeydo.examples.h2;

import static java.time.Instant.ofEpochMilli;

import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.domain.auth.FamilyId;
import dev.honeydo.domain.auth.RefreshFamily;
import dev.honeydo.domain.auth.RefreshLink;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/**
 * Families as rows. Whoever presents a link locks the family's row, and then decides. Those that
 * have expired go when their owner founds another or ends one, and with {@link #purge}.
 */
final class H2RefreshFamilies implements RefreshFamilies {
  private final Database database;
  private final InstantSource clock;

  H2RefreshFamilies(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Founding found(RefreshFamily family) {
    return database.run(
        "RefreshFamilies",
        "found",
        in -> {
          forgetExpired(in, family.owner());
          in.update(
              """
              insert into families (id, owner, session, counter, rotated_at, ends_at)
              values (?, ?, ?, ?, ?, ?)
              """,
              family.id().toString(),
              family.owner().toString(),
              family.session().toString(),
              family.counter(),
              family.rotatedAt().toEpochMilli(),
              family.endsAt().toEpochMilli());
          return new Founding();
        });
  }

  @Override
  public Optional<RefreshFamily> find(FamilyId id) {
    return database.run(
        "RefreshFamilies",
        "find",
        in ->
            in.first(
                    H2RefreshFamilies::family, "select * from families where id = ?", id.toString())
                .filter(family -> family.isLiveAt(clock.instant())));
  }

  @Override
  public Rotation rotate(RefreshLink presented) {
    return database.run(
        "RefreshFamilies",
        "rotate",
        in -> {
          Optional<RefreshFamily> locked =
              in.first(
                  H2RefreshFamilies::family,
                  "select * from families where id = ? for update",
                  presented.family().toString());
          Instant now = clock.instant();
          Rotation rotation = rotation(locked, presented.counter(), now);
          if (rotation instanceof Rotated(var next)) {
            in.update(
                "update families set counter = ?, rotated_at = ? where id = ?",
                next.counter(),
                next.rotatedAt().toEpochMilli(),
                next.id().toString());
          }
          return rotation;
        });
  }

  private static Rotation rotation(Optional<RefreshFamily> kept, long presented, Instant now) {
    if (kept.isEmpty() || !kept.get().isLiveAt(now) || presented > kept.get().counter()) {
      return new Gone();
    }
    RefreshFamily family = kept.get();
    if (presented == family.counter()) {
      return new Rotated(family.rotated(now));
    }
    return family.mayReplay(presented, now) ? new Replayed(family) : new Reused(family);
  }

  @Override
  public Ending end(UserId owner, SessionId session) {
    return database.run(
        "RefreshFamilies",
        "end",
        in -> {
          forgetExpired(in, owner);
          return new Ending(
              in.update(
                  "delete from families where owner = ? and session = ?",
                  owner.toString(),
                  session.toString()));
        });
  }

  @Override
  public Ending endAll(UserId owner) {
    return database.run(
        "RefreshFamilies",
        "endAll",
        in -> {
          forgetExpired(in, owner);
          return new Ending(in.update("delete from families where owner = ?", owner.toString()));
        });
  }

  @Override
  public Ending endOthers(UserId owner, SessionId kept) {
    return database.run(
        "RefreshFamilies",
        "endOthers",
        in -> {
          forgetExpired(in, owner);
          return new Ending(
              in.update(
                  "delete from families where owner = ? and session <> ?",
                  owner.toString(),
                  kept.toString()));
        });
  }

  @Override
  public Purge purge(int most) {
    return database.run(
        "RefreshFamilies",
        "purge",
        in -> in.purge("families", "ends_at", clock.instant().toEpochMilli(), most));
  }

  private void forgetExpired(Transaction in, UserId owner) throws SQLException {
    in.update(
        "delete from families where owner = ? and ends_at <= ?",
        owner.toString(),
        clock.instant().toEpochMilli());
  }

  private static RefreshFamily family(ResultSet row) throws SQLException {
    return new RefreshFamily(
        new FamilyId(UUID.fromString(row.getString("id"))),
        new UserId(UUID.fromString(row.getString("owner"))),
        new SessionId(UUID.fromString(row.getString("session"))),
        row.getLong("counter"),
        ofEpochMilli(row.getLong("rotated_at")),
        ofEpochMilli(row.getLong("ends_at")));
  }
}
