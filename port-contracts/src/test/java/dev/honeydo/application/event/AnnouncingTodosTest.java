package dev.honeydo.application.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.port.Event;
import dev.honeydo.application.port.EventId;
import dev.honeydo.application.port.Events;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.Todos;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TodosContract;
import dev.honeydo.contracts.reference.InMemoryEvents;
import dev.honeydo.contracts.reference.InMemoryTodos;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Todos that are told of are todos; what changes is told, what does not is not. */
final class AnnouncingTodosTest implements TodosContract {
  private final InMemoryTodos record = new InMemoryTodos();
  private final InMemoryEvents events = new InMemoryEvents();
  private final UserId ada = Specimens.userId();
  private final EventId start = events.end(ada);

  @Override
  public Todos todos() {
    return new AnnouncingTodos(record, events);
  }

  @Override
  public Todos anotherView() {
    return new AnnouncingTodos(record, events);
  }

  @Override
  public Todos unreachable() {
    InMemoryTodos gone = new InMemoryTodos();
    gone.setAvailable(false);
    return new AnnouncingTodos(gone, events);
  }

  /** All it does is done behind one lock. */
  @Override
  public int rounds() {
    return 1;
  }

  private void assertTold(Event... told) {
    List<Event> heard =
        switch (events.read(ada, start, Duration.ZERO)) {
          case Events.News news -> news.entries().stream().map(Events.Entry::event).toList();
          case Events.Quiet(), Events.Missed _ -> List.of();
        };
    assertThat(heard).containsExactly(told);
  }

  private Todo added() {
    Todo todo = Specimens.todo(Specimens.fullContent());
    assertThat(todos().add(ada, todo)).isEqualTo(new Todos.Added());
    return todo;
  }

  @Test
  void eachChangeIsToldOnce() {
    Todo todo = added();
    assertThat(todos().add(ada, todo)).isInstanceOf(Todos.Exists.class);
    Todo edited = todo.edited(Specimens.todo().content(), Specimens.NOW);
    assertThat(todos().replace(ada, edited, Version.FIRST)).isEqualTo(new Todos.Replaced());
    assertThat(todos().replace(ada, edited, Version.FIRST)).isInstanceOf(Todos.Stale.class);
    assertThat(todos().replace(ada, Specimens.todo(), Version.FIRST))
        .isEqualTo(new Todos.Missing());
    for (int times = 0; times < 2; times++) {
      Todos.Deletion _ = todos().delete(ada, todo.id(), Precondition.NONE, Specimens.NOW);
    }
    assertTold(
        new Event.TodoCreated(todo),
        new Event.TodoUpdated(edited),
        new Event.TodoDeleted(todo.id()));
  }

  @Test
  void whereManyGoAllIsToBeReadAnew() {
    assertThat(todos().deleteCompleted(ada, Specimens.NOW)).isEqualTo(new Todos.Clearance(0));
    assertTold();
    Todo todo = added();
    assertThat(todos().deleteCompleted(ada, Specimens.NOW)).isEqualTo(new Todos.Clearance(1));
    assertTold(new Event.TodoCreated(todo), new Event.Overhauled());
  }

  @Test
  void whereItIsUnknownWhatBecameOfAChangeAllIsToBeReadAnew() {
    record.setAvailable(false);
    assertThatThrownBy(() -> todos().add(ada, Specimens.todo()))
        .isInstanceOf(PortUnavailable.class);
    assertTold(new Event.Overhauled());
  }

  @Test
  void ofWhoseTodosAreAllGoneNothingIsToldAnyMore() {
    Todo _ = added();
    assertThat(todos().deleteAll(ada)).isEqualTo(new Todos.Clearance(1));
    assertThat(events.read(ada, start, Duration.ZERO)).isInstanceOf(Events.Missed.class);
  }
}
