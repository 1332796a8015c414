package dev.honeydo.contracts;

import static dev.honeydo.contracts.ListsDefect.clearing;
import static dev.honeydo.contracts.ListsDefect.counted;
import static dev.honeydo.contracts.WrongDouble.breaking;

import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.TodoStatistics;
import dev.honeydo.application.port.TodoStatistics.Day;
import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.todo.Priority;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Doubles that count wrongly, or delete more or less than what is completed. */
final class WrongTodosCounting {
  private WrongTodosCounting() {}

  static final List<WrongDouble<Todos>> ALL =
      List.of(
          breaking(
              "TODO-104",
              "leaves out days where nothing is",
              counted((it, owner, now) -> {
                TodoStatistics right = it.right.statistics(owner, now);
                return right.total() > 0 ? right : with(right, right.overdue(), List.of());
              })),
          breaking(
              "TODO-105",
              "counts open ones only by priority",
              counted((it, owner, now) -> {
                TodoStatistics right = it.right.statistics(owner, now);
                Map<Priority, Long> open =
                    right.byPriority().keySet().stream()
                        .collect(
                            Collectors.toMap(
                                priority -> priority,
                                priority ->
                                    all(it, owner).stream()
                                        .filter(todo -> todo.completedAt().isEmpty())
                                        .filter(todo -> todo.content().priority() == priority)
                                        .count()));
                return new TodoStatistics(
                    right.total(),
                    right.completed(),
                    right.overdue(),
                    open,
                    right.completedPerDay());
              })),
          breaking(
              "TODO-106",
              "counts what is due now as overdue",
              counted((it, owner, now) -> {
                TodoStatistics right = it.right.statistics(owner, now);
                return with(
                    right,
                    it.right.statistics(owner, now.plusMillis(1)).overdue(),
                    right.completedPerDay());
              })),
          breaking(
              "TODO-107",
              "counts days back from now",
              counted((it, owner, now) -> {
                TodoStatistics right = it.right.statistics(owner, now);
                List<Day> days =
                    right.completedPerDay().stream()
                        .map(day -> {
                          Instant end =
                              now.minus(
                                  Duration.ofDays(
                                      right.completedPerDay().getLast().date().toEpochDay()
                                          - day.date().toEpochDay()));
                          long count =
                              all(it, owner).stream()
                                  .flatMap(todo -> todo.completedAt().stream())
                                  .filter(at ->
                                      at.isAfter(end.minus(Duration.ofDays(1))) && !at.isAfter(end))
                                  .count();
                          return new Day(day.date(), count);
                        })
                        .toList();
                return with(right, right.overdue(), days);
              })),
          breaking(
              "TODO-108",
              "counts what is deleted",
              counted((it, owner, now) -> {
                TodoStatistics right = it.right.statistics(owner, now);
                return it.deleted.isEmpty()
                    ? right
                    : new TodoStatistics(
                        right.total() + it.deleted.size(),
                        right.completed(),
                        right.overdue(),
                        right.byPriority(),
                        right.completedPerDay());
              })),
          breaking(
              "TODO-109",
              "counts one too many where there is nothing",
              clearing((it, owner, at) -> {
                long count = it.right.deleteCompleted(owner, at).count();
                return new Todos.Clearance(
                    count == 0 && it.owners.containsValue(owner) ? 1 : count);
              })),
          breaking(
              "TODO-110",
              "forgets what went because it was completed",
              right -> new Forgets(right)),
          breaking(
              "TODO-111",
              "deletes what others have completed",
              clearing((it, owner, at) -> {
                it.owners.values().stream()
                    .filter(other -> !it.owners.containsValue(owner) && !other.equals(owner))
                    .forEach(other -> {
                      var _ = it.right.deleteCompleted(other, at);
                    });
                return it.right.deleteCompleted(owner, at);
              })));

  private static List<Todo> all(TodosDefect.Spoilt it, UserId owner) {
    return it.right.page(owner, new PageRequest(100, Optional.empty())).items();
  }

  private static TodoStatistics with(TodoStatistics right, long overdue, List<Day> days) {
    return new TodoStatistics(right.total(), right.completed(), overdue, right.byPriority(), days);
  }

  /** Says of what it deleted as completed that it never was there. */
  private static final class Forgets extends TodosDefect.Spoilt {
    Forgets(Todos right) {
      super(right);
    }

    @Override
    public Clearance deleteCompleted(UserId owner, Instant at) {
      added.values().stream()
          .filter(todo -> todo.content().completed())
          .forEach(todo -> noted.add(todo.id()));
      return right.deleteCompleted(owner, at);
    }

    @Override
    public Deletion delete(UserId owner, TodoId id, Precondition precondition, Instant at) {
      return noted.contains(id) ? new Missing() : right.delete(owner, id, precondition, at);
    }
  }
}
