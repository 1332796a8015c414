package dev.honeydo.application.todo;

import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.util.Optional;

/** What can be asked about todos. */
public final class TodoQueries {
  private final Todos todos;

  /** Wires the queries. */
  public TodoQueries(Todos todos) {
    this.todos = todos;
  }

  /** The owner's todo of that id, or empty where there is none. */
  public Optional<Todo> find(UserId owner, TodoId id) {
    return todos.find(owner, id);
  }

  /** The owner's todos, newest first. */
  public TodoPage page(UserId owner, PageRequest request) {
    return todos.page(owner, request);
  }
}
