package dev.honeydo.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.application.port.TodoOrder;
import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.application.port.Todos;
import dev.honeydo.contracts.Race;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.reference.InMemoryTodos;
import dev.honeydo.domain.todo.DueDate;
import dev.honeydo.domain.todo.Heading;
import dev.honeydo.domain.todo.Priority;
import dev.honeydo.domain.todo.SearchTerms;
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
          filter(Optional.of(true), "", "", ""),
          filter(Optional.of(false), "", "", ""),
          filter(Optional.empty(), "few-are", "", ""),
          filter(Optional.empty(), "many are", "", ""),
          filter(Optional.empty(), "✓", "", ""),
          filter(Optional.empty(), "are", "", ""),
          filter(Optional.empty(), "", "rarely", ""),
          filter(Optional.empty(), "", "often hea", ""),
          filter(Optional.empty(), "", "nowhere", ""),
          filter(Optional.empty(), "", "", "LOW"),
          filter(Optional.empty(), "", "", "HIGH"),
          dueBefore(4),
          dueBefore(45),
          dueAfter(5),
          dueAfter(49),
          updatedSince(1),
          updatedSince(55));

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
        isThatOfTheReference(both(part, other), TodoOrder.NEWEST_FIRST);
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
            number % 5 == 0
                ? Optional.empty()
                : Optional.of(new DueDate(NOW.plus(Duration.ofHours(number % 50)))),
            new Tags(List.of(new Tag(few ? "few-are" : "many are"), new Tag(half ? "✓" : "many"))));
    return Todo.create(Specimens.todoId(), content, NOW.plusMillis(number % 60));
  }

  private static TodoFilter filter(
      Optional<Boolean> completed, String tag, String words, String priority) {
    return new TodoFilter(
        completed,
        tag.isEmpty() ? Optional.empty() : Optional.of(new Tag(tag)),
        priority.isEmpty() ? Optional.empty() : Optional.of(Priority.valueOf(priority)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        SearchTerms.of(words));
  }

  private static TodoFilter dueBefore(int hour) {
    Instant instant = NOW.plus(Duration.ofHours(hour));
    return limited(Optional.of(instant), Optional.empty(), Optional.empty());
  }

  private static TodoFilter dueAfter(int hour) {
    Instant instant = NOW.plus(Duration.ofHours(hour));
    return limited(Optional.empty(), Optional.of(instant), Optional.empty());
  }

  private static TodoFilter updatedSince(int millis) {
    return limited(Optional.empty(), Optional.empty(), Optional.of(NOW.plusMillis(millis)));
  }

  private static TodoFilter limited(
      Optional<Instant> dueBefore, Optional<Instant> dueAfter, Optional<Instant> updatedSince) {
    return new TodoFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        dueBefore,
        dueAfter,
        updatedSince,
        Optional.empty());
  }

  private static TodoFilter both(TodoFilter one, TodoFilter other) {
    return new TodoFilter(
        one.completed().or(other::completed),
        one.tag().or(other::tag),
        one.priority().or(other::priority),
        one.dueBefore().or(other::dueBefore),
        one.dueAfter().or(other::dueAfter),
        one.updatedSince().or(other::updatedSince),
        one.terms().or(other::terms));
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
