package dev.honeydo.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.TodoOrder;
import dev.honeydo.application.port.Todos;
import dev.honeydo.contracts.TodoWalk;
import dev.honeydo.contracts.TodosContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteTodosTest implements TodosContract {
  @RegisterExtension final Installation record = new Installation();

  @Override
  public Todos todos() {
    return record.adapters().todos();
  }

  @Override
  public Todos anotherView() {
    return record.another().todos();
  }

  @Override
  public Todos unreachable() {
    return record.unreachable().todos();
  }

  @Test
  void aLongWalkMeetsEveryTodoThatStays() {
    int size = Integer.getInteger("honeydo.walk", 300);
    assertThat(
            TodoWalk.through(
                record.another().todos(),
                todos(),
                new TodoOrder(TodoOrder.Key.HEADING, false),
                size))
        .isBetween(size * 2 / 3, size * 2);
  }
}
