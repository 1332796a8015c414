package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.Todos;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.todo.Heading;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.user.UserId;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Executors;

/**
 * Adds and changes todos from many threads, and prints {@code owner id version} of each when it was
 * answered, until it is killed.
 */
final class WritingMain {
  private static final int THREADS = 8;

  private WritingMain() {}

  public static void main(String[] arguments) {
    var adapters = SqliteAdapters.open(Path.of(arguments[0]), InstantSource.system());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < THREADS; i++) {
        var _ = threads.submit(() -> write(adapters.todos()));
      }
    }
  }

  private static void write(Todos todos) {
    UserId owner = Specimens.userId();
    while (true) {
      Todo todo = Specimens.todo();
      if (todos.add(owner, todo) instanceof Todos.Added) {
        report(owner, todo);
      }
      Todo edited = todo.edited(TodoContent.of(new Heading("Bake bread")), Specimens.NOW);
      if (todos.replace(owner, edited, Version.FIRST) instanceof Todos.Replaced) {
        report(owner, edited);
      }
    }
  }

  private static void report(UserId owner, Todo todo) {
    System.out.println(owner + " " + todo.id() + " " + todo.version().value());
  }
}
