package dev.honeydo.examples.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.honeydo.application.port.Todos;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TodosContract;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.user.UserId;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class H2TodosTest implements TodosContract {
  @AutoClose private final H2Stores stores;

  H2TodosTest(@TempDir Path directory) {
    stores = new H2Stores(directory);
  }

  @Override
  public Todos todos() {
    return stores.one().todos();
  }

  @Override
  public Todos anotherView() {
    return stores.another().todos();
  }

  @Override
  public Todos unreachable() {
    return stores.closed().todos();
  }

  @Test
  void anIdThatSomebodyElsesTodoHasIsABug() {
    UserId owner = Specimens.userId();
    Todo todo = Specimens.todo();
    assertThat(todos().add(owner, todo)).isEqualTo(new Todos.Added());
    assertThatIllegalStateException()
        .isThrownBy(() -> todos().add(Specimens.userId(), todo))
        .withNoCause();
    assertThat(todos().find(owner, todo.id())).contains(todo);
  }
}
