package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.Todos;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.TodosContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class SqliteTodosTest implements TodosContract {
  private final TestClock clock = new TestClock();
  private SqliteAdapters adapters;
  private SqliteAdapters closed;

  @BeforeEach
  void open(@TempDir Path directory) {
    adapters = SqliteAdapters.open(directory.resolve("open"), clock);
    closed = SqliteAdapters.open(directory.resolve("closed"), clock);
    closed.close();
  }

  @AfterEach
  void close() {
    adapters.close();
  }

  @Override
  public Todos todos() {
    return adapters.todos();
  }

  /** A second open of the directory is refused, so another view is another object over it. */
  @Override
  public Todos anotherView() {
    return adapters.todos();
  }

  @Override
  public Todos unreachable() {
    return closed.todos();
  }
}
