package dev.honeydo.application.todo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.Installation;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.contracts.Race;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.todo.Heading;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CreateTodoTest {
  private final Installation here = new Installation();
  private final UserId ada = Specimens.userId();

  @Test
  void aNewTodoSaysWhatWasGiven() {
    Todo todo = created(Specimens.fullContent());
    assertThat(todo.content()).isEqualTo(Specimens.fullContent());
    assertThat(todo.completedAt()).contains(here.clock.instant());
    assertThat(todo.createdAt()).isEqualTo(here.clock.instant());
    assertThat(todo.updatedAt()).isEqualTo(here.clock.instant());
    assertThat(todo.version()).isEqualTo(Version.FIRST);
  }

  @Test
  void itIsKeptForItsOwnerAlone() {
    Todo todo = created(TodoContent.of(new Heading("Buy bread")));
    assertThat(here.todoQueries.find(ada, todo.id())).contains(todo);
    assertThat(here.todoQueries.find(Specimens.userId(), todo.id())).isEmpty();
  }

  @Test
  void madeAgainUnderItsIdItIsWhatItIsByNow() {
    Todo first = created(TodoContent.of(new Heading("Buy bread")));
    here.clock.elapse(Duration.ofSeconds(5));
    var done = new CreateTodo.Command(ada, Specimens.fullContent(), Optional.of(first.id()));
    assertThat(here.createTodo.handle(done)).isEqualTo(new CreateTodo.Created(first));
    assertThat(here.todoQueries.find(ada, first.id())).contains(first);
  }

  @Test
  void madeAgainThoughDeletedItIsAnsweredAndStaysDeleted() {
    Todo first = created(TodoContent.of(new Heading("Buy bread")));
    assertThat(here.deleteTodo.handle(new DeleteTodo.Command(ada, first.id(), Precondition.NONE)))
        .isEqualTo(new DeleteTodo.Deleted());
    var again = new CreateTodo.Command(ada, first.content(), Optional.of(first.id()));
    assertThat(here.createTodo.handle(again)).isEqualTo(new CreateTodo.Created(first));
    assertThat(here.todoQueries.find(ada, first.id())).isEmpty();
  }

  @Test
  void manyAtOnceHaveIdsOfTheirOwn() {
    List<Todo> all = Race.run(_ -> created(TodoContent.of(new Heading("Buy bread"))));
    assertThat(all.stream().map(Todo::id)).doesNotHaveDuplicates();
  }

  @Test
  void whenTheStoreIsGoneItSaysSo() {
    here.todos.setAvailable(false);
    assertThatThrownBy(() -> created(Specimens.fullContent())).isInstanceOf(PortUnavailable.class);
  }

  private Todo created(TodoContent content) {
    return switch (here.createTodo.handle(new CreateTodo.Command(ada, content))) {
      case CreateTodo.Created(Todo todo) -> todo;
    };
  }
}
