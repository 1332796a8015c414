package dev.honeydo.adapters.sqlite;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * A connection and the statements prepared on it, each once as long as it is in use: the driver
 * would compile them anew every time.
 *
 * <p>Values are bound as the schema keeps them: {@link UUID} as 16 bytes, {@link Instant} as
 * milliseconds, {@link Boolean} as 0 or 1, an enum constant by its name, an {@link Optional} as
 * what it holds or NULL.
 *
 * <p>For one thread at a time.
 */
final class SqliteConnection implements AutoCloseable {

  /** What is done on a connection. */
  @FunctionalInterface
  interface Work<T> {
    /** Does it, and leaves no statement running. */
    T on(SqliteConnection connection) throws SQLException;
  }

  private final Connection connection;

  /** How many statements are kept: there is one for each kind of list, and many kinds. */
  private static final int MOST_STATEMENTS = 100;

  /** In the order in which they were used last. */
  private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(64, 0.75F, true);

  private SqliteConnection(Connection connection) {
    this.connection = connection;
  }

  /** Opens a connection and sets each of the pragmas on it. */
  static SqliteConnection open(String url, List<String> pragmas) throws SQLException {
    var opened = new SqliteConnection(DriverManager.getConnection(url));
    try {
      TextFunctions.teach(opened.connection);
      for (String pragma : pragmas) {
        opened.run("PRAGMA " + pragma);
      }
      return opened;
    } catch (SQLException | RuntimeException failure) {
      opened.closeAfter(failure);
      throw failure;
    }
  }

  /** The first row that the query finds, if it finds any. */
  <T> Optional<T> first(String query, Row.Reader<T> reader, Object... values) throws SQLException {
    try (ResultSet result = prepared(query, values).executeQuery()) {
      return result.next() ? Optional.of(reader.read(new Row(result))) : Optional.empty();
    }
  }

  /** Every row that the query finds, in its order. */
  <T> List<T> all(String query, Row.Reader<T> reader, Object... values) throws SQLException {
    var found = new ArrayList<T>();
    try (ResultSet result = prepared(query, values).executeQuery()) {
      while (result.next()) {
        found.add(reader.read(new Row(result)));
      }
    }
    return found;
  }

  /**
   * What the rows that the query finds give, each once and in its order, as far as so many: it
   * looks at no row behind those.
   */
  <T> List<T> distinct(String query, Row.Reader<T> reader, int most, Object... values)
      throws SQLException {
    var found = new LinkedHashSet<T>();
    try (ResultSet result = prepared(query, values).executeQuery()) {
      while (found.size() < most && result.next()) {
        found.add(reader.read(new Row(result)));
      }
    }
    return List.copyOf(found);
  }

  /**
   * Changes rows and answers how many.
   *
   * @throws IllegalStateException when the schema does not admit it, an id that is there already
   *     above all: that is a mistake of the caller's and no trouble of the database's
   */
  int change(String statement, Object... values) throws SQLException {
    try {
      return prepared(statement, values).executeUpdate();
    } catch (SQLiteException failure) {
      if (isRefusal(failure)) {
        // Names columns, never values.
        throw new IllegalStateException(failure.getMessage());
      }
      throw failure;
    }
  }

  /** Does the work in a transaction that may write. When the work throws, so does this, midway. */
  <T> T transact(Work<T> work) throws SQLException {
    begin();
    T result = work.on(this);
    commit();
    return result;
  }

  /**
   * Reads in a transaction, so that every query sees one state of the database. When the work
   * throws, so does this, midway.
   */
  <T> T snapshot(Work<T> work) throws SQLException {
    int _ = change("BEGIN");
    T result = work.on(this);
    commit();
    return result;
  }

  /** Begins a transaction that may write. */
  void begin() throws SQLException {
    int _ = change("BEGIN IMMEDIATE");
  }

  /** Makes what was written since {@link #begin} durable. */
  void commit() throws SQLException {
    int _ = change("COMMIT");
  }

  /** Runs one or more statements that are needed only once. */
  void run(String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // Of the driver's methods this is the one that goes on behind the first semicolon.
      int _ = statement.executeUpdate(script);
    }
  }

  /** Closes the connection, undoing what was not committed. */
  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : statements.values()) {
      statement.close();
    }
    connection.close();
  }

  /**
   * Closes the connection because of {@code failure}, which is what the caller goes on to throw.
   */
  void closeAfter(Throwable failure) {
    try {
      close();
    } catch (SQLException second) {
      failure.addSuppressed(second);
    }
  }

  private PreparedStatement prepared(String sql, Object... values) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
      dropEldest();
    }
    for (int i = 0; i < values.length; i++) {
      bind(statement, i + 1, values[i]);
    }
    return statement;
  }

  private static boolean isRefusal(SQLiteException failure) {
    int primary = failure.getResultCode().code & 0xff;
    return primary == SQLiteErrorCode.SQLITE_CONSTRAINT.code;
  }

  private void dropEldest() throws SQLException {
    if (statements.size() > MOST_STATEMENTS) {
      String eldest = statements.keySet().iterator().next();
      PreparedStatement dropped = statements.remove(eldest);
      if (dropped != null) {
        dropped.close();
      }
    }
  }

  private static void bind(PreparedStatement statement, int index, Object value)
      throws SQLException {
    switch (value) {
      case UUID id -> statement.setBytes(index, bytes(id));
      case String text -> statement.setString(index, text);
      case Long number -> statement.setLong(index, number);
      case Integer number -> statement.setInt(index, number);
      case Instant instant -> statement.setLong(index, instant.toEpochMilli());
      case Boolean flag -> statement.setInt(index, flag ? 1 : 0);
      case Enum<?> constant -> statement.setString(index, constant.name());
      case Optional<?> maybe when maybe.isPresent() -> bind(statement, index, maybe.get());
      case Optional<?> _ -> statement.setNull(index, java.sql.Types.NULL);
      default -> throw new IllegalArgumentException("no column holds a " + value.getClass());
    }
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
