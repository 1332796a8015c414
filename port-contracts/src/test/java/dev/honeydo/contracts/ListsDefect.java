package dev.honeydo.contracts;

import dev.honeydo.application.port.ChangePosition;
import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.TodoCount;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.application.port.TodoStatistics;
import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.todo.SearchTerms;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What is wrong with a double's lists, searches, counts or changes: it says what it answers. */
final class ListsDefect {
  private ListsDefect() {}

  interface OnQuery {
    TodoPage answer(TodosDefect.Spoilt it, UserId owner, TodoQuery query, PageRequest request);
  }

  interface OnCount {
    TodoCount answer(TodosDefect.Spoilt it, UserId owner, TodoFilter filter);
  }

  interface OnSearch {
    List<Todo> answer(TodosDefect.Spoilt it, UserId owner, SearchTerms terms, int limit);
  }

  interface OnStatistics {
    TodoStatistics answer(TodosDefect.Spoilt it, UserId owner, Instant now);
  }

  interface OnDeleteCompleted {
    Todos.Clearance answer(TodosDefect.Spoilt it, UserId owner, Instant at);
  }

  interface OnChanges {
    Todos.Feed answer(
        TodosDefect.Spoilt it, UserId owner, Optional<ChangePosition> since, int limit);
  }

  interface OnPurge {
    Purge answer(TodosDefect.Spoilt it, Instant deletedBefore, int most);
  }

  /** Lists but the one with everything and the newest first. */
  static UnaryOperator<Todos> querying(OnQuery change) {
    return right ->
        new TodosDefect.Spoilt(right) {
          @Override
          public TodoPage page(UserId owner, TodoQuery query, PageRequest request) {
            return query.equals(TodoQuery.NEWEST_FIRST)
                ? right.page(owner, query, request)
                : change.answer(this, owner, query, request);
          }
        };
  }

  static UnaryOperator<Todos> counting(OnCount change) {
    return right ->
        new TodosDefect.Spoilt(right) {
          @Override
          public TodoCount count(UserId owner, TodoFilter filter) {
            return change.answer(this, owner, filter);
          }
        };
  }

  static UnaryOperator<Todos> searching(OnSearch change) {
    return right ->
        new TodosDefect.Spoilt(right) {
          @Override
          public List<Todo> search(UserId owner, SearchTerms terms, int limit) {
            return change.answer(this, owner, terms, limit);
          }
        };
  }

  static UnaryOperator<Todos> counted(OnStatistics change) {
    return right ->
        new TodosDefect.Spoilt(right) {
          @Override
          public TodoStatistics statistics(UserId owner, Instant now) {
            return change.answer(this, owner, now);
          }
        };
  }

  static UnaryOperator<Todos> clearing(OnDeleteCompleted change) {
    return right ->
        new TodosDefect.Spoilt(right) {
          @Override
          public Clearance deleteCompleted(UserId owner, Instant at) {
            return change.answer(this, owner, at);
          }
        };
  }

  static UnaryOperator<Todos> changing(OnChanges change) {
    return right ->
        new TodosDefect.Spoilt(right) {
          @Override
          public Feed changes(UserId owner, Optional<ChangePosition> since, int limit) {
            return change.answer(this, owner, since, limit);
          }
        };
  }

  static UnaryOperator<Todos> purging(OnPurge change) {
    return right ->
        new TodosDefect.Spoilt(right) {
          @Override
          public Purge purge(Instant deletedBefore, int most) {
            return change.answer(this, deletedBefore, most);
          }
        };
  }
}
