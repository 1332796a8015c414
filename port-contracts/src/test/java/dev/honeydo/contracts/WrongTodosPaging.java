package dev.honeydo.contracts;

import static dev.honeydo.contracts.TodosDefect.paging;
import static dev.honeydo.contracts.WrongDouble.breaking;

import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.SortKey;
import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.TodoPosition;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.Moments;
import dev.honeydo.domain.todo.Task;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Doubles whose lists have another order, or gaps. */
final class WrongTodosPaging {
  private WrongTodosPaging() {}

  private static final Comparator<Todo> NEWEST_FIRST =
      Comparator.comparing(Todo::createdAt).thenComparing(todo -> todo.id().toString()).reversed();

  private static final SortKey FUTURE = new SortKey.Moment(Moments.LATEST);

  static final List<WrongDouble<Todos>> ALL =
      List.of(
          breaking(
              "TODO-53",
              "lists the oldest of three first",
              paging((_, _, request, answer) ->
                  answer.items().size() == 3 && request.after().isEmpty()
                      ? new TodoPage(answer.items().reversed(), answer.more())
                      : answer)),
          breaking(
              "TODO-54",
              "orders instants before 1970 backwards",
              wholeListsBy(
                  Comparator.comparingLong((Todo it) ->
                          it.createdAt().toEpochMilli() < 0
                              ? Long.MIN_VALUE - it.createdAt().toEpochMilli()
                              : it.createdAt().toEpochMilli())
                      .thenComparing(it -> it.id().toString())
                      .reversed())),
          breaking(
              "TODO-55",
              "compares ids as signed numbers",
              wholeListsBy(
                  Comparator.comparing(Todo::createdAt)
                      .thenComparing(it -> it.id().value())
                      .reversed())),
          breaking(
              "TODO-56",
              "lists what changed last first",
              wholeListsBy(
                  Comparator.comparing(Todo::updatedAt)
                      .thenComparing(it -> it.id().toString())
                      .reversed())),
          breaking(
              "TODO-57",
              "lists todos without their tasks",
              paging((_, _, _, answer) ->
                  new TodoPage(
                      answer.items().stream().map(WrongTodosPaging::withoutTask).toList(),
                      answer.more()))),
          breaking(
              "TODO-58",
              "throws where nothing is",
              paging((_, _, request, answer) -> {
                if (request.after().isEmpty() && answer.items().isEmpty()) {
                  throw new NoSuchElementException();
                }
                return answer;
              })),
          breaking(
              "TODO-59",
              "lists what others have",
              paging((it, owner, request, answer) -> {
                List<Todo> items = new ArrayList<>(answer.items());
                it.owners.values().stream()
                    .filter(other -> !items.isEmpty() && !other.equals(owner))
                    .forEach(other -> items.addAll(it.right.page(other, request).items()));
                return new TodoPage(items, answer.more());
              })),
          breaking(
              "TODO-60",
              "gives one todo more than the three that are asked for",
              paging((it, owner, request, answer) ->
                  !answer.more() || request.limit() != 3
                      ? answer
                      : new TodoPage(
                          it.right
                              .page(owner, new PageRequest(request.limit() + 1, request.after()))
                              .items(),
                          true))),
          breaking(
              "TODO-61",
              "does not see the last one behind a first page",
              paging((it, owner, request, answer) ->
                  request.after().isPresent() || restOf(it, owner, answer) > 1
                      ? answer
                      : new TodoPage(answer.items(), false))),
          breaking(
              "TODO-62",
              "takes a full page for more",
              paging((_, _, request, answer) ->
                  new TodoPage(answer.items(), answer.items().size() == request.limit()))),
          breaking(
              "TODO-63",
              "gives fifty at the most",
              paging((it, owner, request, _) ->
                  it.right.page(
                      owner, new PageRequest(Math.min(50, request.limit()), request.after())))),
          breaking(
              "TODO-64",
              "begins with the todo at the position, if there are five",
              paging((it, owner, request, answer) ->
                  it.calls.count("add") == 5
                      ? fromThePosition(it, owner, request, answer)
                      : answer)),
          breaking(
              "TODO-65",
              "skips todos of the position's instant",
              paging((it, owner, request, _) ->
                  it.right.page(
                      owner,
                      new PageRequest(
                          request.limit(),
                          request
                              .after()
                              .map(
                                  at -> new TodoPosition(at.key(), new TodoId(new UUID(0, 0)))))))),
          breaking(
              "TODO-66",
              "counts instead of comparing where nothing is deleted",
              right -> new Counts(right)),
          breaking(
              "TODO-67",
              "ends a walk where a deleted todo was",
              paging((it, _, request, answer) ->
                  isBehindDeleted(it, request) && it.calls.count("page") > 1
                      ? new TodoPage(List.of(), false)
                      : answer)),
          breaking(
              "TODO-68",
              "does not begin where a deleted todo was",
              paging((it, _, request, answer) ->
                  isBehindDeleted(it, request) && it.calls.count("page") == 1
                      ? new TodoPage(List.of(), false)
                      : answer)),
          breaking(
              "TODO-69",
              "refuses places in the future",
              paging((_, _, request, answer) ->
                  request.after().filter(at -> at.key().equals(FUTURE)).isPresent()
                      ? new TodoPage(List.of(), false)
                      : answer)),
          breaking(
              "TODO-70",
              "begins again after the end",
              paging((it, owner, request, answer) ->
                  answer.items().isEmpty()
                      ? it.right.page(owner, new PageRequest(request.limit(), Optional.empty()))
                      : answer)),
          breaking(
              "TODO-71",
              "lists what was added through it alone",
              paging((it, _, _, answer) ->
                  new TodoPage(
                      answer.items().stream()
                          .filter(todo -> it.owners.containsKey(todo.id()))
                          .toList(),
                      answer.more()))));

  private static UnaryOperator<Todos> wholeListsBy(Comparator<Todo> order) {
    return paging((_, _, request, answer) ->
        answer.more() || request.after().isPresent()
            ? answer
            : new TodoPage(answer.items().stream().sorted(order).toList(), false));
  }

  private static boolean isBehindDeleted(TodosDefect.Spoilt it, PageRequest request) {
    return request.after().filter(at -> it.deleted.containsKey(at.id())).isPresent();
  }

  private static Todo withoutTask(Todo it) {
    TodoContent content = it.content();
    return new Todo(
        it.id(),
        new TodoContent(
            content.heading(),
            Task.NONE,
            content.completed(),
            content.priority(),
            content.dueAt(),
            content.tags()),
        it.completedAt(),
        it.createdAt(),
        it.updatedAt(),
        it.version());
  }

  private static int restOf(TodosDefect.Spoilt it, UserId owner, TodoPage page) {
    return page.next()
        .map(at -> it.right.page(owner, new PageRequest(100, Optional.of(at))).items().size())
        .orElse(0);
  }

  private static TodoPage fromThePosition(
      TodosDefect.Spoilt it, UserId owner, PageRequest request, TodoPage answer) {
    Optional<Todo> first = request.after().flatMap(at -> it.right.find(owner, at.id()));
    if (first.isEmpty()) {
      return answer;
    }
    TodoPage rest = it.right.page(owner, new PageRequest(request.limit() - 1, request.after()));
    List<Todo> items = new ArrayList<>(List.of(first.get()));
    items.addAll(rest.items());
    return new TodoPage(items, rest.more());
  }

  /** Remembers how many todos stood before a position, and skips as many. */
  private static final class Counts extends TodosDefect.Spoilt {
    private final Map<TodoPosition, Integer> before = new HashMap<>();

    Counts(Todos right) {
      super(right);
    }

    @Override
    public TodoPage page(UserId owner, TodoQuery query, PageRequest request) {
      if (!query.equals(TodoQuery.NEWEST_FIRST) || calls.count("delete") > 0) {
        return right.page(owner, query, request);
      }
      int skipped = request.after().map(at -> before.getOrDefault(at, -1)).orElse(0);
      if (skipped < 0) {
        return right.page(owner, request);
      }
      List<Todo> all =
          right.page(owner, new PageRequest(100, Optional.empty())).items().stream()
              .sorted(NEWEST_FIRST)
              .skip(skipped)
              .toList();
      List<Todo> items = all.stream().limit(request.limit()).toList();
      TodoPage page = new TodoPage(items, all.size() > items.size());
      page.next().ifPresent(at -> before.put(at, skipped + items.size()));
      return page;
    }
  }
}
