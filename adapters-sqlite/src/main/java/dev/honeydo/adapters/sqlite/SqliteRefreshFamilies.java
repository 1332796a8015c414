package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.domain.auth.FamilyId;
import dev.honeydo.domain.auth.RefreshFamily;
import dev.honeydo.domain.auth.RefreshLink;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.user.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Families in the table {@code refresh_families}, one row each. {@link #rotate} reads and decides
 * inside the transaction that writes, of which there is one at a time. An owner's expired families
 * go when they found another, and everybody's with {@link #purge}.
 */
final class SqliteRefreshFamilies implements RefreshFamilies {
  private static final String PORT = "RefreshFamilies";

  private static final String COLUMNS = "id, owner, session, counter, rotated_at, ends_at";
  static final String FIND = "SELECT " + COLUMNS + " FROM refresh_families WHERE id = ?";
  static final String OF_OWNER = "SELECT " + COLUMNS + " FROM refresh_families WHERE owner = ?";
  static final String OF_SESSION = OF_OWNER + " AND session = ?";
  static final String OF_OTHERS = OF_OWNER + " AND session <> ?";
  private static final String ADD =
      "INSERT INTO refresh_families (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?)";
  private static final String ROTATE =
      "UPDATE refresh_families SET counter = ?, rotated_at = ? WHERE id = ?";
  private static final String REMOVE = "DELETE FROM refresh_families WHERE id = ?";
  static final String PURGE =
      "DELETE FROM refresh_families WHERE id IN"
          + " (SELECT id FROM refresh_families WHERE ends_at <= ? ORDER BY ends_at LIMIT ?)";
  static final String EXPIRED = "SELECT 1 FROM refresh_families WHERE ends_at <= ? LIMIT 1";
  private static final Broom BROOM = new Broom(PORT, PURGE, EXPIRED);

  private final Database database;
  private final InstantSource clock;

  SqliteRefreshFamilies(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Founding found(RefreshFamily family) {
    return database.write(PORT, "found", it -> found(it, family));
  }

  @Override
  public Optional<RefreshFamily> find(FamilyId id) {
    return database
        .read(PORT, "find", it -> it.first(FIND, SqliteRefreshFamilies::family, id.value()))
        .filter(family -> family.isLiveAt(clock.instant()));
  }

  @Override
  public Rotation rotate(RefreshLink presented) {
    return database.write(PORT, "rotate", it -> rotate(it, presented));
  }

  @Override
  public Ending end(UserId owner, SessionId session) {
    return database.write(
        PORT, "end", it -> end(it, families(it, OF_SESSION, owner.value(), session.value())));
  }

  @Override
  public Ending endAll(UserId owner) {
    return database.write(PORT, "endAll", it -> end(it, families(it, OF_OWNER, owner.value())));
  }

  @Override
  public Ending endOthers(UserId owner, SessionId kept) {
    return database.write(
        PORT, "endOthers", it -> end(it, families(it, OF_OTHERS, owner.value(), kept.value())));
  }

  @Override
  public Purge purge(int most) {
    return BROOM.sweep(database, clock.instant(), most);
  }

  private Founding found(SqliteConnection connection, RefreshFamily family) throws SQLException {
    Instant now = clock.instant();
    for (RefreshFamily other : families(connection, OF_OWNER, family.owner().value())) {
      if (!other.isLiveAt(now)) {
        remove(connection, other);
      }
    }
    int _ =
        connection.change(
            ADD,
            family.id().value(),
            family.owner().value(),
            family.session().value(),
            family.counter(),
            family.rotatedAt(),
            family.endsAt());
    return new Founding();
  }

  private Rotation rotate(SqliteConnection connection, RefreshLink presented) throws SQLException {
    Instant now = clock.instant();
    Optional<RefreshFamily> found =
        connection
            .first(FIND, SqliteRefreshFamilies::family, presented.family().value())
            .filter(family -> family.isLiveAt(now) && presented.counter() <= family.counter());
    if (found.isEmpty()) {
      return new Gone();
    }
    RefreshFamily family = found.get();
    if (presented.counter() < family.counter()) {
      return family.mayReplay(presented.counter(), now) ? new Replayed(family) : new Reused(family);
    }
    RefreshFamily next = family.rotated(now);
    int _ = connection.change(ROTATE, next.counter(), next.rotatedAt(), next.id().value());
    return new Rotated(next);
  }

  private Ending end(SqliteConnection connection, List<RefreshFamily> families)
      throws SQLException {
    Instant now = clock.instant();
    for (RefreshFamily family : families) {
      remove(connection, family);
    }
    return new Ending(families.stream().filter(family -> family.isLiveAt(now)).count());
  }

  private static List<RefreshFamily> families(
      SqliteConnection connection, String query, Object... values) throws SQLException {
    return connection.all(query, SqliteRefreshFamilies::family, values);
  }

  private static void remove(SqliteConnection connection, RefreshFamily family)
      throws SQLException {
    int _ = connection.change(REMOVE, family.id().value());
  }

  private static RefreshFamily family(Row row) throws SQLException {
    return new RefreshFamily(
        new FamilyId(row.id()),
        new UserId(row.id()),
        new SessionId(row.id()),
        row.number(),
        row.instant(),
        row.instant());
  }
}
