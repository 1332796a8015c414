package dev.honeydo.domain.todo;

import dev.honeydo.domain.Moments;
import dev.honeydo.domain.Version;
import java.time.Instant;
import java.util.Optional;

/**
 * Something to be done, as it stood at one version.
 *
 * @param completedAt when it was last completed; present exactly while it is completed
 * @param createdAt whole milliseconds
 * @param updatedAt whole milliseconds, never before {@code createdAt}
 */
public record Todo(
    TodoId id,
    TodoContent content,
    Optional<Instant> completedAt,
    Instant createdAt,
    Instant updatedAt,
    Version version) {

  /** Cuts instants to milliseconds and checks that the parts agree. */
  public Todo {
    completedAt = completedAt.map(Moments::of);
    createdAt = Moments.of(createdAt);
    updatedAt = Moments.of(updatedAt);
    if (completedAt.isPresent() != content.completed()) {
      throw new IllegalArgumentException("completedAt is there exactly while it is completed");
    }
    if (updatedAt.isBefore(createdAt)) {
      throw new IllegalArgumentException("a todo cannot change before it is made");
    }
  }

  /** A new todo in its first version. */
  public static Todo create(TodoId id, TodoContent content, Instant now) {
    Optional<Instant> completedAt = content.completed() ? Optional.of(now) : Optional.empty();
    return new Todo(id, content, completedAt, now, now, Version.FIRST);
  }

  /**
   * This todo with another content, one version on; or this very todo where the content is the
   * same, so that a change that changes nothing keeps its version.
   *
   * <p>Should the clock have gone back since the last change, {@code updatedAt} stays where it was.
   */
  public Todo edited(TodoContent next, Instant now) {
    if (next.equals(content)) {
      return this;
    }
    Instant at = now.isBefore(updatedAt) ? updatedAt : now;
    return new Todo(id, next, completedAtAfter(next, at), createdAt, at, version.next());
  }

  private Optional<Instant> completedAtAfter(TodoContent next, Instant at) {
    if (!next.completed()) {
      return Optional.empty();
    }
    return completedAt.or(() -> Optional.of(at));
  }
}
