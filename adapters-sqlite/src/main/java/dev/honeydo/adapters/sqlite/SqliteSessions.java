package dev.honeydo.adapters.sqlite;

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
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sessions in the table {@code sessions}, one row each. Whether a row is live is {@link
 * Session#isLiveAt}'s to say, by the clock at the time of the call; expired rows go when their
 * owner opens a session, and everybody's with {@link #purge}, which finds them by {@code
 * expires_at}.
 *
 * <p>Every write is decided on what it reads in its own transaction, and a revoked session's row is
 * gone, so nothing that was under way can bring it back.
 */
final class SqliteSessions implements Sessions {
  private static final String PORT = "Sessions";

  private static final String COLUMNS =
      "id, owner, label, user_agent, address, method, created_at, last_accessed_at,"
          + " idle_seconds, idle_nanos, ends_at, data";
  static final String FIND = "SELECT " + COLUMNS + " FROM sessions WHERE owner = ? AND id = ?";
  static final String FIND_BY_TOKEN =
      "SELECT " + COLUMNS + " FROM sessions WHERE owner = ? AND token = ?";
  static final String LAST_SEEN =
      "SELECT owner FROM sessions INDEXED BY sessions_by_use"
          + " WHERE expires_at > ? ORDER BY last_accessed_at DESC";
  static final String OLDEST_FIRST =
      "SELECT " + COLUMNS + " FROM sessions WHERE owner = ? ORDER BY created_at, id";
  static final String NEWEST_FIRST =
      "SELECT " + COLUMNS + " FROM sessions WHERE owner = ? ORDER BY created_at DESC, id DESC";
  private static final String ADD =
      "INSERT INTO sessions ("
          + COLUMNS
          + ", expires_at, token) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String TOUCH =
      "UPDATE sessions SET last_accessed_at = ?, expires_at = ? WHERE owner = ? AND id = ?";
  private static final String ANNOTATE = "UPDATE sessions SET data = ? WHERE owner = ? AND id = ?";
  private static final String REKEY = "UPDATE sessions SET token = ? WHERE owner = ? AND id = ?";
  static final String REMOVE = "DELETE FROM sessions WHERE owner = ? AND id = ?";
  static final String REMOVE_ALL = "DELETE FROM sessions WHERE owner = ?";
  static final String REMOVE_OTHERS = REMOVE_ALL + " AND id <> ?";
  static final String PURGE =
      "DELETE FROM sessions WHERE (owner, id) IN"
          + " (SELECT owner, id FROM sessions WHERE expires_at <= ? ORDER BY expires_at LIMIT ?)";
  static final String EXPIRED = "SELECT 1 FROM sessions WHERE expires_at <= ? LIMIT 1";
  private static final Broom BROOM = new Broom(PORT, PURGE, EXPIRED);

  private final Database database;
  private final InstantSource clock;

  SqliteSessions(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Opening open(Session session, SessionTokenHash token, int limit) {
    return database.write(PORT, "open", it -> open(it, session, token, limit));
  }

  @Override
  public Optional<Session> find(UserId owner, SessionTokenHash token) {
    return database
        .read(
            PORT,
            "find",
            it -> it.first(FIND_BY_TOKEN, SqliteSessions::session, owner.value(), token.value()))
        .filter(this::isLive);
  }

  @Override
  public Optional<Session> find(UserId owner, SessionId id) {
    return database.read(PORT, "find", it -> row(it, owner, id)).filter(this::isLive);
  }

  @Override
  public List<Session> list(UserId owner) {
    return database
        .read(PORT, "list", it -> it.all(NEWEST_FIRST, SqliteSessions::session, owner.value()))
        .stream()
        .filter(this::isLive)
        .toList();
  }

  @Override
  public List<UserId> lastSeen(int most) {
    Instant now = clock.instant();
    return database.read(
        PORT, "lastSeen", it -> it.distinct(LAST_SEEN, row -> new UserId(row.id()), most, now));
  }

  @Override
  public Touch touch(UserId owner, SessionId id, Instant at) {
    return database.write(PORT, "touch", it -> touch(it, owner, id, at));
  }

  @Override
  public Annotation annotate(UserId owner, SessionId id, SessionData expected, SessionData next) {
    return database.write(PORT, "annotate", it -> annotate(it, owner, id, expected, next));
  }

  @Override
  public Rekeying rekey(UserId owner, SessionId id, SessionTokenHash next) {
    return database.write(PORT, "rekey", it -> rekey(it, owner, id, next));
  }

  @Override
  public Revocation revoke(UserId owner, SessionId id) {
    return database.write(PORT, "revoke", it -> revoke(it, owner, id));
  }

  @Override
  public Clearance revokeAll(UserId owner) {
    return database.write(PORT, "revokeAll", it -> revokeAll(it, owner));
  }

  @Override
  public Clearance revokeOthers(UserId owner, SessionId kept) {
    return database.write(PORT, "revokeOthers", it -> revokeOthers(it, owner, kept));
  }

  @Override
  public Purge purge(int most) {
    return BROOM.sweep(database, clock.instant(), most);
  }

  private Opening open(
      SqliteConnection connection, Session session, SessionTokenHash token, int limit)
      throws SQLException {
    UserId owner = session.owner();
    List<SessionId> live = new ArrayList<>();
    for (Session other : all(connection, owner)) {
      if (isLive(other)) {
        live.add(other.id());
      } else {
        remove(connection, owner, other.id());
      }
    }
    List<SessionId> ended = live.subList(0, Math.max(0, live.size() + 1 - limit));
    for (SessionId id : ended) {
      remove(connection, owner, id);
    }
    add(connection, session, token);
    return new Opening(ended);
  }

  private Touch touch(SqliteConnection connection, UserId owner, SessionId id, Instant at)
      throws SQLException {
    Optional<Session> session = live(connection, owner, id);
    if (session.isEmpty()) {
      return new Gone();
    }
    Session touched = session.get().touched(at);
    if (!touched.equals(session.get())) {
      int _ =
          connection.change(
              TOUCH,
              touched.lastAccessedAt(),
              Broom.end(touched.expiresAt()),
              owner.value(),
              id.value());
    }
    return new Touched();
  }

  private Annotation annotate(
      SqliteConnection connection,
      UserId owner,
      SessionId id,
      SessionData expected,
      SessionData next)
      throws SQLException {
    Optional<SessionData> current = live(connection, owner, id).map(Session::data);
    if (current.isEmpty()) {
      return new Gone();
    }
    if (!current.get().equals(expected)) {
      return new Overtaken(current.get());
    }
    int _ = connection.change(ANNOTATE, next.json(), owner.value(), id.value());
    return new Annotated();
  }

  private Rekeying rekey(
      SqliteConnection connection, UserId owner, SessionId id, SessionTokenHash next)
      throws SQLException {
    if (live(connection, owner, id).isEmpty()) {
      return new Gone();
    }
    int _ = connection.change(REKEY, next.value(), owner.value(), id.value());
    return new Rekeyed();
  }

  private Revocation revoke(SqliteConnection connection, UserId owner, SessionId id)
      throws SQLException {
    if (live(connection, owner, id).isEmpty()) {
      return new Gone();
    }
    remove(connection, owner, id);
    return new Revoked();
  }

  private Clearance revokeAll(SqliteConnection connection, UserId owner) throws SQLException {
    long live = all(connection, owner).stream().filter(this::isLive).count();
    int _ = connection.change(REMOVE_ALL, owner.value());
    return new Clearance(live);
  }

  private Clearance revokeOthers(SqliteConnection connection, UserId owner, SessionId kept)
      throws SQLException {
    long live =
        all(connection, owner).stream().filter(it -> isLive(it) && !it.id().equals(kept)).count();
    int _ = connection.change(REMOVE_OTHERS, owner.value(), kept.value());
    return new Clearance(live);
  }

  private Optional<Session> live(SqliteConnection connection, UserId owner, SessionId id)
      throws SQLException {
    return row(connection, owner, id).filter(this::isLive);
  }

  private boolean isLive(Session session) {
    return session.isLiveAt(clock.instant());
  }

  private static void add(SqliteConnection connection, Session session, SessionTokenHash token)
      throws SQLException {
    Device device = session.device();
    int _ =
        connection.change(
            ADD,
            session.id().value(),
            session.owner().value(),
            device.label().map(DeviceLabel::value),
            device.userAgent(),
            device.address(),
            session.method(),
            session.createdAt(),
            session.lastAccessedAt(),
            session.idle().toSeconds(),
            session.idle().toNanosPart(),
            session.endsAt(),
            session.data().json(),
            Broom.end(session.expiresAt()),
            token.value());
  }

  private static void remove(SqliteConnection connection, UserId owner, SessionId id)
      throws SQLException {
    int _ = connection.change(REMOVE, owner.value(), id.value());
  }

  private static Optional<Session> row(SqliteConnection connection, UserId owner, SessionId id)
      throws SQLException {
    return connection.first(FIND, SqliteSessions::session, owner.value(), id.value());
  }

  private static List<Session> all(SqliteConnection connection, UserId owner) throws SQLException {
    return connection.all(OLDEST_FIRST, SqliteSessions::session, owner.value());
  }

  private static Session session(Row row) throws SQLException {
    return new Session(
        new SessionId(row.id()),
        new UserId(row.id()),
        new Device(row.optionalText().map(DeviceLabel::new), row.text(), row.text()),
        AuthenticationMethod.valueOf(row.text()),
        row.instant(),
        row.instant(),
        Duration.ofSeconds(row.number(), row.number()),
        row.instant(),
        new SessionData(row.text()));
  }
}
