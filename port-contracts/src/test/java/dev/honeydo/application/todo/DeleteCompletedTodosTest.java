package dev.honeydo.application.todo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.Installation;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.domain.todo.Heading;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.user.UserId;
import org.junit.jupiter.api.Test;

final class DeleteCompletedTodosTest {
  private final Installation here = new Installation();
  private final UserId ada = Specimens.userId();
  private final DeleteCompletedTodos deleteCompletedTodos =
      new DeleteCompletedTodos(here.todos, here.clock);

  @Test
  void whatIsCompletedGoesAndWhatIsOpenStays() {
    add(ada, Specimens.fullContent());
    add(ada, TodoContent.of(new Heading("open")));
    add(Specimens.userId(), Specimens.fullContent());
    assertThat(deleteCompletedTodos.handle(new DeleteCompletedTodos.Command(ada)))
        .isEqualTo(new DeleteCompletedTodos.Deleted(1));
    assertThat(deleteCompletedTodos.handle(new DeleteCompletedTodos.Command(ada)))
        .isEqualTo(new DeleteCompletedTodos.Deleted(0));
    assertThat(here.todoQueries.statistics(ada).total()).isEqualTo(1);
  }

  private void add(UserId owner, TodoContent content) {
    var _ = here.createTodo.handle(new CreateTodo.Command(owner, content));
  }
}
