package dev.honeydo.domain.todo;

import java.util.Optional;

/** Everything about a todo that is its owner's to write. */
public record TodoContent(
    Heading heading,
    Task task,
    boolean completed,
    Priority priority,
    Optional<DueDate> dueAt,
    Tags tags) {

  /** An open todo of which no more is said than what it is about. */
  public static TodoContent of(Heading heading) {
    return new TodoContent(heading, Task.NONE, false, Priority.NORMAL, Optional.empty(), Tags.NONE);
  }
}
