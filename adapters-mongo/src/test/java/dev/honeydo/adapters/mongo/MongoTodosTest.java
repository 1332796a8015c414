package dev.honeydo.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.application.port.TodoOrder;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.application.port.Todos;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.TodoWalk;
import dev.honeydo.contracts.TodosContract;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.todo.SearchTerms;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("dev.honeydo.adapters.mongo.TestServers#all")
final class MongoTodosTest implements TodosContract {
  private final TestClock clock = new TestClock();
  private final Installation installation;

  MongoTodosTest(TestServer server) {
    this.installation = new Installation(server, clock);
  }

  @AfterEach
  void remove() {
    installation.close();
  }

  @Override
  public Todos todos() {
    return installation.adapters().todos();
  }

  @Override
  public Todos anotherView() {
    return installation.another().todos();
  }

  @Override
  public Todos unreachable() {
    return installation.unreachable().todos();
  }

  @Test
  void anIdThatSomebodyElsesTodoHasIsABug() {
    UserId owner = Specimens.userId();
    Todo todo = Specimens.todo(Specimens.fullContent());
    assertThat(todos().add(owner, todo)).isEqualTo(new Todos.Added());
    assertThatIllegalStateException()
        .isThrownBy(() -> todos().add(Specimens.userId(), todo))
        .withNoCause();
  }

  @Test
  void ofATodoThatWasDeletedNoContentIsLeft() {
    UserId owner = Specimens.userId();
    Todo todo = Specimens.todo(Specimens.fullContent());
    assertThat(todos().add(owner, todo)).isEqualTo(new Todos.Added());
    assertThat(todos().delete(owner, todo.id(), Precondition.NONE, Specimens.NOW))
        .isEqualTo(new Todos.Deleted());
    assertThat(stored())
        .containsExactly(
            new Document("_id", todo.id().value())
                .append("owner", owner.value())
                .append("version", 2L)
                .append("deletedAt", Date.from(Specimens.NOW)));
  }

  @Test
  void nothingIsLeftOfAnOwnerWhoseTodosAreAllDeleted() {
    UserId owner = Specimens.userId();
    Todo todo = Specimens.todo();
    assertThat(todos().add(owner, todo)).isEqualTo(new Todos.Added());
    assertThat(todos().add(owner, Specimens.todo())).isEqualTo(new Todos.Added());
    assertThat(todos().delete(owner, todo.id(), Precondition.NONE, Specimens.NOW))
        .isEqualTo(new Todos.Deleted());
    assertThat(todos().deleteAll(owner)).isEqualTo(new Todos.Clearance(1));
    assertThat(stored()).isEmpty();
  }

  @Test
  void aLongWalkMeetsEveryTodoThatStays() {
    int size = Integer.getInteger("honeydo.walk", 300);
    assertThat(
            TodoWalk.through(
                installation.another().todos(),
                todos(),
                new TodoOrder(TodoOrder.Key.HEADING, false),
                size))
        .isBetween(size * 2 / 3, size * 2);
  }

  @Test
  void todosOfAnOlderHoneydoAreFoundInEveryOrderAndByTheirWords() {
    UserId owner = Specimens.userId();
    Todo todo = Specimens.todo(Specimens.fullContent());
    assertThat(todos().add(owner, todo)).isEqualTo(new Todos.Added());
    Document younger = new Document();
    for (String field : List.of("headingKey", "rank", "dueRising", "dueFalling", "words")) {
      younger.append(field, "");
    }
    var _ =
        installation
            .database()
            .getCollection("todos")
            .updateMany(new Document(), new Document("$unset", younger));
    installation.database().getCollection("todo_changes").drop();
    Todos reopened = installation.another().todos();
    assertThat(reopened.search(owner, SearchTerms.of("bread").orElseThrow(), 9))
        .containsExactly(todo);
    Instant due = todo.content().dueAt().orElseThrow().value();
    TodoFilter everything =
        new TodoFilter(
            Optional.of(todo.content().completed()),
            todo.content().tags().values().stream().findFirst(),
            Optional.of(todo.content().priority()),
            Optional.of(due.plusMillis(1)),
            Optional.of(due),
            Optional.of(todo.updatedAt()),
            SearchTerms.of("bread"));
    for (TodoOrder.Key key : TodoOrder.Key.values()) {
      for (TodoFilter filter : List.of(TodoFilter.ALL, everything)) {
        TodoQuery query = new TodoQuery(filter, new TodoOrder(key, false));
        assertThat(reopened.page(owner, query, new PageRequest(9, Optional.empty())).items())
            .containsExactly(todo);
      }
    }
  }

  private List<Document> stored() {
    return installation.database().getCollection("todos").find().into(new ArrayList<>());
  }
}
