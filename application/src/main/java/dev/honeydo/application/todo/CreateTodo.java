package dev.honeydo.application.todo;

import dev.honeydo.application.port.Ids;
import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.time.InstantSource;

/** Writes down something to be done. */
public final class CreateTodo {
  private final Todos todos;
  private final Ids ids;
  private final InstantSource clock;

  /** Wires the use case. */
  public CreateTodo(Todos todos, Ids ids, InstantSource clock) {
    this.todos = todos;
    this.ids = ids;
    this.clock = clock;
  }

  /** Creates the todo. */
  public Outcome handle(Command command) {
    Todo todo = Todo.create(new TodoId(ids.next()), command.content(), clock.instant());
    return switch (todos.add(command.owner(), todo)) {
      case Todos.Added() -> new Created(todo);
    };
  }

  /** What is to be done, and whose it is. */
  public record Command(UserId owner, TodoContent content) {}

  /** What became of it. */
  public sealed interface Outcome {}

  /** It is written down. */
  public record Created(Todo todo) implements Outcome {}
}
