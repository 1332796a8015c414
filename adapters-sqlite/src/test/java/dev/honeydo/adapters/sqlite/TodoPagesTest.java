package dev.honeydo.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.application.port.TodoOrder;
import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.application.port.Todos;
import dev.honeydo.contracts.Filters;
import dev.honeydo.contracts.Race;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.reference.InMemoryTodos;
import dev.honeydo.domain.todo.DueDate;
import dev.honeydo.domain.todo.Heading;
import dev.honeydo.domain.todo.Priority;
import dev.honeydo.domain.todo.Tag;
import dev.honeydo.domain.todo.Tags;
import dev.honeydo.domain.todo.Task;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Among more todos than contracts have, so that each way to a page is taken. */
final class TodoPagesTest {
  private static final int ALL = 800;
  private static final Instant NOW = Specimens.NOW;

  /** What holds for few, for many, for all and for none. */
  private static final List<TodoFilter> PARTS =
      List.of(
          TodoFilter.ALL,
          Filters.completed(true),
          Filters.completed(false),
          Filters.tag("few-are"),
          Filters.tag("many are"),
          Filters.tag("✓"),
          Filters.tag("are"),
          Filters.terms("rarely"),
          Filters.terms("often hea"),
          Filters.terms("nowhere"),
          Filters.priority(Priority.LOW),
          Filters.priority(Priority.HIGH),
          Filters.dueBefore(hour(4)),
          Filters.dueBefore(hour(45)),
          Filters.dueAfter(hour(5)),
          Filters.dueAfter(hour(49)),
          Filters.updatedSince(NOW.plusMillis(1)),
          Filters.updatedSince(NOW.plusMillis(55)));

  @RegisterExtension final Installation record = new Installation();
  private final Todos reference = new InMemoryTodos();
  private final UserId owner = Specimens.userId();
  private final List<Integer> sizes = new ArrayList<>();

  @Test
  @DisplayName("a list is the same whether few or many have what it is of, in every order")
  void listsAreThoseOfTheReference() {
    fill();
    for (TodoFilter part : PARTS) {
      for (TodoOrder.Key key : TodoOrder.Key.values()) {
        isThatOfTheReference(part, new TodoOrder(key, false));
        isThatOfTheReference(part, new TodoOrder(key, true));
      }
      for (TodoFilter other : PARTS) {
        isThatOfTheReference(Filters.both(part, other), TodoOrder.NEWEST_FIRST);
      }
    }
    assertThat(sizes).as("of few").filteredOn(it -> it > 0 && it <= 100).hasSizeGreaterThan(50);
    assertThat(sizes).as("of many").filteredOn(it -> it > 300).hasSizeGreaterThan(50);
  }

  private void isThatOfTheReference(TodoFilter filter, TodoOrder order) {
    TodoQuery query = new TodoQuery(filter, order);
    List<TodoId> expected = walk(reference, query);
    assertThat(walk(record.adapters().todos(), query))
        .as("%s", query)
        .containsExactlyElementsOf(expected);
    sizes.add(expected.size());
  }

  private void fill() {
    List<Todo> todos = new ArrayList<>();
    for (int i = 0; i < ALL; i++) {
      todos.add(todo(i));
    }
    todos.forEach(it -> assertThat(reference.add(owner, it)).isEqualTo(new Todos.Added()));
    assertThat(Race.run(ALL, number -> record.adapters().todos().add(owner, todos.get(number))))
        .containsOnly(new Todos.Added());
  }

  /** What is 1 in 2 is of many, what is 1 in 8 is of few. */
  private static Todo todo(int number) {
    boolean half = number % 2 == 0;
    boolean few = number % 8 == 1;
    TodoContent content =
        new TodoContent(
            new Heading("Heading " + number % 40 + (half ? " bread" : " beer")),
            new Task(few ? "rarely" : "often, or often enough"),
            number % 16 < 9,
            few ? Priority.HIGH : half ? Priority.LOW : Priority.NORMAL,
            number % 5 == 0 ? Optional.empty() : Optional.of(new DueDate(hour(number % 50))),
            new Tags(List.of(new Tag(few ? "few-are" : "many are"), new Tag(half ? "✓" : "many"))));
    return Todo.create(Specimens.todoId(), content, NOW.plusMillis(number % 60));
  }

  private static Instant hour(int number) {
    return NOW.plus(Duration.ofHours(number));
  }

  private List<TodoId> walk(Todos todos, TodoQuery query) {
    List<TodoId> met = new ArrayList<>();
    TodoPage page = todos.page(owner, query, new PageRequest(100, Optional.empty()));
    page.items().forEach(todo -> met.add(todo.id()));
    while (page.more()) {
      page = todos.page(owner, query, new PageRequest(100, query.order().next(page)));
      page.items().forEach(todo -> met.add(todo.id()));
    }
    return met;
  }
}
