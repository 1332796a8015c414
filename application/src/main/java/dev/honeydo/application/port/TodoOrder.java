package dev.honeydo.application.port;

import dev.honeydo.application.port.SortKey.Absent;
import dev.honeydo.application.port.SortKey.Moment;
import dev.honeydo.application.port.SortKey.Rank;
import dev.honeydo.application.port.SortKey.Text;
import dev.honeydo.domain.todo.Todo;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * The order of a list. Equal keys stand by id, ids compared as their text, in the direction of the
 * key; a todo that has no due date stands behind all that have one, in both directions.
 */
public record TodoOrder(Key key, boolean descending) {
  /** What lists are in unless told otherwise. */
  public static final TodoOrder NEWEST_FIRST = new TodoOrder(Key.CREATED_AT, true);

  /** What todos can be put in order by. */
  public enum Key {
    /** When it was made. */
    CREATED_AT,
    /** When it changed last. */
    UPDATED_AT,
    /** When it should be done. */
    DUE_AT,
    /** {@link dev.honeydo.domain.todo.Heading#sortKey}. */
    HEADING,
    /** How much it matters. */
    PRIORITY
  }

  /** The place of a todo in this order. */
  public TodoPosition positionOf(Todo todo) {
    return new TodoPosition(keyOf(todo), todo.id());
  }

  private SortKey keyOf(Todo todo) {
    return switch (key) {
      case CREATED_AT -> new Moment(todo.createdAt());
      case UPDATED_AT -> new Moment(todo.updatedAt());
      case DUE_AT ->
          todo.content().dueAt().<SortKey>map(due -> new Moment(due.value())).orElse(new Absent());
      case HEADING -> new Text(todo.content().heading().sortKey());
      case PRIORITY -> new Rank(todo.content().priority());
    };
  }

  /** Compares places in this order. */
  public Comparator<TodoPosition> comparator() {
    Comparator<TodoPosition> rising =
        Comparator.comparing(TodoPosition::key, TodoOrder::compare)
            .thenComparing(position -> position.id().toString());
    return Comparator.<TodoPosition, Boolean>comparing(at -> at.key() instanceof Absent)
        .thenComparing(descending ? rising.reversed() : rising);
  }

  private static int compare(SortKey one, SortKey other) {
    return switch (one) {
      case Moment(var value) when other instanceof Moment(var compared) ->
          value.compareTo(compared);
      case Text(var value) when other instanceof Text(var compared) ->
          Arrays.compare(value.codePoints().toArray(), compared.codePoints().toArray());
      case Rank(var value) when other instanceof Rank(var compared) -> value.compareTo(compared);
      case Absent _ when other instanceof Absent -> 0;
      case Moment _, Text _, Rank _, Absent _ ->
          throw new IllegalArgumentException("places of different orders do not compare");
    };
  }

  /** The place where a page ends, if there is anything behind it. */
  public Optional<TodoPosition> next(TodoPage page) {
    return page.more() ? Optional.of(positionOf(page.items().getLast())) : Optional.empty();
  }
}
