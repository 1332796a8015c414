package dev.honeydo.application.port;

import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.todo.SearchTerms;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The record of what is to be done. Every todo has one owner, and nobody reaches it but by naming
 * that owner.
 *
 * <p><b>Guarantees.</b> A change that was answered is durable and seen by every later call of every
 * instance. Each method but {@link #deleteAll} and {@link #deleteCompleted} takes effect wholly or
 * not at all. Versions are compared in the same step that writes: of any number of changes that
 * build on one version, one is kept.
 *
 * <p><b>Does not guarantee</b> that the owner exists.
 *
 * <p><b>When the store is unreachable</b> every method throws {@link PortUnavailable}; whether a
 * write took effect is then unknown.
 *
 * <p>Thread-safe.
 */
public interface Todos {

  /** How long it is remembered that a todo was deleted, before {@link #purge} may forget it. */
  Duration MEMORY = Duration.ofDays(30);

  /** How many todos a search finds, and a part of the changes has, at the most. */
  int MOST = PageRequest.MOST;

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
   * Whose the todo of that id is, deleted or not; empty where nobody has or had it, as far as that
   * is remembered. For those who run the installation: an owner is found by no other path.
   */
  Optional<UserId> owner(TodoId id);

  /**
   * The owner's todos that the query's filter admits, in the query's order; beginning right behind
   * {@link PageRequest#after}, a place of that order.
   *
   * <p>What is added or deleted between two pages never repeats or hides any other todo. One that
   * is changed so that it moves in the list may be met twice or not at all.
   */
  TodoPage page(UserId owner, TodoQuery query, PageRequest request);

  /** A part of all the owner's todos, the newest first. */
  default TodoPage page(UserId owner, PageRequest request) {
    return page(owner, TodoQuery.NEWEST_FIRST, request);
  }

  /** How many of the owner's todos the filter admits. */
  TodoCount count(UserId owner, TodoFilter filter);

  /**
   * The owner's todos that have the words: first those whose heading has them all, then those whose
   * heading and tags have, then the others ({@link SearchTerms#scopeOf}); of those that rank alike
   * the newest first, as in {@link TodoOrder#NEWEST_FIRST}.
   *
   * @param limit how many at the most, 1 to {@value #MOST}
   */
  List<Todo> search(UserId owner, SearchTerms terms, int limit);

  /** What there is to count of the owner's todos at {@code now}, all of it at one time. */
  TodoStatistics statistics(UserId owner, Instant now);

  /**
   * Replaces the owner's todo of that id if its version is still {@code expected}. One that was
   * deleted is {@link Missing} whatever is expected, and stays deleted.
   */
  Replacement replace(UserId owner, Todo todo, Version expected);

  /**
   * Deletes the owner's todo of that id if its version is one the precondition admits. That it was
   * there is remembered, for {@link #MEMORY}.
   *
   * @param at when it is deleted
   */
  Deletion delete(UserId owner, TodoId id, Precondition precondition, Instant at);

  /**
   * Deletes every todo of the owner's that is completed, each as {@link #delete} does.
   *
   * <p>This may be cut off half way, as {@link #deleteAll}.
   *
   * @param at when they are deleted
   */
  Clearance deleteCompleted(UserId owner, Instant at);

  /**
   * What has changed of the owner's todos behind {@code since}, each todo once and as it is now, or
   * that it was deleted.
   *
   * <p>Whoever goes on from {@link Changes#next} again and again misses nothing, however many write
   * meanwhile: a change that was answered is behind every position that was answered before it. A
   * todo that changes again comes again.
   *
   * @param since how far the caller has read; absent from the beginning
   * @param limit how many at the most, 1 to {@value #MOST}
   */
  Feed changes(UserId owner, Optional<ChangePosition> since, int limit);

  /**
   * Forgets todos that were deleted before an instant: they are {@link Missing} from then on, and
   * whoever has not read as far as their deletions gets {@link Forgotten}.
   *
   * @param most about how many to look at, at least 1
   */
  Purge purge(Instant deletedBefore, int most);

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

  /** What {@link #changes} answers. */
  sealed interface Feed {}

  /**
   * Some changes.
   *
   * @param next how far the caller has read now
   * @param more whether there was anything behind them
   */
  record Changes(List<TodoChange> items, ChangePosition next, boolean more) implements Feed {
    /** Copies the list. */
    public Changes {
      items = List.copyOf(items);
    }
  }

  /** There were deletions behind {@code since} that are forgotten: all is to be read anew. */
  record Forgotten() implements Feed {}

  /**
   * What became of a {@link #deleteAll} or {@link #deleteCompleted}.
   *
   * @param count how many todos went in this call that had not been deleted before
   */
  record Clearance(long count) {}
}
