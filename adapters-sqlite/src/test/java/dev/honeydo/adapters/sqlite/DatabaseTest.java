package dev.honeydo.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.port.PoolUse;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.contracts.Race;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

final class DatabaseTest {
  private static final String ADD = "INSERT INTO numbers VALUES (?, ?)";
  private static final String COUNT = "SELECT count(*) FROM numbers";

  /** A second, and as much again for a machine that is busy with other things. */
  private static final Duration SOON = Duration.ofSeconds(2);

  private Database database;
  private Path file;

  @BeforeEach
  void open(@TempDir Path directory) throws IOException, SQLException {
    file = Files.createFile(directory.resolve("a?b #%.db"));
    database =
        Database.open(
            file,
            new Migrations(List.of("CREATE TABLE numbers (n INTEGER PRIMARY KEY, filler TEXT)")));
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  @Test
  @DisplayName(
      "32 threads that read and write at once are all answered, and all see what they wrote")
  void neverBusy() {
    int each = 50;
    List<Boolean> seen =
        Race.run(
            32,
            thread -> {
              boolean all = true;
              for (int i = 0; i < each; i++) {
                int number = thread * each + i;
                int _ = add(number, "x");
                all &= database.read("Port", "has", it -> has(it, number));
              }
              return all;
            });
    assertThat(seen).hasSize(32).containsOnly(true);
    assertThat(count()).isEqualTo(32L * each);
  }

  @Test
  @DisplayName("a commit returns when the log is on the disk")
  void flushes() {
    Optional<Long> synchronous =
        database.write("Port", "ask", it -> it.first("PRAGMA synchronous", Row::number));
    Optional<String> journal =
        database.read("Port", "ask", it -> it.first("PRAGMA journal_mode", Row::text));
    assertThat(synchronous).as("2 is FULL").contains(2L);
    assertThat(journal).contains("wal");
  }

  @Test
  @DisplayName("work that throws leaves nothing behind, and the next is none the worse")
  void undoesWhatFailed() {
    assertThatThrownBy(() ->
            database.write(
                "Port",
                "add",
                it -> {
                  int _ = it.change(ADD, 1, "x");
                  throw new IllegalStateException("a bug");
                }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(count()).isZero();
    assertThat(add(1, "x")).isOne();
  }

  @Test
  @DisplayName("a full disk is told as what it is, and forgotten when there is space again")
  void recoversFromFullDisk() {
    String much = "x".repeat(100_000);
    int _ = database.write("Port", "limit", DatabaseTest::limit);
    assertThatThrownBy(() -> add(1, much))
        .isInstanceOfSatisfying(
            PortUnavailable.class,
            thrown -> {
              assertThat(thrown.port()).isEqualTo("Port");
              assertThat(thrown.operation()).isEqualTo("add");
              assertThat(thrown)
                  .cause()
                  .isInstanceOfSatisfying(
                      SQLiteException.class,
                      full ->
                          assertThat(full.getResultCode()).isEqualTo(SQLiteErrorCode.SQLITE_FULL));
            });
    assertThat(count()).isZero();
    // The limit was the connection's, and went with it.
    assertThat(add(1, much)).isOne();
    assertThat(count()).isOne();
  }

  @Test
  @DisplayName(
      "while a stranger holds the database writers hear so soon, readers read, and then all is well")
  void survivesAStranger() throws SQLException {
    assertThat(add(1, "x")).isOne();
    long start = System.nanoTime();
    try (var stranger = SqliteConnection.open("jdbc:sqlite:" + file.toUri(), List.of())) {
      stranger.begin();
      assertThat(Race.run(number -> isRefused(2 + number))).containsOnly(true);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
      assertThat(count()).isOne();
    }
    assertThat(add(2, "x")).isOne();
    assertThat(count()).isEqualTo(2);
  }

  @Test
  @DisplayName("a reading connection cannot write")
  void readersOnlyRead() {
    assertThatThrownBy(() -> database.read("Port", "add", it -> it.change(ADD, 1, "x")))
        .isInstanceOf(PortUnavailable.class);
    assertThat(count()).isZero();
  }

  @Test
  @DisplayName("a reader does not wait for a transaction that is open, and does not see it")
  void readsBesideAWriter() {
    long seen =
        database.write(
            "Port",
            "add",
            it -> {
              int _ = it.change(ADD, 1, "x");
              return count();
            });
    assertThat(seen).isZero();
    assertThat(count()).isOne();
  }

  @Test
  @DisplayName("a write that is being done counts as one, and who writes behind it as waiting")
  void countsWriters() throws InterruptedException {
    assertThat(database.writing()).isEqualTo(new PoolUse(0, 1, 1, 0));
    var writing = new CountDownLatch(1);
    var done = new CountDownLatch(1);
    Thread first = Thread.startVirtualThread(() -> hold(writing, done));
    writing.await();
    Thread second = Thread.startVirtualThread(() -> assertThat(add(1, "x")).isOne());
    Thread third = Thread.startVirtualThread(() -> assertThat(add(2, "x")).isOne());
    awaitUse(new PoolUse(1, 0, 1, 2), database::writing);
    done.countDown();
    for (Thread each : List.of(first, second, third)) {
      each.join();
    }
    awaitUse(new PoolUse(0, 1, 1, 0), database::writing);
  }

  @Test
  @DisplayName(
      "a connection that is read on counts as used, one that was as idle, who waits as such")
  void countsReaders() throws InterruptedException {
    assertThat(count()).isZero();
    assertThat(database.reading()).isEqualTo(new PoolUse(0, 1, 4, 0));
    var done = new CountDownLatch(1);
    List<Thread> readers = new ArrayList<>();
    for (int used = 1; used <= 4; used++) {
      readers.add(Thread.ofPlatform().start(() -> holdReading(done)));
      awaitUse(new PoolUse(used, 0, 4, 0), database::reading);
    }
    readers.add(Thread.ofPlatform().start(() -> holdReading(done)));
    awaitUse(new PoolUse(4, 0, 4, 1), database::reading);
    done.countDown();
    for (Thread each : readers) {
      each.join();
    }
    assertThat(database.reading()).isEqualTo(new PoolUse(0, 4, 4, 0));
  }

  @Test
  @DisplayName(
      "who waits in vain for their turn hears so soon, and what they wanted is not written")
  void endsWhoWaitsForTooLong() throws InterruptedException {
    var writing = new CountDownLatch(1);
    var done = new CountDownLatch(1);
    Thread writer =
        Thread.startVirtualThread(() ->
            assertThatThrownBy(() -> hold(writing, done)).isInstanceOf(PortUnavailable.class));
    writing.await();
    long start = System.nanoTime();
    assertThat(Race.run(this::isRefused)).containsOnly(true);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    assertThat(database.writing().waiting()).isZero();
    done.countDown();
    writer.join();
    assertThat(count()).isZero();
  }

  @Test
  @DisplayName("a thread that is interrupted while it waits for its turn stays interrupted")
  void staysInterrupted() throws InterruptedException {
    var writing = new CountDownLatch(1);
    var done = new CountDownLatch(1);
    Thread writer = Thread.startVirtualThread(() -> hold(writing, done));
    writing.await();
    var stillInterrupted = new AtomicBoolean();
    Thread waiting =
        Thread.ofVirtual()
            .start(() -> {
              Thread.currentThread().interrupt();
              assertThatThrownBy(() -> add(1, "x")).isInstanceOf(PortUnavailable.class);
              stillInterrupted.set(Thread.currentThread().isInterrupted());
            });
    waiting.join();
    done.countDown();
    writer.join();
    assertThat(stillInterrupted).isTrue();
    assertThat(add(2, "x")).isOne();
    assertThat(count()).isOne();
  }

  @Test
  @DisplayName("of those that waited together, who fails does so alone")
  void failsAlone() throws InterruptedException {
    var writing = new CountDownLatch(1);
    var done = new CountDownLatch(1);
    Thread writer = Thread.startVirtualThread(() -> hold(writing, done));
    writing.await();
    var waiting = new CountDownLatch(16);
    Thread release = Thread.startVirtualThread(() -> releaseBehind(waiting, done));
    List<Boolean> kept =
        Race.run(
            16,
            number -> {
              waiting.countDown();
              return tryToAdd(number / 2);
            });
    writer.join();
    release.join();
    assertThat(kept).filteredOn(it -> it).hasSize(8);
    assertThat(count()).isEqualTo(8);
  }

  @Test
  @DisplayName("closing twice is closing once; whoever comes after is told")
  void closesOnce() throws SQLException {
    database.close();
    database.close();
    assertThatThrownBy(this::count).isInstanceOf(PortUnavailable.class);
    assertThatThrownBy(() -> add(1, "x")).isInstanceOf(PortUnavailable.class);
  }

  private static void awaitUse(PoolUse expected, Supplier<PoolUse> actual) {
    long deadline = System.nanoTime() + SOON.toNanos();
    while (!actual.get().equals(expected) && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(actual.get()).isEqualTo(expected);
  }

  private void holdReading(CountDownLatch done) {
    boolean _ =
        database.read(
            "Port",
            "hold",
            _ -> {
              try {
                done.await();
              } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
              }
              return true;
            });
  }

  private void hold(CountDownLatch writing, CountDownLatch done) {
    boolean _ =
        database.write(
            "Port",
            "hold",
            _ -> {
              writing.countDown();
              try {
                done.await();
              } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
              }
              return true;
            });
  }

  private static void releaseBehind(CountDownLatch waiting, CountDownLatch done) {
    try {
      waiting.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    } finally {
      done.countDown();
    }
  }

  /** Whether the number was added; it fails where another has added it. */
  private boolean tryToAdd(int number) {
    try {
      return add(number, "x") == 1;
    } catch (IllegalStateException alreadyThere) {
      return false;
    }
  }

  /** Whether the record says that it is not there to add the number. */
  private boolean isRefused(int number) {
    try {
      return add(number, "x") == 0;
    } catch (PortUnavailable refused) {
      return true;
    }
  }

  private int add(int number, String filler) {
    return database.write("Port", "add", it -> it.change(ADD, number, filler));
  }

  private long count() {
    return database.read("Port", "count", it -> it.first(COUNT, Row::number)).orElseThrow();
  }

  private static boolean has(SqliteConnection connection, int number) throws SQLException {
    return connection.first("SELECT 1 FROM numbers WHERE n = ?", Row::flag, number).isPresent();
  }

  private static int limit(SqliteConnection connection) throws SQLException {
    connection.run("PRAGMA max_page_count = 10");
    return 10;
  }
}
