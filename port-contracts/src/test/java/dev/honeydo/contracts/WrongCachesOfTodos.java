package dev.honeydo.contracts;

import static dev.honeydo.contracts.CacheDefect.keying;
import static dev.honeydo.contracts.CacheDefect.reading;
import static dev.honeydo.contracts.CacheDefect.writing;
import static dev.honeydo.contracts.WrongDouble.breaking;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.TodoCount;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.TodoStatistics;
import dev.honeydo.contracts.CacheDefect.OnRead;
import dev.honeydo.domain.todo.Task;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.User;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Doubles of caches that are wrong about users and todos. */
final class WrongCachesOfTodos {
  private static final TodoId ONE = new TodoId(new UUID(0, 1));

  private WrongCachesOfTodos() {}

  static final List<WrongDouble<Cache>> ALL =
      List.of(
          breaking(
              "CACHE-32",
              "forgets who is disabled",
              spoilt(answer ->
                  answer instanceof Optional<?> it
                          && it.isPresent()
                          && it.get() instanceof User user
                          && user.disabled()
                      ? Optional.of(user.administered(user.role(), false, user.updatedAt()))
                      : answer)),
          breaking(
              "CACHE-33",
              "cuts long tasks",
              spoilt(answer ->
                  answer instanceof Optional<?> it
                          && it.isPresent()
                          && it.get() instanceof Todo todo
                          && todo.content().task().value().length() > 5_000
                      ? Optional.of(cut(todo))
                      : answer)),
          breaking(
              "CACHE-34",
              "makes every page the last",
              spoilt(answer ->
                  answer instanceof TodoPage page ? new TodoPage(page.items(), false) : answer)),
          breaking(
              "CACHE-35",
              "counts in 32 bits",
              spoilt(answer ->
                  answer instanceof TodoCount(long value) ? new TodoCount((int) value) : answer)),
          breaking(
              "CACHE-36",
              "turns around what was found",
              spoilt(answer -> answer instanceof List<?> found ? found.reversed() : answer)),
          breaking(
              "CACHE-37",
              "knows of three that are overdue at most",
              spoilt(answer ->
                  answer instanceof TodoStatistics it && it.overdue() > 3 ? fewer(it) : answer)),
          breaking(
              "CACHE-38",
              "has one todo for each owner",
              keying(key ->
                  key instanceof Cache.OneTodo it ? new Cache.OneTodo(it.owner(), ONE) : key)),
          breaking(
              "CACHE-39",
              "does not ask where a page begins",
              keying(key ->
                  key instanceof Cache.Page(var owner, var query, var request)
                      ? new Cache.Page(
                          owner, query, new PageRequest(request.limit(), Optional.empty()))
                      : key)),
          breaking(
              "CACHE-40",
              "has one count for each owner",
              keying(key ->
                  key instanceof Cache.Count it
                      ? new Cache.Count(it.owner(), TodoFilter.ALL)
                      : key)),
          breaking(
              "CACHE-41",
              "does not ask how much a search may find",
              keying(key ->
                  key instanceof Cache.Search it
                      ? new Cache.Search(it.owner(), it.terms(), 1)
                      : key)),
          breaking(
              "CACHE-42",
              "has statistics of one instant for each owner",
              keying(key ->
                  key instanceof Cache.Statistics it
                      ? new Cache.Statistics(it.owner(), Specimens.NOW)
                      : key)),
          breaking(
              "CACHE-43",
              "ends what is known of a user with every write",
              writing((view, owner, change, right) -> {
                view.end(owner, Cache.Scope.PROFILE);
                return right.apply(change);
              })),
          breaking("CACHE-44", "ends no statistics", reading(keepingStatistics())),
          breaking("CACHE-45", "remembers pages that it overtook itself", reading(keepingPages())),
          breaking(
              "CACHE-46",
              "remembers searches though another view overtook their load",
              reading(WrongCaches.keepingTheOvertaken((_, it) -> it instanceof List<?>))));

  private static CacheDefect spoilt(UnaryOperator<Object> answer) {
    return reading((_, _, loader, right) -> answer.apply(right.apply(loader)));
  }

  private static OnRead keepingStatistics() {
    return (view, key, loader, right) -> {
      int before = view.allWrites();
      Object answer = view.kept(key).orElseGet(() -> right.apply(loader));
      if (key instanceof Cache.Statistics && view.allWrites() == before) {
        view.kept.put(key, answer);
      }
      return answer;
    };
  }

  private static OnRead keepingPages() {
    return (view, key, loader, right) -> {
      int before = view.writes.get();
      Object answer = view.kept(key).orElseGet(() -> right.apply(loader));
      if (key instanceof Cache.Page && view.writes.get() > before) {
        view.kept.put(key, answer);
      }
      return answer;
    };
  }

  private static Todo cut(Todo todo) {
    TodoContent content = todo.content();
    return new Todo(
        todo.id(),
        new TodoContent(
            content.heading(),
            Task.NONE,
            content.completed(),
            content.priority(),
            content.dueAt(),
            content.tags()),
        todo.completedAt(),
        todo.createdAt(),
        todo.updatedAt(),
        todo.version());
  }

  private static TodoStatistics fewer(TodoStatistics it) {
    return new TodoStatistics(it.total(), it.completed(), 3, it.byPriority(), it.completedPerDay());
  }
}
