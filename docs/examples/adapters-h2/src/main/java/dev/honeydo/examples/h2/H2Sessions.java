package dev.honeydo.examples.h2;

import static java.time.Instant.ofEpochMilli;

import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.AuthenticationMethod;
import dev.honeydo.domain.auth.Device;
import dev.honeydo.domain.auth.DeviceLabel;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionData;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.auth.SessionTokenHash;
import dev.honeydo.domain.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Sessions as rows; those that have expired are looked past, and go when their owner opens another
 * or with {@link #purge}.
 *
 * <p>Whoever opens or ends sessions takes a turn, for all owners together: plain, and cheap beside
 * the hash of a password that a login costs. Whoever changes one locks one row only, and finds none
 * where the session has been ended.
 */
final class H2Sessions implements Sessions {
  private static final String BY_ID = "select * from sessions where owner = ? and id = ?";
  private static final String BY_TOKEN =
      "select * from sessions where owner = ? and token_hash = ?";

  private final Database database;
  private final InstantSource clock;

  H2Sessions(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Opening open(Session session, SessionTokenHash token, int limit) {
    return database.run(
        "Sessions",
        "open",
        in -> {
          takeTurn(in);
          Instant now = clock.instant();
          List<Session> all = all(in, session.owner());
          List<SessionId> live =
              all.stream().filter(it -> it.isLiveAt(now)).map(Session::id).toList();
          List<SessionId> ended = live.subList(0, Math.max(0, live.size() + 1 - limit));
          for (Session other : all) {
            if (!other.isLiveAt(now) || ended.contains(other.id())) {
              delete(in, other.id());
            }
          }
          insert(in, session, token);
          return new Opening(ended);
        });
  }

  @Override
  public Optional<Session> find(UserId owner, SessionTokenHash token) {
    return database.run("Sessions", "find", in -> live(in, BY_TOKEN, owner, token.value()));
  }

  @Override
  public Optional<Session> find(UserId owner, SessionId id) {
    return database.run("Sessions", "find", in -> live(in, BY_ID, owner, id.toString()));
  }

  @Override
  public List<Session> list(UserId owner) {
    Instant now = clock.instant();
    return database.run("Sessions", "list", in -> all(in, owner)).stream()
        .filter(it -> it.isLiveAt(now))
        .toList()
        .reversed();
  }

  @Override
  public List<UserId> lastSeen(int most) {
    return database.run(
        "Sessions",
        "lastSeen",
        in ->
            in.all(
                row -> new UserId(UUID.fromString(row.getString("owner"))),
                """
                select owner from sessions where expires_at > ?
                group by owner order by max(last_accessed_at) desc limit ?
                """,
                clock.instant().toEpochMilli(),
                most));
  }

  @Override
  public Touch touch(UserId owner, SessionId id, Instant at) {
    return database.run(
        "Sessions",
        "touch",
        in -> {
          Optional<Session> live = locked(in, owner, id);
          if (live.isEmpty()) {
            return new Gone();
          }
          in.update(
              "update sessions set last_accessed_at = ? where id = ?",
              live.get().touched(at).lastAccessedAt().toEpochMilli(),
              id.toString());
          return new Touched();
        });
  }

  @Override
  public Annotation annotate(UserId owner, SessionId id, SessionData expected, SessionData next) {
    return database.run(
        "Sessions",
        "annotate",
        in -> {
          Optional<Session> live = locked(in, owner, id);
          if (live.isEmpty()) {
            return new Gone();
          }
          SessionData current = live.get().data();
          if (!current.equals(expected)) {
            return new Overtaken(current);
          }
          in.update("update sessions set data = ? where id = ?", next.json(), id.toString());
          return new Annotated();
        });
  }

  @Override
  public Rekeying rekey(UserId owner, SessionId id, SessionTokenHash next) {
    return database.run(
        "Sessions",
        "rekey",
        in -> {
          if (locked(in, owner, id).isEmpty()) {
            return new Gone();
          }
          in.update("update sessions set token_hash = ? where id = ?", next.value(), id.toString());
          return new Rekeyed();
        });
  }

  @Override
  public Revocation revoke(UserId owner, SessionId id) {
    return database.run(
        "Sessions",
        "revoke",
        in -> {
          takeTurn(in);
          if (live(in, BY_ID, owner, id.toString()).isEmpty()) {
            return new Gone();
          }
          delete(in, id);
          return new Revoked();
        });
  }

  @Override
  public Clearance revokeAll(UserId owner) {
    return database.run(
        "Sessions",
        "revokeAll",
        in -> {
          takeTurn(in);
          Instant now = clock.instant();
          long live = all(in, owner).stream().filter(it -> it.isLiveAt(now)).count();
          in.update("delete from sessions where owner = ?", owner.toString());
          return new Clearance(live);
        });
  }

  @Override
  public Clearance revokeOthers(UserId owner, SessionId kept) {
    return database.run(
        "Sessions",
        "revokeOthers",
        in -> {
          takeTurn(in);
          Instant now = clock.instant();
          List<Session> others =
              all(in, owner).stream().filter(it -> !it.id().equals(kept)).toList();
          for (Session other : others) {
            delete(in, other.id());
          }
          return new Clearance(others.stream().filter(it -> it.isLiveAt(now)).count());
        });
  }

  @Override
  public Purge purge(int most) {
    return database.run(
        "Sessions",
        "purge",
        in -> {
          takeTurn(in);
          return in.purge("sessions", "expires_at", clock.instant().toEpochMilli(), most);
        });
  }

  private static void takeTurn(Transaction in) throws SQLException {
    in.all(row -> row.getInt("id"), "select id from session_turn for update");
  }

  /** Oldest first. */
  private static List<Session> all(Transaction in, UserId owner) throws SQLException {
    return in.all(
        H2Sessions::session,
        "select * from sessions where owner = ? order by created_at, id",
        owner.toString());
  }

  private Optional<Session> locked(Transaction in, UserId owner, SessionId id) throws SQLException {
    return live(in, BY_ID + " for update", owner, id.toString());
  }

  private Optional<Session> live(Transaction in, String sql, UserId owner, String which)
      throws SQLException {
    return in.first(H2Sessions::session, sql, owner.toString(), which)
        .filter(it -> it.isLiveAt(clock.instant()));
  }

  private static void delete(Transaction in, SessionId id) throws SQLException {
    in.update("delete from sessions where id = ?", id.toString());
  }

  private static void insert(Transaction in, Session session, SessionTokenHash token)
      throws SQLException {
    in.update(
        """
        insert into sessions (id, owner, token_hash, label, user_agent, address, method,
          created_at, last_accessed_at, idle, ends_at, data)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        session.id().toString(),
        session.owner().toString(),
        token.value(),
        session.device().label().map(DeviceLabel::value).orElse(null),
        session.device().userAgent(),
        session.device().address(),
        session.method().name(),
        session.createdAt().toEpochMilli(),
        session.lastAccessedAt().toEpochMilli(),
        session.idle().toMillis(),
        session.endsAt().toEpochMilli(),
        session.data().json());
  }

  private static Session session(ResultSet row) throws SQLException {
    Device device =
        new Device(
            Optional.ofNullable(row.getString("label")).map(DeviceLabel::new),
            row.getString("user_agent"),
            row.getString("address"));
    return new Session(
        new SessionId(UUID.fromString(row.getString("id"))),
        new UserId(UUID.fromString(row.getString("owner"))),
        device,
        AuthenticationMethod.valueOf(row.getString("method")),
        ofEpochMilli(row.getLong("created_at")),
        ofEpochMilli(row.getLong("last_accessed_at")),
        Duration.ofMillis(row.getLong("idle")),
        ofEpochMilli(row.getLong("ends_at")),
        new SessionData(row.getString("data")));
  }
}
