package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.Todos;
import dev.honeydo.contracts.TodosContract;

final class InMemoryTodosTest implements TodosContract {
  private final InMemoryTodos todos = new InMemoryTodos();

  @Override
  public Todos todos() {
    return todos;
  }

  @Override
  public Todos anotherView() {
    return todos;
  }

  @Override
  public Todos unreachable() {
    InMemoryTodos gone = new InMemoryTodos();
    gone.setAvailable(false);
    return gone;
  }

  /** All it does is done behind one lock. */
  @Override
  public int rounds() {
    return 2;
  }
}
