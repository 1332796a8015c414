package dev.honeydo.application.port;

import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * The record of what is to be done. Every todo has one owner, and nobody reaches it but by naming
 * that owner.
 *
 * <p><b>Guarantees.</b> A change that was answered is durable and seen by every later call of every
 * instance. Each method but {@link #deleteAll} takes effect wholly or not at all. Versions are
 * compared in the same step that writes: of any number of changes that build on one version, one is
 * kept.
 *
 * <p><b>Does not guarantee</b> that the owner exists.
 *
 * <p><b>When the store is unreachable</b> every method throws {@link PortUnavailable}; whether a
 * write took effect is then unknown.
 *
 * <p>Thread-safe.
 */
public interface Todos {

  /**
   * Adds a todo, unless the owner has or had one of that id: then it has been added before, by who
   * has not heard of it, and stays as it is. Nobody else has that id.
   */
  Addition add(UserId owner, Todo todo);

  /**
   * The owner's todo of that id, or empty where there is none, where it was deleted, or where it is
   * somebody else's.
   */
  Optional<Todo> find(UserId owner, TodoId id);

  /**
   * The owner's todos from the newest to the oldest by {@code createdAt}, equal ones by id from the
   * greatest; beginning right behind {@link PageRequest#after}.
   *
   * <p>What is added or deleted between two pages never repeats or hides any other todo.
   */
  TodoPage page(UserId owner, PageRequest request);

  /**
   * Replaces the owner's todo of that id if its version is still {@code expected}. One that was
   * deleted is {@link Missing} whatever is expected, and stays deleted.
   */
  Replacement replace(UserId owner, Todo todo, Version expected);

  /**
   * Deletes the owner's todo of that id if its version is one the precondition admits. That it was
   * there is remembered.
   *
   * @param at when it is deleted
   */
  Deletion delete(UserId owner, TodoId id, Precondition precondition, Instant at);

  /**
   * Removes everything the owner has, and the memory of what they deleted.
   *
   * <p>This may be cut off half way: what is gone by then stays gone, the rest stays, and the call
   * is to be repeated until it is answered.
   */
  Clearance deleteAll(UserId owner);

  /** What became of an {@link #add}. */
  sealed interface Addition {}

  /** The todo is kept. */
  record Added() implements Addition {}

  /**
   * The owner's todo of that id was there. Nothing was written.
   *
   * @param current as it is now; absent where it was deleted
   */
  record Exists(Optional<Todo> current) implements Addition {}

  /** What became of a {@link #replace}. */
  sealed interface Replacement {}

  /** The todo is kept as given. */
  record Replaced() implements Replacement {}

  /** What became of a {@link #delete}. */
  sealed interface Deletion {}

  /** The todo is deleted. */
  record Deleted() implements Deletion {}

  /** The owner had deleted it before. Nothing was written. */
  record AlreadyDeleted() implements Deletion {}

  /** The todo is at {@code current}, which is not what was expected. Nothing was written. */
  record Stale(Version current) implements Replacement, Deletion {}

  /** The owner has no such todo. Nothing was written. */
  record Missing() implements Replacement, Deletion {}

  /**
   * What became of a {@link #deleteAll}.
   *
   * @param count how many todos went in this call that had not been deleted before
   */
  record Clearance(long count) {}
}
