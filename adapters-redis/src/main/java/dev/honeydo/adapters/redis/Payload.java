package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.TodoCount;
import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.TodoStatistics;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.user.User;
import java.util.List;
import java.util.Optional;

/** How values are written, one field after the other; {@link Envelope#SCHEMA} counts the ways. */
final class Payload {
  private static final int KEY_BYTES = 250;

  private Payload() {}

  /** About how many bytes a value takes in memory, with its key. */
  static int weight(Cache.Key<?> key, Object value) {
    return KEY_BYTES
        + switch (value) {
          case Optional<?> found -> found.map(Payload::weight).orElse(0);
          case Cache.Known known -> known.session().map(SessionPayload::weight).orElse(0);
          case TodoPage page -> TodoPayload.weight(page.items());
          case List<?> todos -> TodoPayload.weight(todos);
          case TodoStatistics _ -> TodoPayload.STATISTICS_BYTES;
          case TodoCount _ -> 0;
          default -> throw new IllegalArgumentException("nothing is named so: " + key);
        };
  }

  private static int weight(Object single) {
    return switch (single) {
      case Session it -> SessionPayload.weight(it);
      case User it -> UserPayload.weight(it);
      case Todo it -> TodoPayload.weight(it);
      default -> throw new IllegalArgumentException("no copies are made of " + single.getClass());
    };
  }

  /** Writes what {@code key} names. */
  @SuppressWarnings("unchecked") // What a key names has one type.
  static <V> void write(Cache.Key<V> key, V value, Output out) {
    switch (key) {
      case Cache.SessionById _, Cache.SessionByToken _ ->
          out.maybe((Optional<Session>) value, SessionPayload::write);
      case Cache.Access _ -> SessionPayload.write(out, (Cache.Known) value);
      case Cache.Profile _ -> out.maybe((Optional<User>) value, UserPayload::write);
      case Cache.OneTodo _ -> out.maybe((Optional<Todo>) value, TodoPayload::write);
      case Cache.Page _ -> TodoPayload.write(out, (TodoPage) value);
      case Cache.Count _ -> out.number(((TodoCount) value).value());
      case Cache.Search _ -> TodoPayload.write(out, (List<Todo>) value);
      case Cache.Statistics _ -> TodoPayload.write(out, (TodoStatistics) value);
    }
  }

  /**
   * Reads what {@link #write} wrote under {@code key}.
   *
   * @throws IllegalArgumentException where that is not what is there
   * @throws java.time.DateTimeException likewise
   */
  @SuppressWarnings("unchecked") // What a key names has one type.
  static <V> V read(Cache.Key<V> key, Input in) {
    return (V)
        switch (key) {
          case Cache.SessionById _, Cache.SessionByToken _ -> in.maybe(SessionPayload::read);
          case Cache.Access _ -> SessionPayload.readKnown(in);
          case Cache.Profile _ -> in.maybe(UserPayload::read);
          case Cache.OneTodo _ -> in.maybe(TodoPayload::read);
          case Cache.Page _ -> TodoPayload.readPage(in);
          case Cache.Count _ -> new TodoCount(in.number());
          case Cache.Search _ -> TodoPayload.readList(in);
          case Cache.Statistics _ -> TodoPayload.readStatistics(in);
        };
  }
}
