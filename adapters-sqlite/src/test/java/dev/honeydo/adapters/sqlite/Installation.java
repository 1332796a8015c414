package dev.honeydo.adapters.sqlite;

import dev.honeydo.contracts.TestClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A record for each test, in a directory that goes with it. */
final class Installation implements AfterEachCallback {
  private final TestClock clock = new TestClock();
  private final Path directory;
  private SqliteAdapters adapters;

  Installation() {
    try {
      directory = Files.createTempDirectory("honeydo-sqlite-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    adapters = SqliteAdapters.open(directory.resolve("open"), clock);
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    adapters.close();
    try (Stream<Path> files = Files.walk(directory)) {
      List<Path> innermostFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : innermostFirst) {
        Files.delete(file);
      }
    }
  }

  TestClock clock() {
    return clock;
  }

  SqliteAdapters adapters() {
    return adapters;
  }

  /**
   * The same record as another instance has it. A second open of the directory is refused, so it is
   * what further port objects over this one see.
   */
  SqliteAdapters another() {
    return adapters;
  }

  /** The same record, closed and opened again. */
  SqliteAdapters reopened() {
    adapters.close();
    adapters = SqliteAdapters.open(directory.resolve("open"), clock);
    return adapters;
  }

  /** A record that was open and is closed. */
  SqliteAdapters unreachable() {
    SqliteAdapters closed = SqliteAdapters.open(directory.resolve("closed"), clock);
    closed.close();
    return closed;
  }
}
