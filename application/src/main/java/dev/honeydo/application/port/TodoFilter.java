package dev.honeydo.application.port;

import dev.honeydo.domain.InvalidValue;
import dev.honeydo.domain.Moments;
import dev.honeydo.domain.todo.Priority;
import dev.honeydo.domain.todo.SearchTerms;
import dev.honeydo.domain.todo.Tag;
import dev.honeydo.domain.todo.Todo;
import java.time.Instant;
import java.util.Optional;

/**
 * Which todos a list has: those for which everything holds that is asked for.
 *
 * @param completed whether they are completed
 * @param tag a tag they have, to the letter
 * @param priority the priority they have
 * @param dueBefore an instant before which they are due; what has no due date never is
 * @param dueAfter an instant at or after which they are due
 * @param updatedSince an instant at or after which they changed last
 * @param terms words they have
 */
public record TodoFilter(
    Optional<Boolean> completed,
    Optional<Tag> tag,
    Optional<Priority> priority,
    Optional<Instant> dueBefore,
    Optional<Instant> dueAfter,
    Optional<Instant> updatedSince,
    Optional<SearchTerms> terms) {

  /** Every todo. */
  public static final TodoFilter ALL =
      new TodoFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /**
   * Rounds instants up to the millisecond, which changes nothing: what they are compared with has
   * no finer parts.
   *
   * @throws InvalidValue when one is beyond the years 0 to 9999
   */
  public TodoFilter {
    dueBefore = dueBefore.map(TodoFilter::roundedUp);
    dueAfter = dueAfter.map(TodoFilter::roundedUp);
    updatedSince = updatedSince.map(TodoFilter::roundedUp);
  }

  private static Instant roundedUp(Instant instant) {
    return Moments.of(instant.plusNanos(999_999));
  }

  /** The same, whatever words they have. */
  public TodoFilter withoutTerms() {
    return new TodoFilter(
        completed, tag, priority, dueBefore, dueAfter, updatedSince, Optional.empty());
  }

  /** Whether the list has this todo. */
  public boolean admits(Todo todo) {
    var content = todo.content();
    Optional<Instant> due = content.dueAt().map(it -> it.value());
    return completed.filter(it -> it != content.completed()).isEmpty()
        && tag.filter(it -> !content.tags().values().contains(it)).isEmpty()
        && priority.filter(it -> it != content.priority()).isEmpty()
        && dueBefore.filter(it -> due.filter(it::isAfter).isEmpty()).isEmpty()
        && dueAfter.filter(it -> due.filter(at -> !at.isBefore(it)).isEmpty()).isEmpty()
        && updatedSince.filter(todo.updatedAt()::isBefore).isEmpty()
        && terms.filter(it -> it.scopeOf(content).isEmpty()).isEmpty();
  }
}
