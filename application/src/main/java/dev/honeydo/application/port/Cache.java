package dev.honeydo.application.port;

import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.auth.SessionTokenHash;
import dev.honeydo.domain.auth.TokenId;
import dev.honeydo.domain.todo.SearchTerms;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Copies of what the record holds, each behind a fence that every write of its owner's moves.
 *
 * <p><b>Guarantees.</b> A read that begins after a write has ended is answered with what was there
 * after that write, never with what was loaded before it ended, whoever loads when: in this
 * instance always; in another one once word of the write has come through, and two seconds later
 * even if it never does. A write whose process dies half way leaves nothing stale for more than ten
 * seconds. What a cache has lost it asks for again; it decides nothing by itself.
 *
 * <p><b>When the store of the copies is unreachable</b> reads are answered by their loaders, and
 * writes make their change; nothing here is ever unavailable. <b>When the record is
 * unreachable</b>, which is to say that a loader throws {@link PortUnavailable}, a copy that no
 * write has passed since answers for it, for a minute at most; where there is none, the exception
 * goes on.
 *
 * <p>Loaders and changes run in the thread that asks, or in another that asks for the same at the
 * same time; they must not use the cache themselves.
 *
 * <p>Thread-safe.
 */
public interface Cache {

  /**
   * A copy, or what the loader gives, which becomes one. Of many that ask for the same at once one
   * loads. What the loader throws is thrown, and not kept.
   */
  <V> V read(Key<V> key, Supplier<V> loader);

  /**
   * Makes a change to what the record holds of an owner, and ends all copies of it in that scope:
   * also when the change throws, for then nobody knows what it did.
   */
  <R> R write(UserId owner, Scope scope, Supplier<R> change);

  /**
   * Does work in which a read of an {@link AccessKey} is likely to be followed by one of what
   * {@code next} then names for the same owner, so that a store that is far away can be asked for
   * both at once. A read of that may begin together with the one before it, and ends the sooner;
   * nothing else changes. What the work throws is thrown.
   *
   * <p>To be called in the thread that does the reads. {@code next} is asked once at most, and not
   * at all where that would save nothing; it must not throw, and not wait for anything.
   */
  default <R> R prefetching(Next next, Supplier<R> work) {
    return work.get();
  }

  /** What is likely to be read next. */
  @FunctionalInterface
  interface Next {
    /** What of an owner's, or nothing. */
    Optional<Key<?>> of(UserId owner);
  }

  /** What ends together. */
  enum Scope {
    /** What says whether somebody is let in: sessions, revoked tokens, epochs. */
    ACCESS,
    /** What is known of a user. */
    PROFILE,
    /** What a user has to do: each todo, lists, searches, counts. */
    TODOS
  }

  /** What a copy is of. */
  sealed interface Key<V> {
    /** Whose it is. */
    UserId owner();

    /** What it ends with. */
    Scope scope();
  }

  /** What says whether somebody is let in. */
  sealed interface AccessKey<V> extends Key<V> {
    @Override
    default Scope scope() {
      return Scope.ACCESS;
    }
  }

  /** What a user has to do. */
  sealed interface TodosKey<V> extends Key<V> {
    @Override
    default Scope scope() {
      return Scope.TODOS;
    }
  }

  /** An owner's live session of that id. */
  record SessionById(UserId owner, SessionId id) implements AccessKey<Optional<Session>> {}

  /** An owner's live session that this token opens. */
  record SessionByToken(UserId owner, SessionTokenHash token)
      implements AccessKey<Optional<Session>> {}

  /** All that an access token has to be compared with. */
  record Access(UserId owner, SessionId session, TokenId token) implements AccessKey<Known> {}

  /** The user of that id. */
  record Profile(UserId owner) implements Key<Optional<User>> {
    @Override
    public Scope scope() {
      return Scope.PROFILE;
    }
  }

  /** An owner's todo of that id. */
  record OneTodo(UserId owner, TodoId id) implements TodosKey<Optional<Todo>> {}

  /** A part of a list. */
  record Page(UserId owner, TodoQuery query, PageRequest request) implements TodosKey<TodoPage> {}

  /** How many todos a filter admits. */
  record Count(UserId owner, TodoFilter filter) implements TodosKey<TodoCount> {}

  /** What a search finds. */
  record Search(UserId owner, SearchTerms terms, int limit) implements TodosKey<List<Todo>> {}

  /** What there is to count at that instant. */
  record Statistics(UserId owner, Instant at) implements TodosKey<TodoStatistics> {}

  /**
   * All that is known of an access token.
   *
   * @param standing of the token
   * @param session the live session that it was issued in, if that lives
   */
  record Known(RevokedTokens.Standing standing, Optional<Session> session) {}
}
