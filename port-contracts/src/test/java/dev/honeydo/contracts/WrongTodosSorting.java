package dev.honeydo.contracts;

import static dev.honeydo.contracts.ListsDefect.querying;
import static dev.honeydo.contracts.WrongDouble.breaking;

import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.SortKey;
import dev.honeydo.application.port.TodoOrder;
import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.TodoPosition;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.todo.DueDate;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Doubles whose orders are others, or in which one cannot go on. */
final class WrongTodosSorting {
  private WrongTodosSorting() {}

  static final List<WrongDouble<Todos>> ALL =
      List.of(
          breaking(
              "TODO-89",
              "has the greatest of equal ids first in every direction",
              wholeListsBy(
                  new TodoOrder(TodoOrder.Key.CREATED_AT, false),
                  Comparator.comparing(Todo::createdAt)
                      .thenComparing(todo -> todo.id().toString(), Comparator.reverseOrder()))),
          breaking(
              "TODO-90",
              "orders changes by when it was made",
              wholeListsBy(
                  new TodoOrder(TodoOrder.Key.UPDATED_AT, true),
                  Comparator.comparing(Todo::createdAt).reversed())),
          breaking(
              "TODO-91",
              "has what is never due first where the latest is",
              wholeListsBy(
                  new TodoOrder(TodoOrder.Key.DUE_AT, true),
                  Comparator.comparing((Todo todo) ->
                          todo.content().dueAt().map(DueDate::value).orElse(Instant.MAX))
                      .reversed())),
          breaking(
              "TODO-92",
              "compares headings by their chars",
              wholeListsBy(
                  new TodoOrder(TodoOrder.Key.HEADING, false),
                  Comparator.comparing(todo -> todo.content().heading().sortKey()))),
          breaking(
              "TODO-93",
              "compares priorities by their names",
              wholeListsBy(
                  new TodoOrder(TodoOrder.Key.PRIORITY, false),
                  Comparator.comparing(todo -> todo.content().priority().name()))),
          breaking(
              "TODO-94",
              "ends behind the first that is never due",
              querying((it, owner, query, request) ->
                  request
                          .after()
                          .map(TodoPosition::key)
                          .filter(SortKey.Absent.class::isInstance)
                          .isPresent()
                      ? new TodoPage(List.of(), false)
                      : it.right.page(owner, query, request))),
          breaking("TODO-95", "counts instead of comparing headings", Counts::new));

  /** Orders by that comparator what a list in this order shows on one page. */
  private static UnaryOperator<Todos> wholeListsBy(TodoOrder order, Comparator<Todo> wrong) {
    return querying((it, owner, query, request) -> {
      TodoPage answer = it.right.page(owner, query, request);
      return answer.more() || request.after().isPresent() || !query.order().equals(order)
          ? answer
          : new TodoPage(answer.items().stream().sorted(wrong).toList(), false);
    });
  }

  /** Remembers how many todos stood before a position, and skips as many. */
  private static final class Counts extends TodosDefect.Spoilt {
    private final Map<TodoPosition, Integer> before = new HashMap<>();

    Counts(Todos right) {
      super(right);
    }

    @Override
    public TodoPage page(UserId owner, TodoQuery query, PageRequest request) {
      if (query.order().key() != TodoOrder.Key.HEADING) {
        return right.page(owner, query, request);
      }
      int skipped = request.after().map(at -> before.getOrDefault(at, 0)).orElse(0);
      List<Todo> all =
          right.page(owner, query, new PageRequest(100, Optional.empty())).items().stream()
              .skip(skipped)
              .toList();
      List<Todo> items = all.stream().limit(request.limit()).toList();
      TodoPage page = new TodoPage(items, all.size() > items.size());
      query.order().next(page).ifPresent(at -> before.put(at, skipped + items.size()));
      return page;
    }
  }
}
