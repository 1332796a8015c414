package dev.honeydo.contracts;

import dev.honeydo.application.port.Todos;
import dev.honeydo.contracts.reference.InMemoryTodos;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract over a double; it is run by {@link WrongDoublesTest} alone. */
@ExtendWith(DefectParameter.class)
final class TodosOfADouble implements TodosContract {
  private final WrongDouble<Todos> wrong;
  private final Todos todos;
  private final Todos anotherView;

  TodosOfADouble(String defect) {
    this.wrong = WrongDouble.named(defect, WrongTodos.all());
    InMemoryTodos store = new InMemoryTodos();
    this.todos = wrong.of(store);
    this.anotherView = wrong.of(store);
  }

  @Override
  public Todos todos() {
    return todos;
  }

  @Override
  public Todos anotherView() {
    return anotherView;
  }

  @Override
  public Todos unreachable() {
    InMemoryTodos gone = new InMemoryTodos();
    gone.setAvailable(false);
    return wrong.of(gone);
  }

  /** It is wrong in the first. */
  @Override
  public int rounds() {
    return 1;
  }
}
