package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.Finding;
import dev.honeydo.application.port.HealthProbe;
import dev.honeydo.application.port.IdempotencyLedger;
import dev.honeydo.application.port.JobRuns;
import dev.honeydo.application.port.PoolUse;
import dev.honeydo.application.port.RecordStore;
import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.application.port.Todos;
import dev.honeydo.application.port.UnheardWriters;
import dev.honeydo.application.port.Users;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The record, kept in one SQLite database in a directory of its own, for one process.
 *
 * <p>A write that was answered is on the disk. After {@link #close} every call of every port throws
 * {@link dev.honeydo.application.port.PortUnavailable}.
 *
 * <p>Thread-safe; made for virtual threads. SQLite's driver loads native code, so the JVM wants
 * {@code --enable-native-access=ALL-UNNAMED}.
 */
public final class SqliteAdapters implements RecordStore {

  /** Thrown by {@link #open} when it cannot open a directory; the message says what to do. */
  public static sealed class DataDirectoryUnusable extends RuntimeException
      permits DataDirectoryInUse {
    private static final long serialVersionUID = 1L;

    DataDirectoryUnusable(String message) {
      super(message);
    }

    DataDirectoryUnusable(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** Thrown by {@link #open} when somebody has opened that directory and not closed it. */
  public static final class DataDirectoryInUse extends DataDirectoryUnusable {
    private static final long serialVersionUID = 1L;

    DataDirectoryInUse(Path directory) {
      super(
          "The data directory "
              + directory
              + " is in use by another Honeydo. Stop that one, or give each a directory of its own.");
    }
  }

  private final DataDirectory directory;
  private final Database database;
  private final InstantSource clock;

  private SqliteAdapters(DataDirectory directory, Database database, InstantSource clock) {
    this.directory = directory;
    this.database = database;
    this.clock = clock;
  }

  /**
   * Opens the record in {@code dataDirectory}; makes both if they are not there, and brings an
   * older record up to date.
   *
   * @param clock what decides whether sessions, refresh families and revocations are live
   * @throws DataDirectoryInUse when this or another process has it open; a process that was killed
   *     has not
   * @throws DataDirectoryUnusable when it cannot be made, read or written, when the database in it
   *     is damaged, or when a newer Honeydo wrote it
   */
  public static SqliteAdapters open(Path dataDirectory, InstantSource clock) {
    DataDirectory directory = DataDirectory.claim(dataDirectory);
    try {
      Database database = Database.open(directory.database(), Migrations.bundled());
      return new SqliteAdapters(directory, database, clock);
    } catch (SQLException | Migrations.NewerSchema failure) {
      closeAfter(failure, directory);
      throw new DataDirectoryUnusable(advice(directory.database(), failure), failure);
    } catch (RuntimeException failure) {
      closeAfter(failure, directory);
      throw failure;
    }
  }

  /** What can be said of a data directory, for whoever runs Honeydo; changes nothing in it. */
  public static List<Finding> examine(Path dataDirectory, InstantSource clock) {
    return Examination.of(dataDirectory, clock);
  }

  @Override
  public Users users() {
    return new SqliteUsers(database);
  }

  @Override
  public Todos todos() {
    return new SqliteTodos(database);
  }

  @Override
  public Sessions sessions() {
    return new SqliteSessions(database, clock);
  }

  @Override
  public RefreshFamilies refreshFamilies() {
    return new SqliteRefreshFamilies(database, clock);
  }

  @Override
  public RevokedTokens revokedTokens() {
    return new SqliteRevokedTokens(database, clock);
  }

  @Override
  public IdempotencyLedger idempotencyLedger() {
    return new SqliteIdempotencyLedger(database, clock);
  }

  @Override
  public JobRuns jobRuns() {
    return new SqliteJobRuns(database);
  }

  @Override
  public UnheardWriters unheardWriters() {
    return new SqliteUnheardWriters(database);
  }

  @Override
  public HealthProbe healthProbe() {
    return new SqliteHealthProbe(database);
  }

  /** The name of the database's file; where that is concerns nobody outside. */
  @Override
  public String location() {
    return "sqlite:" + directory.database().getFileName();
  }

  /** How busy the connections are that read. */
  public PoolUse reading() {
    return database.reading();
  }

  /** How busy the connection is that writes, and how many writes wait in line for it. */
  public PoolUse writing() {
    return database.writing();
  }

  /**
   * Waits a moment for what is being done, closes the database and lets others have the directory.
   * Closing twice does nothing.
   */
  @Override
  public void close() {
    try (directory) {
      database.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (SQLException failure) {
      throw new IllegalStateException("The database could not be closed cleanly", failure);
    }
  }

  private static String advice(Path file, Exception failure) {
    String reason = "The database " + file + " cannot be opened: " + failure.getMessage() + ". ";
    return reason
        + switch (failure) {
          case Migrations.NewerSchema _ -> "Run the newer Honeydo that wrote it.";
          case SQLiteException it when isDamage(it.getResultCode()) ->
              "Restore it from a backup, or move it away to begin with an empty one.";
          default -> "The user that runs Honeydo must be able to read and write it.";
        };
  }

  private static boolean isDamage(SQLiteErrorCode code) {
    int primary = code.code & 0xff;
    return primary == SQLiteErrorCode.SQLITE_NOTADB.code
        || primary == SQLiteErrorCode.SQLITE_CORRUPT.code;
  }

  private static void closeAfter(Exception failure, DataDirectory directory) {
    try {
      directory.close();
    } catch (IOException second) {
      failure.addSuppressed(second);
    }
  }
}
