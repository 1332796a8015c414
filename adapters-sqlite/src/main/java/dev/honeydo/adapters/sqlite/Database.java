package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.PoolUse;
import dev.honeydo.application.port.PortUnavailable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * An open database: one connection that writes and a few that read.
 *
 * <p>SQLite lets one transaction write at a time, so writers wait for their turn in a {@link
 * WriteQueue}, and never inside SQLite, where waiting fails with {@code SQLITE_BUSY}. In WAL mode
 * readers and the writer do not wait for each other. A commit returns when the log is on the disk
 * ({@code synchronous=FULL}).
 *
 * <p>Thread-safe.
 */
final class Database implements AutoCloseable {
  private static final int READERS = 4;

  /** How long SQLite waits where a stranger, a backup for example, holds the database. */
  private static final Duration BUSY = Duration.ofMillis(500);

  /**
   * How many KiB of pages a connection keeps at the most: with the default of 2 MiB lists are slow.
   */
  private static final int CACHE = 16 * 1024;

  /**
   * How many pages the log holds before they are moved into the database. Most pages of a busy log
   * are those of the same few indexes again, and are moved once each: four times SQLite's own
   * number is a quarter of that work and of the flushes that go with it, for 16 MB of disk. No
   * more, because up to 4,062 pages one look into the log's index finds a page.
   */
  private static final int LOG_PAGES = 4_000;

  private static final List<String> PRAGMAS =
      List.of(
          "busy_timeout = " + BUSY.toMillis(),
          "synchronous = FULL",
          "foreign_keys = ON",
          "temp_store = MEMORY",
          "cache_size = -" + CACHE);

  private final WriteQueue writer;
  private final ConnectionPool readers;

  private Database(ConnectionPool writer, ConnectionPool readers) {
    this.writer = WriteQueue.before(writer);
    this.readers = readers;
  }

  /**
   * Opens the database in {@code file}, which must be there and may be empty, and brings its schema
   * up to date.
   *
   * @throws SQLException when the file cannot be read and written, or is no database
   * @throws Migrations.NewerSchema when a newer Honeydo has written it
   */
  static Database open(Path file, Migrations migrations) throws SQLException {
    // As a URI, because the driver would read a path's question mark as the start of options.
    // Nobody asks for generated keys, and the driver would look one up after each row added.
    String url = "jdbc:sqlite:" + file.toUri() + "?mode=rw&jdbc.get_generated_keys=false";
    List<String> writing = with(PRAGMAS, "journal_mode = WAL", "wal_autocheckpoint = " + LOG_PAGES);
    List<String> reading = with(PRAGMAS, "query_only = ON");
    var writer = new ConnectionPool(1, () -> SqliteConnection.open(url, writing));
    int _ = writer.use(migrations::apply);
    return new Database(
        writer, new ConnectionPool(READERS, () -> SqliteConnection.open(url, reading)));
  }

  /**
   * Reads: one query, which sees everything that was committed before it began, or several in a
   * {@link SqliteConnection#snapshot}.
   *
   * @throws PortUnavailable when it fails
   */
  <T> T read(String port, String operation, SqliteConnection.Work<T> work) {
    try {
      return readers.use(work);
    } catch (SQLException failure) {
      throw new PortUnavailable(port, operation, failure);
    }
  }

  /**
   * Writes, in a transaction that is on the disk when this returns. The work may be done more than
   * once; only the last time counts.
   *
   * @throws PortUnavailable when it fails
   */
  <T> T write(String port, String operation, SqliteConnection.Work<T> work) {
    try {
      return writer.write(work);
    } catch (SQLException failure) {
      throw new PortUnavailable(port, operation, failure);
    }
  }

  /** How busy the connections are that read. */
  PoolUse reading() {
    return readers.inUse();
  }

  /** How busy the connection is that writes; whoever waits, waits in line. */
  PoolUse writing() {
    return writer.inUse();
  }

  /** Closes the connections; the last one moves what is in the log into the database. */
  @Override
  public void close() throws SQLException {
    try {
      readers.close();
    } finally {
      writer.close();
    }
  }

  private static List<String> with(List<String> pragmas, String... more) {
    return Stream.concat(pragmas.stream(), Stream.of(more)).toList();
  }
}
