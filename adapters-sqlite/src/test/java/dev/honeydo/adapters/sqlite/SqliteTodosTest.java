package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.Todos;
import dev.honeydo.contracts.TodosContract;
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
}
