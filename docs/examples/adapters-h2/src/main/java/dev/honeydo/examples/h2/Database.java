package dev.honeydo.examples.h2;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.honeydo.application.port.PortUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * A file of H2's and the connections to it.
 *
 * <p>Whatever a port does is one transaction at READ COMMITTED: each statement sees what was
 * committed before it began. Who must decide on what a row says locks it first ({@code select … for
 * update}), so that it still says so when it is written.
 */
final class Database implements AutoCloseable {
  /**
   * By itself H2 closes its files when the JVM begins to end, while requests are still served, and
   * writes what goes wrong into a file and to the standard error, with what it is about.
   */
  private static final String OPTIONS =
      ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;LOCK_TIMEOUT=5000";

  private final JdbcConnectionPool connections;

  private Database(JdbcConnectionPool connections) {
    this.connections = connections;
  }

  /**
   * Opens the database, making the file and the tables that are missing.
   *
   * @throws PortUnavailable when H2 refuses
   */
  static Database open(Path file) {
    String url = "jdbc:h2:file:" + file + OPTIONS;
    Database database = new Database(JdbcConnectionPool.create(url, "honeydo", ""));
    try {
      return database.run(
          "RecordStore",
          "open",
          in -> {
            in.execute(schema());
            TodoWords.fill(in);
            return database;
          });
    } catch (PortUnavailable refused) {
      database.close();
      throw refused;
    }
  }

  /**
   * Does some work in a transaction of its own: all of it, or none of it where it throws.
   *
   * @param port the port that is asked, for {@link PortUnavailable}
   * @param operation the method that is asked
   */
  <T> T run(String port, String operation, Work<T> work) {
    try (Connection connection = connect()) {
      connection.setAutoCommit(false);
      try {
        T result = work.in(new Transaction(connection));
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException failed) {
        connection.rollback();
        throw failed;
      }
    } catch (SQLException failed) {
      throw new PortUnavailable(port, operation, failed);
    }
  }

  private Connection connect() throws SQLException {
    try {
      return connections.getConnection();
    } catch (IllegalStateException closed) {
      throw new SQLException("the database has been closed", closed);
    }
  }

  /** Closes the database; work under way is finished first. Closing it again does nothing. */
  @Override
  public void close() {
    connections.dispose();
  }

  private static String schema() {
    try (InputStream script = Database.class.getResourceAsStream("schema.sql")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), UTF_8);
    } catch (IOException brokenJar) {
      throw new UncheckedIOException(brokenJar);
    }
  }

  /** What is done in one transaction. */
  @FunctionalInterface
  interface Work<T> {
    T in(Transaction transaction) throws SQLException;
  }
}
