package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.application.port.TodoOrder;
import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A walk through a long list, page by page, while others add and delete as fast as they can: nobody
 * is met twice, and nobody missed who was there all the time. The adapters' tests take the size
 * from {@code -Dhoneydo.walk}.
 */
public final class TodoWalk {
  private static final int PAGE = 50;
  private static final int OTHERS = 3;

  private TodoWalk() {}

  /**
   * Walks in that order through {@code size} todos, of which others delete every third meanwhile.
   *
   * @return how many todos were met
   * @throws AssertionError when one was met twice or missed
   */
  public static int through(Todos walkers, Todos others, TodoOrder order, int size) {
    UserId owner = Specimens.userId();
    List<TodoId> survivors = new ArrayList<>();
    List<TodoId> doomed = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Todo todo = draft(i).addedTo(others, owner);
      (i % 3 == 0 ? doomed : survivors).add(todo.id());
    }
    AtomicBoolean walking = new AtomicBoolean(true);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch disturbed = new CountDownLatch(1);
    List<List<TodoId>> met =
        Race.run(
            OTHERS + 1,
            number -> {
              if (number == 0) {
                try {
                  return walk(walkers, owner, order, begun, disturbed);
                } finally {
                  begun.countDown();
                  walking.set(false);
                }
              }
              Race.await(begun);
              try {
                disturb(others, owner, number, doomed, disturbed, walking);
              } finally {
                disturbed.countDown();
              }
              return List.of();
            });
    assertThat(met.getFirst()).as("todos that were met").doesNotHaveDuplicates();
    Set<TodoId> missed = new HashSet<>(survivors);
    met.getFirst().forEach(missed::remove);
    assertThat(missed).as("todos that were there all the time and missed").isEmpty();
    return met.getFirst().size();
  }

  /** Goes on behind the first page when something was deleted, however fast it could go. */
  private static List<TodoId> walk(
      Todos todos, UserId owner, TodoOrder order, CountDownLatch begun, CountDownLatch disturbed) {
    TodoQuery query = new TodoQuery(TodoFilter.ALL, order);
    List<TodoId> met = new ArrayList<>();
    TodoPage page = todos.page(owner, query, new PageRequest(PAGE, Optional.empty()));
    page.items().forEach(todo -> met.add(todo.id()));
    begun.countDown();
    Race.await(disturbed);
    while (page.more()) {
      page = todos.page(owner, query, new PageRequest(PAGE, order.next(page)));
      page.items().forEach(todo -> met.add(todo.id()));
    }
    return met;
  }

  private static void disturb(
      Todos todos,
      UserId owner,
      int number,
      List<TodoId> doomed,
      CountDownLatch disturbed,
      AtomicBoolean walking) {
    for (int i = number - 1; i < doomed.size() && walking.get(); i += OTHERS) {
      TodoId id = doomed.get(i);
      assertThat(todos.delete(owner, id, Precondition.NONE, Specimens.NOW))
          .isEqualTo(new Todos.Deleted());
      disturbed.countDown();
      var _ = draft(i).addedTo(todos, owner);
    }
  }

  /** Many of one heading and of one instant, so that most is told apart by the id alone. */
  private static Draft draft(int number) {
    return Draft.of("heading " + number % 40).madeAt(Specimens.NOW.plusMillis(number % 60));
  }
}
