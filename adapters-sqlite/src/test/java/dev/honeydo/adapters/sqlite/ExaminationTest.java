package dev.honeydo.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.honeydo.application.port.Finding;
import dev.honeydo.application.port.Finding.Verdict;
import dev.honeydo.contracts.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a data directory to whoever runs Honeydo. */
final class ExaminationTest {
  @TempDir Path parent;

  private Path directory() {
    return parent.resolve("data");
  }

  private List<Finding> examined() {
    return SqliteAdapters.examine(directory(), new TestClock());
  }

  private static String says(List<Finding> findings, String subject, Verdict verdict) {
    return findings.stream()
        .filter(it -> it.subject().equals(subject) && it.verdict() == verdict)
        .map(Finding::says)
        .findFirst()
        .orElseThrow(
            () -> new AssertionError("no " + verdict + " on " + subject + ": " + findings));
  }

  private void opened() {
    SqliteAdapters.open(directory(), new TestClock()).close();
  }

  @Test
  void aDirectoryThatIsToBeMadeIsNotMade() {
    List<Finding> findings = examined();
    assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.OK);
    assertThat(says(findings, "data directory", Verdict.OK)).contains("made at the first start");
    assertThat(directory()).doesNotExist();
  }

  @Test
  void aDirectoryThatCannotBeMadeFails() throws IOException {
    Path _ = Files.createFile(directory());
    List<Finding> findings = SqliteAdapters.examine(directory().resolve("inner"), new TestClock());
    assertThat(says(findings, "data directory", Verdict.FAIL)).contains("DATA_DIR");
  }

  @Test
  void aDirectoryThatIsNotWritableFails() throws IOException {
    Path _ = Files.createDirectory(directory());
    Path _ =
        Files.setPosixFilePermissions(directory(), PosixFilePermissions.fromString("r-x------"));
    assumeFalse(Files.isWritable(directory()), "this user can write everywhere");
    assertThat(says(examined(), "data directory", Verdict.FAIL)).contains("not writable");
  }

  @Test
  void aRecordThatIsThereIsTriedAndLeftAsItWas() {
    opened();
    List<Finding> findings = examined();
    assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.OK);
    assertThat(findings)
        .extracting(Finding::says)
        .anyMatch(it -> it.contains("journal mode wal"))
        .anyMatch(it -> it.contains("ping, insert, find, delete work"))
        .anyMatch(it -> it.endsWith("MiB are free"));
    opened();
  }

  @Test
  void aRecordThatIsInUseIsOnlyRead() {
    try (SqliteAdapters open = SqliteAdapters.open(directory(), new TestClock())) {
      List<Finding> findings = examined();
      assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.OK);
      assertThat(says(findings, "data directory", Verdict.OK)).contains("Honeydo is running on it");
      assertThat(findings).extracting(Finding::says).noneMatch(it -> it.contains("insert"));
      assertThat(open.healthProbe().probe().operations()).contains("insert");
    }
  }

  @Test
  void anOlderRecordIsNotBroughtUpToDate() throws SQLException {
    opened();
    int known = Migrations.bundled().scripts().size();
    mark(1);
    assertThat(says(examined(), "database", Verdict.OK))
        .contains("has schema version 1, the next start takes it to " + known);
    assertThat(marked()).isOne();
  }

  @Test
  void aNewerRecordFails() throws SQLException {
    opened();
    mark(1_000);
    assertThat(says(examined(), "database", Verdict.FAIL)).contains("1000", "newer Honeydo");
  }

  @Test
  void aRecordWithAnotherJournalIsWarnedOf() throws SQLException {
    opened();
    onDatabase("PRAGMA journal_mode = DELETE");
    assertThat(says(examined(), "journal", Verdict.WARN)).contains("write-ahead log");
  }

  @Test
  void whatIsNoDatabaseFails() throws IOException {
    Path _ = Files.createDirectory(directory());
    Path _ =
        Files.writeString(directory().resolve("honeydo.db"), "no database at all\n".repeat(1_000));
    assertThat(says(examined(), "database", Verdict.FAIL)).contains("backup");
    try (Stream<Path> files = Files.list(directory())) {
      assertThat(files).hasSize(1);
    }
  }

  private void mark(int version) throws SQLException {
    onDatabase("PRAGMA user_version = " + version);
  }

  private long marked() throws SQLException {
    try (SqliteConnection connection = SqliteConnection.open(url(), List.of())) {
      return connection.first("PRAGMA user_version", Row::number).orElseThrow();
    }
  }

  private void onDatabase(String statement) throws SQLException {
    try (SqliteConnection connection = SqliteConnection.open(url(), List.of())) {
      connection.run(statement);
    }
  }

  private String url() {
    return "jdbc:sqlite:" + directory().resolve("honeydo.db");
  }
}
