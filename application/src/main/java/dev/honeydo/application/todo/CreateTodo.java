package dev.honeydo.application.todo;

import dev.honeydo.application.port.Ids;
import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.time.InstantSource;
import java.util.Optional;

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
    TodoId id = command.id().orElseGet(() -> new TodoId(ids.next()));
    Todo todo = Todo.create(id, command.content(), clock.instant());
    return switch (todos.add(command.owner(), todo)) {
      case Todos.Added() -> new Created(todo);
      // Created before, unheard of. One that was deleted since stays so: the answer is as it was.
      case Todos.Exists(Optional<Todo> current) -> new Created(current.orElse(todo));
    };
  }

  /**
   * What is to be done, and whose it is.
   *
   * @param id what it is to be called, always the same for the same request; absent where the
   *     request is made once only
   */
  public record Command(UserId owner, TodoContent content, Optional<TodoId> id) {

    /** What is to be done, under a new id. */
    public Command(UserId owner, TodoContent content) {
      this(owner, content, Optional.empty());
    }
  }

  /** What became of it. */
  public sealed interface Outcome {}

  /** It is written down. */
  public record Created(Todo todo) implements Outcome {}
}
