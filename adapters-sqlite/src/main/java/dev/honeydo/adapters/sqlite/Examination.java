package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.Finding;
import dev.honeydo.application.port.PortUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at a data directory without changing what is in it: a record of another version is left as
 * it is, one that is not there is not made, and one that is in use is only read.
 */
final class Examination {
  private static final String DIRECTORY = "data directory";
  private static final String DATABASE = "database";
  private static final long MIB = 1024L * 1024;
  private static final long SCARCE = 1024 * MIB;
  private static final long TOO_LITTLE = 64 * MIB;

  private final Path directory;
  private final InstantSource clock;
  private final List<Finding> findings = new ArrayList<>();

  private Examination(Path directory, InstantSource clock) {
    this.directory = directory.toAbsolutePath().normalize();
    this.clock = clock;
  }

  static List<Finding> of(Path directory, InstantSource clock) {
    Examination examination = new Examination(directory, clock);
    examination.run();
    return List.copyOf(examination.findings);
  }

  private void run() {
    try {
      if (Files.isDirectory(directory)) {
        lookInside();
      } else {
        lookAround();
      }
    } catch (IOException unreadable) {
      findings.add(
          Finding.fail(
              DIRECTORY,
              directory + " cannot be read (" + unreadable.getClass().getSimpleName() + ")"));
    }
  }

  private void lookAround() throws IOException {
    Path parent = directory;
    while (parent != null && !Files.exists(parent)) {
      parent = parent.getParent();
    }
    if (parent == null || !Files.isDirectory(parent) || !Files.isWritable(parent)) {
      findings.add(
          Finding.fail(
              DIRECTORY,
              directory
                  + " is not there and cannot be made: make it, writable for the user that runs"
                  + " Honeydo, or set DATA_DIR to another"));
      return;
    }
    findings.add(Finding.ok(DIRECTORY, directory + " is made at the first start"));
    weighDisk(parent);
  }

  private void lookInside() throws IOException {
    if (!Files.isWritable(directory)) {
      findings.add(
          Finding.fail(
              DIRECTORY, directory + " is not writable: give it to the user that runs Honeydo"));
      return;
    }
    boolean inUse = DataDirectory.isClaimed(directory);
    findings.add(
        Finding.ok(DIRECTORY, directory + (inUse ? ": Honeydo is running on it" : " is writable")));
    weighDisk(directory);
    Path file = directory.resolve(DataDirectory.DATABASE);
    if (!Files.exists(file) || Files.size(file) == 0) {
      findings.add(Finding.ok(DATABASE, "is made at the first start"));
    } else if (read(file) && !inUse) {
      write();
    }
  }

  private void weighDisk(Path where) throws IOException {
    long free = Files.getFileStore(where).getUsableSpace();
    String says = free / MIB + " MiB are free";
    if (free < TOO_LITTLE) {
      findings.add(Finding.fail("disk", says + ": make room, or nothing can be written soon"));
    } else if (free < SCARCE) {
      findings.add(Finding.warn("disk", says + ": make room"));
    } else {
      findings.add(Finding.ok("disk", says));
    }
  }

  /** Whether the record is of this version, so that it may be opened for writing. */
  private boolean read(Path file) {
    String url = "jdbc:sqlite:" + file.toUri() + "?mode=rw";
    int known = Migrations.bundled().scripts().size();
    try (SqliteConnection connection =
        SqliteConnection.open(url, List.of("busy_timeout = 1000", "query_only = ON"))) {
      long found = connection.first("PRAGMA user_version", Row::number).orElseThrow();
      Optional<String> journal = connection.first("PRAGMA journal_mode", Row::text);
      if (found > known) {
        findings.add(
            Finding.fail(
                DATABASE,
                "has schema version "
                    + found
                    + " and this Honeydo knows "
                    + known
                    + ": run the newer Honeydo that wrote it"));
        return false;
      }
      boolean current = found == known;
      String version =
          current
              ? "has schema version " + found
              : "has schema version " + found + ", the next start takes it to " + known;
      findings.add(Finding.ok(DATABASE, version + ", journal mode " + journal.orElse("unknown")));
      if (!journal.equals(Optional.of("wal"))) {
        findings.add(
            Finding.warn(
                "journal",
                "is not a write-ahead log; the next start makes it one, if the disk allows it"));
      }
      return current;
    } catch (SQLException unreadable) {
      findings.add(
          Finding.fail(
              DATABASE,
              "cannot be read ("
                  + unreadable.getMessage()
                  + "): restore it from a backup, or move"
                  + " it away to begin with an empty one"));
      return false;
    }
  }

  private void write() {
    try (SqliteAdapters record = SqliteAdapters.open(directory, clock)) {
      List<String> operations = record.healthProbe().probe().operations();
      findings.add(Finding.ok(DATABASE, String.join(", ", operations) + " work"));
    } catch (SqliteAdapters.DataDirectoryUnusable unusable) {
      findings.add(Finding.fail(DATABASE, String.valueOf(unusable.getMessage())));
    } catch (PortUnavailable down) {
      Throwable cause = down.getCause();
      findings.add(
          Finding.fail(
              DATABASE,
              "cannot be written ("
                  + (cause == null ? down : cause).getMessage()
                  + "): see to the disk and to who owns the files"));
    }
  }
}
