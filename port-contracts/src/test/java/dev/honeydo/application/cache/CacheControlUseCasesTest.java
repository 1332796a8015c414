package dev.honeydo.application.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Cache.Scope;
import dev.honeydo.application.port.CacheControl;
import dev.honeydo.application.port.Todos;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.reference.InMemoryTodos;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.todo.Heading;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.user.UserId;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may end copies, and which. */
final class CacheControlUseCasesTest {
  private final TestClock clock = new TestClock();
  private final InMemoryTodos todos = new InMemoryTodos();
  private final Asked<CacheControl> control = Asked.of(CacheControl.class, new Clearing());
  private final InvalidateTodo invalidateTodo = new InvalidateTodo(todos, control.port());
  private final UserId ada = Specimens.userId();
  private final UserId bob = Specimens.userId();
  private final Todo todo =
      Todo.create(Specimens.todoId(), TodoContent.of(new Heading("a")), clock.instant());

  @BeforeEach
  void add() {
    assertThat(todos.add(ada, todo)).isEqualTo(new Todos.Added());
  }

  @Test
  void whatIsSomebodyElsesIsNotFoundButForAnAdmin() {
    assertThat(invalidate(bob, false)).isEqualTo(new InvalidateTodo.NotFound());
    assertThat(control.times("invalidate")).isZero();
    assertThat(invalidate(bob, true)).isEqualTo(new InvalidateTodo.Invalidated());
    assertThat(invalidate(ada, false)).isEqualTo(new InvalidateTodo.Invalidated());
    assertThat(control.times("invalidate")).isEqualTo(2);
  }

  @Test
  void whatWasDeletedIsStillItsOwners() {
    assertThat(todos.delete(ada, todo.id(), Precondition.NONE, clock.instant()))
        .isEqualTo(new Todos.Deleted());
    assertThat(invalidate(ada, false)).isEqualTo(new InvalidateTodo.Invalidated());
    assertThat(invalidate(bob, false)).isEqualTo(new InvalidateTodo.NotFound());
  }

  @Test
  void whatNeverWasIsNotFoundByAnAdminEither() {
    var command = new InvalidateTodo.Command(bob, true, Specimens.todoId());
    assertThat(invalidateTodo.handle(command)).isEqualTo(new InvalidateTodo.NotFound());
    assertThat(control.times("invalidate")).isZero();
  }

  @Test
  void clearingAndInvalidatingAreAskedOfTheCacheOnce() {
    assertThat(
            new ClearCache(control.port())
                .handle(new ClearCache.Command(Set.of(Scope.ACCESS, Scope.TODOS))))
        .isEqualTo(new ClearCache.Cleared());
    assertThat(new InvalidateUser(control.port()).handle(new InvalidateUser.Command(ada)))
        .isEqualTo(new InvalidateUser.Invalidated());
    assertThat(control.times("clear")).isEqualTo(1);
    assertThat(control.times("invalidate")).isEqualTo(1);
  }

  private InvalidateTodo.Outcome invalidate(UserId by, boolean admin) {
    return invalidateTodo.handle(new InvalidateTodo.Command(by, admin, todo.id()));
  }

  /** Nothing is cached, so everything is cleared. */
  private static final class Clearing implements CacheControl {
    @Override
    public State state() {
      throw new AssertionError("nobody asks for the state");
    }

    @Override
    public Cleared clear(Set<Scope> scopes) {
      return new Cleared();
    }

    @Override
    public Cleared invalidate(UserId owner) {
      return new Cleared();
    }
  }
}
