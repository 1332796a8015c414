package dev.honeydo.application.port;

import dev.honeydo.domain.todo.Todo;
import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param items in the list's order
 * @param more whether there was anything behind the last item when the page was read
 */
public record TodoPage(List<Todo> items, boolean more) {

  /** Copies the list; where there is more, there is a last item to go on from. */
  public TodoPage {
    items = List.copyOf(items);
    if (more && items.isEmpty()) {
      throw new IllegalArgumentException("nothing comes before an empty page's end");
    }
  }

  /**
   * Where the next page begins in a list with the newest first, or empty where this is the last.
   */
  public Optional<TodoPosition> next() {
    return TodoOrder.NEWEST_FIRST.next(this);
  }
}
