package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.Cache.Scope;
import dev.honeydo.application.port.CacheControl;
import dev.honeydo.application.port.CacheControl.Cleared;
import dev.honeydo.application.port.TodoCount;
import dev.honeydo.application.port.TodoFilter;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What every adapter of {@link CacheControl} must keep. Its test implements this interface and
 * inherits every clause.
 */
public interface CacheControlContract {
  /** How often the adapter is asked, at the most, until what was kept is counted. */
  int ROUNDS = 1_000;

  /** The cache that is controlled: the same one throughout a test. */
  Cache cache();

  /**
   * Another cache over the same store of copies, as another instance of the service would have it;
   * the same one only where the copies live inside of it.
   */
  Cache anotherView();

  /** The adapter: the same one throughout a test. */
  CacheControl control();

  /** Waits until word of everything that has ended has come through to every view. */
  default void settle() {}

  @Test
  @DisplayName("CONTROL-1 clearing a scope ends all copies of it, whosever they are")
  default void clears() {
    Counted one = new Counted();
    Counted other = new Counted();
    assertThat(one.read(cache())).isEqualTo(1);
    assertThat(other.read(cache())).isEqualTo(1);
    settle();
    assertThat(control().clear(Set.of(Scope.TODOS))).isEqualTo(new Cleared());
    assertThat(one.read(cache())).isEqualTo(2);
    assertThat(other.read(cache())).isEqualTo(2);
  }

  @Test
  @DisplayName("CONTROL-2 clearing a scope ends the copies of other views")
  default void clearsElsewhere() {
    Counted held = new Counted();
    assertThat(held.read(anotherView())).isEqualTo(1);
    settle();
    Cleared _ = control().clear(Set.of(Scope.TODOS));
    settle();
    assertThat(held.read(anotherView())).isEqualTo(2);
  }

  @Test
  @DisplayName("CONTROL-3 clearing a scope leaves the copies of the others alone")
  default void clearsNothingElse() {
    UserId owner = Specimens.userId();
    Optional<User> user = Optional.of(Specimens.user());
    assertThat(cache().read(new Cache.Profile(owner), () -> user)).isEqualTo(user);
    settle();
    Cleared _ = control().clear(Set.of(Scope.TODOS, Scope.ACCESS));
    settle();
    assertThat(
            cache()
                .read(
                    new Cache.Profile(owner),
                    CacheReading.throwing(new IllegalStateException("loaded again"))))
        .isEqualTo(user);
  }

  @Test
  @DisplayName("CONTROL-4 clearing no scope ends nothing")
  default void clearsNothing() {
    Counted held = new Counted();
    assertThat(held.read(cache())).isEqualTo(1);
    settle();
    assertThat(control().clear(Set.of())).isEqualTo(new Cleared());
    settle();
    assertThat(held.read(cache())).isEqualTo(1);
  }

  @Test
  @DisplayName("CONTROL-5 a load that a clearing overtook is not remembered")
  default void clearingOvertakes() {
    assertOvertaken(new Counted(), () -> control().clear(Set.of(Scope.TODOS)));
  }

  @Test
  @DisplayName("CONTROL-6 what is loaded after a clearing is remembered")
  default void remembersAgain() {
    Counted held = new Counted();
    Cleared _ = control().clear(Set.of(Scope.TODOS));
    settle();
    assertThat(held.read(cache())).isEqualTo(1);
    settle();
    assertThat(held.read(cache())).isEqualTo(1);
  }

  @Test
  @DisplayName("CONTROL-7 invalidating ends every copy of the owner's, in all scopes")
  default void invalidates() {
    Counted held = new Counted();
    CacheSubject.Held session = CacheSubject.Held.something();
    var access = new Cache.SessionById(held.owner, Specimens.sessionId());
    Optional<User> after = Optional.of(Specimens.user());
    assertThat(held.read(cache())).isEqualTo(1);
    assertThat(cache().read(access, session)).isEqualTo(session.now());
    assertThat(cache().read(new Cache.Profile(held.owner), Optional::empty)).isEmpty();
    settle();
    assertThat(control().invalidate(held.owner)).isEqualTo(new Cleared());
    assertThat(held.read(cache())).isEqualTo(2);
    var _ = session.change();
    assertThat(cache().read(access, session)).isEqualTo(session.now());
    assertThat(cache().read(new Cache.Profile(held.owner), () -> after)).isEqualTo(after);
  }

  @Test
  @DisplayName("CONTROL-8 invalidating ends the copies of other views")
  default void invalidatesElsewhere() {
    Counted held = new Counted();
    assertThat(held.read(anotherView())).isEqualTo(1);
    settle();
    Cleared _ = control().invalidate(held.owner);
    settle();
    assertThat(held.read(anotherView())).isEqualTo(2);
  }

  @Test
  @DisplayName("CONTROL-9 invalidating leaves the copies of other owners alone")
  default void invalidatesNobodyElse() {
    Counted held = new Counted();
    assertThat(held.read(cache())).isEqualTo(1);
    settle();
    Cleared _ = control().invalidate(Specimens.userId());
    settle();
    assertThat(held.read(cache())).isEqualTo(1);
  }

  @Test
  @DisplayName("CONTROL-10 a load that an invalidation overtook is not remembered")
  default void invalidationOvertakes() {
    Counted held = new Counted();
    assertOvertaken(held, () -> control().invalidate(held.owner));
  }

  @Test
  @DisplayName("CONTROL-11 the copies of each scope are counted")
  default void countsCopies() {
    long todos = copies(Scope.TODOS);
    long profiles = copies(Scope.PROFILE);
    assertThat(new Counted().read(cache())).isEqualTo(1);
    assertThat(new Counted().read(cache())).isEqualTo(1);
    for (int round = 0; round < ROUNDS && copies(Scope.TODOS) < todos + 2; round++) {
      settle();
    }
    assertThat(copies(Scope.TODOS)).isEqualTo(todos + 2);
    assertThat(copies(Scope.PROFILE)).isEqualTo(profiles);
    assertThat(control().state().keys()).isGreaterThanOrEqualTo(todos + 2);
  }

  @Test
  @DisplayName("CONTROL-12 what is found and what is not is counted")
  default void countsLookups() {
    Counted held = new Counted();
    long hits = hits();
    long misses = control().state().near().misses();
    assertThat(held.read(cache())).isEqualTo(1);
    assertThat(hits()).isEqualTo(hits);
    assertThat(control().state().near().misses()).isEqualTo(misses + 1);
    settle();
    assertThat(held.read(cache())).isEqualTo(1);
    assertThat(hits()).isEqualTo(hits + 1);
  }

  @Test
  @DisplayName("CONTROL-13 a store that answers is healthy")
  default void isHealthy() {
    assertThat(control().state().healthy()).isTrue();
  }

  private long copies(Scope scope) {
    return control().state().copies().getOrDefault(scope, 0L);
  }

  private long hits() {
    CacheControl.State state = control().state();
    return state.near().hits() + state.shared().hits();
  }

  private void assertOvertaken(Counted held, Supplier<Cleared> ending) {
    CacheOvertaking.Pause pause = new CacheOvertaking.Pause();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<TodoCount> early =
          threads.submit(() -> cache().read(held.key(), pause.after(held::load)));
      pause.awaitReached();
      try {
        assertThat(ending.get()).isEqualTo(new Cleared());
      } finally {
        pause.end();
      }
      assertThat(CacheOvertaking.within(early)).isEqualTo(new TodoCount(1));
      settle();
      assertThat(held.read(cache())).isEqualTo(2);
    }
  }

  /** Counts how often it was loaded. */
  final class Counted {
    private final UserId owner = Specimens.userId();
    private final AtomicLong loads = new AtomicLong();

    Cache.Count key() {
      return new Cache.Count(owner, TodoFilter.ALL);
    }

    TodoCount load() {
      return new TodoCount(loads.incrementAndGet());
    }

    long read(Cache cache) {
      return cache.read(key(), this::load).value();
    }
  }
}
