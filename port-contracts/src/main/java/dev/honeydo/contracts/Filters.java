package dev.honeydo.contracts;

import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.domain.todo.Priority;
import dev.honeydo.domain.todo.SearchTerms;
import dev.honeydo.domain.todo.Tag;
import java.time.Instant;
import java.util.Optional;

/** Filters that ask for one thing, and for two. */
public final class Filters {
  private Filters() {}

  /** What is completed, or what is not. */
  public static TodoFilter completed(boolean completed) {
    return new TodoFilter(
        Optional.of(completed),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** What has that tag. */
  public static TodoFilter tag(String tag) {
    return new TodoFilter(
        Optional.empty(),
        Optional.of(new Tag(tag)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** What has that priority. */
  public static TodoFilter priority(Priority priority) {
    return new TodoFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.of(priority),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** What is due before that instant. */
  public static TodoFilter dueBefore(Instant instant) {
    return new TodoFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(instant),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** What is due at that instant or after it. */
  public static TodoFilter dueAfter(Instant instant) {
    return new TodoFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(instant),
        Optional.empty(),
        Optional.empty());
  }

  /** What changed at that instant or after it. */
  public static TodoFilter updatedSince(Instant instant) {
    return new TodoFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(instant),
        Optional.empty());
  }

  /** What has the words of that text. */
  public static TodoFilter terms(String text) {
    return new TodoFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        SearchTerms.of(text));
  }

  /** What both admit; where both ask for the same thing, what the first asks for. */
  public static TodoFilter both(TodoFilter first, TodoFilter second) {
    return new TodoFilter(
        first.completed().or(second::completed),
        first.tag().or(second::tag),
        first.priority().or(second::priority),
        first.dueBefore().or(second::dueBefore),
        first.dueAfter().or(second::dueAfter),
        first.updatedSince().or(second::updatedSince),
        first.terms().or(second::terms));
  }
}
