package dev.honeydo.application.todo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.Installation;
import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.domain.todo.Heading;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TodoQueriesTest {
  private final Installation here = new Installation();
  private final UserId ada = Specimens.userId();

  @Test
  void aTodoIsFoundByItsOwnerAlone() {
    Todo todo = created("bread");
    assertThat(here.todoQueries.find(ada, todo.id())).contains(todo);
    assertThat(here.todoQueries.find(Specimens.userId(), todo.id())).isEmpty();
  }

  @Test
  void ofTodosMadeInOneMillisecondTheLastMadeComesFirst() {
    Todo first = created("first");
    Todo second = created("second");
    Todo third = created("third");
    TodoPage page =
        here.todoQueries.page(ada, TodoQuery.NEWEST_FIRST, new PageRequest(2, Optional.empty()));
    assertThat(page).isEqualTo(new TodoPage(List.of(third, second), true));
    assertThat(here.todoQueries.page(ada, TodoQuery.NEWEST_FIRST, new PageRequest(2, page.next())))
        .isEqualTo(new TodoPage(List.of(first), false));
  }

  private Todo created(String heading) {
    TodoContent content = TodoContent.of(new Heading(heading));
    return switch (here.createTodo.handle(new CreateTodo.Command(ada, content))) {
      case CreateTodo.Created(Todo todo) -> todo;
    };
  }
}
