package dev.honeydo.contracts;

import static dev.honeydo.contracts.ListsDefect.counting;
import static dev.honeydo.contracts.ListsDefect.querying;
import static dev.honeydo.contracts.WrongDouble.breaking;

import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.todo.Priority;
import dev.honeydo.domain.todo.SearchTerms;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Doubles whose lists have what was not asked for, or lack what was. */
final class WrongTodosFiltering {
  private WrongTodosFiltering() {}

  static final List<WrongDouble<Todos>> ALL =
      List.of(
          breaking(
              "TODO-79",
              "shows everything where what is open is asked for",
              admitting(filter -> filter.completed().equals(Optional.of(false)), (_, _) -> true)),
          breaking(
              "TODO-80",
              "takes tags that differ in case for one",
              admitting(
                  filter -> filter.tag().isPresent() && filter.completed().isEmpty(),
                  (filter, todo) ->
                      todo.content().tags().values().stream()
                          .anyMatch(tag ->
                              tag.value().equalsIgnoreCase(filter.tag().orElseThrow().value())))),
          breaking(
              "TODO-81",
              "takes a priority for the least that is wanted",
              admitting(
                  filter -> filter.priority().isPresent() && filter.completed().isEmpty(),
                  (filter, todo) ->
                      todo.content().priority().compareTo(filter.priority().orElse(Priority.LOW))
                          >= 0)),
          breaking(
              "TODO-82",
              "counts what is never due as due before",
              admitting(
                  filter -> filter.dueBefore().isPresent() && filter.completed().isEmpty(),
                  (filter, todo) -> todo.content().dueAt().isEmpty() || filter.admits(todo))),
          breaking(
              "TODO-83",
              "takes due after to exclude the instant",
              admitting(
                  filter -> filter.dueAfter().isPresent() && filter.completed().isEmpty(),
                  (filter, todo) ->
                      filter.admits(todo)
                          && !todo.content()
                              .dueAt()
                              .orElseThrow()
                              .value()
                              .equals(filter.dueAfter().orElse(Instant.EPOCH)))),
          breaking(
              "TODO-84",
              "takes when it was made for when it changed",
              admitting(
                  filter -> filter.updatedSince().isPresent() && filter.completed().isEmpty(),
                  (filter, todo) ->
                      !todo.createdAt().isBefore(filter.updatedSince().orElseThrow()))),
          breaking(
              "TODO-85",
              "is content with one of the words",
              admitting(
                  filter -> filter.terms().isPresent() && filter.completed().isEmpty(),
                  (filter, todo) ->
                      new SearchTerms(List.of(), filter.terms().orElseThrow().prefix())
                          .scopeOf(todo.content())
                          .isPresent())),
          breaking(
              "TODO-86",
              "forgets the tag beside a priority",
              admitting(
                  filter -> filter.priority().isPresent() && filter.tag().isPresent(),
                  (filter, todo) ->
                      new TodoFilter(
                              filter.completed(),
                              Optional.empty(),
                              filter.priority(),
                              filter.dueBefore(),
                              filter.dueAfter(),
                              filter.updatedSince(),
                              filter.terms())
                          .admits(todo))),
          breaking(
              "TODO-87",
              "counts everything",
              counting((it, owner, _) -> it.right.count(owner, TodoFilter.ALL))),
          breaking(
              "TODO-88",
              "begins anew behind a filtered page",
              querying((it, owner, query, request) ->
                  it.right.page(
                      owner,
                      query,
                      query.filter().tag().isPresent()
                          ? new PageRequest(request.limit(), Optional.empty())
                          : request))));

  /** Admits what {@code which} does wherever {@code where} holds, on a first page. */
  private static UnaryOperator<Todos> admitting(
      Predicate<TodoFilter> where, BiPredicate<TodoFilter, Todo> which) {
    return querying((it, owner, query, request) ->
        where.test(query.filter()) && request.after().isEmpty()
            ? filtered(it, owner, query, request, which)
            : it.right.page(owner, query, request));
  }

  private static TodoPage filtered(
      TodosDefect.Spoilt it,
      UserId owner,
      TodoQuery query,
      PageRequest request,
      BiPredicate<TodoFilter, Todo> which) {
    List<Todo> admitted =
        it.right.page(owner, new PageRequest(100, Optional.empty())).items().stream()
            .filter(todo -> which.test(query.filter(), todo))
            .toList();
    List<Todo> items = admitted.stream().limit(request.limit()).toList();
    return new TodoPage(items, admitted.size() > items.size());
  }
}
