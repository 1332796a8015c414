package dev.honeydo.application.port;

/**
 * Which list is asked for.
 *
 * @param filter what is in it
 * @param order how it stands there
 */
public record TodoQuery(TodoFilter filter, TodoOrder order) {
  /** Everything, the newest first. */
  public static final TodoQuery NEWEST_FIRST =
      new TodoQuery(TodoFilter.ALL, TodoOrder.NEWEST_FIRST);
}
