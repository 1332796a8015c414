package dev.honeydo.adapters.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.honeydo.adapters.sqlite.SqliteAdapters.DataDirectoryInUse;
import dev.honeydo.adapters.sqlite.SqliteAdapters.DataDirectoryUnusable;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.Users;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteAdaptersTest {
  @Test
  @DisplayName("the directory is made where it is missing, and is its owner's alone")
  void makesDirectory(@TempDir Path parent) throws IOException {
    Path directory = parent.resolve("a/b ü");
    try (var _ = SqliteAdapters.open(directory, new TestClock())) {
      assumeThat(Files.getFileStore(parent).supportsFileAttributeView("posix")).isTrue();
      assertThat(permissions(directory)).isEqualTo("rwx------");
      for (String file : new String[] {"", "-wal", "-shm"}) {
        assertThat(permissions(directory.resolve("honeydo.db" + file))).isEqualTo("rw-------");
      }
    }
  }

  @Test
  @DisplayName("what was written is there when the directory is opened again")
  void reopens(@TempDir Path directory) {
    var account = Specimens.account();
    try (var adapters = SqliteAdapters.open(directory, new TestClock())) {
      assertThat(adapters.users().add(account)).isEqualTo(new Users.Added());
    }
    try (var adapters = SqliteAdapters.open(directory, new TestClock())) {
      assertThat(adapters.users().findAccount(account.user().id())).contains(account);
    }
  }

  @Test
  @DisplayName("closing leaves one database file and nothing in its log")
  void checkpoints(@TempDir Path directory) {
    try (var adapters = SqliteAdapters.open(directory, new TestClock())) {
      assertThat(adapters.users().add(Specimens.account())).isEqualTo(new Users.Added());
      assertThat(directory.resolve("honeydo.db-wal")).isNotEmptyFile();
    }
    assertThat(directory.resolve("honeydo.db-wal")).doesNotExist();
    assertThat(directory.resolve("honeydo.db")).isNotEmptyFile();
  }

  @Test
  @DisplayName(
      "a directory that is open is refused, to this process and to another, until it is closed")
  void refusesSecond(@TempDir Path directory) throws Exception {
    try (var adapters = SqliteAdapters.open(directory, new TestClock())) {
      assertThatThrownBy(() -> SqliteAdapters.open(directory.resolve("."), new TestClock()))
          .isInstanceOf(DataDirectoryInUse.class)
          .hasMessageContaining(directory.toRealPath().toString())
          .hasMessageContaining("in use by another Honeydo");
      // After the refusal above, because closing a handle on a file would give up its lock.
      assertThat(openedElsewhere(directory)).contains("in use by another Honeydo");
      assertThat(adapters.users().add(Specimens.account())).isEqualTo(new Users.Added());
    }
    assertThat(openedElsewhere(directory)).isEqualTo(OpeningMain.OPENED);
  }

  @Test
  @DisplayName("a directory that another process has open is refused, until that one is killed")
  void refusesWhatAnotherProcessHas(@TempDir Path directory) throws Exception {
    Process other = ChildJvm.start(OpeningMain.class, directory);
    try {
      assertThat(firstLine(other)).isEqualTo(OpeningMain.OPENED);
      assertThatThrownBy(() -> SqliteAdapters.open(directory, new TestClock()))
          .isInstanceOf(DataDirectoryInUse.class);
    } finally {
      int _ = other.destroyForcibly().waitFor();
    }
    SqliteAdapters.open(directory, new TestClock()).close();
  }

  @Test
  @DisplayName("a file that is no database is refused in words, and can be replaced at once")
  void refusesDamaged(@TempDir Path directory) throws IOException {
    Path database = directory.resolve("honeydo.db");
    Path _ = Files.writeString(database, "not a database, but long enough for one. ".repeat(200));
    assertThatThrownBy(() -> SqliteAdapters.open(directory, new TestClock()))
        .isInstanceOf(DataDirectoryUnusable.class)
        .hasMessageContaining(database.toRealPath().toString())
        .hasMessageContaining("Restore it from a backup");
    Files.delete(database);
    SqliteAdapters.open(directory, new TestClock()).close();
  }

  @Test
  @DisplayName("a directory that cannot be one is refused in words")
  void refusesFile(@TempDir Path parent) throws IOException {
    Path file = Files.createFile(parent.resolve("file"));
    for (Path directory : new Path[] {file, file.resolve("below")}) {
      assertThatThrownBy(() -> SqliteAdapters.open(directory, new TestClock()))
          .isInstanceOf(DataDirectoryUnusable.class)
          .hasMessageContaining(directory.toString())
          .hasMessageContaining("choose another");
    }
  }

  @Test
  @DisplayName("a database that is a directory is refused in words")
  void refusesDirectoryForDatabase(@TempDir Path directory) throws IOException {
    Path _ = Files.createDirectory(directory.resolve("honeydo.db"));
    assertThatThrownBy(() -> SqliteAdapters.open(directory, new TestClock()))
        .isInstanceOf(DataDirectoryUnusable.class)
        .hasMessageContaining("honeydo.db");
  }

  @Test
  @DisplayName("once closed, twice even, it says that it is unavailable")
  void saysWhenClosed(@TempDir Path directory) {
    var adapters = SqliteAdapters.open(directory, new TestClock());
    Users users = adapters.users();
    adapters.close();
    adapters.close();
    assertThatThrownBy(() -> users.find(Specimens.userId())).isInstanceOf(PortUnavailable.class);
    assertThatThrownBy(() -> users.add(Specimens.account())).isInstanceOf(PortUnavailable.class);
  }

  @Test
  @DisplayName("closing twice does not give up what somebody opened in between")
  void closesOnlyItsOwn(@TempDir Path directory) {
    var first = SqliteAdapters.open(directory, new TestClock());
    first.close();
    try (var _ = SqliteAdapters.open(directory, new TestClock())) {
      first.close();
      assertThatThrownBy(() -> SqliteAdapters.open(directory, new TestClock()))
          .isInstanceOf(DataDirectoryInUse.class);
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static String openedElsewhere(Path directory) throws Exception {
    Process other = ChildJvm.start(OpeningMain.class, directory);
    try {
      return firstLine(other);
    } finally {
      other.getOutputStream().close();
      int _ = other.waitFor();
    }
  }

  private static String firstLine(Process process) throws IOException {
    var output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    String line = output.readLine();
    return line == null ? "" : line;
  }
}
