package dev.honeydo.application.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.Installation;
import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.Todos;
import dev.honeydo.application.port.Users;
import dev.honeydo.contracts.reference.InMemoryCache;
import dev.honeydo.domain.user.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WarmUpTest {
  private static final PageRequest FIRST = new PageRequest(20, Optional.empty());

  private final Installation installation = new Installation();
  private final InMemoryCache cache = new InMemoryCache(installation.clock);
  private final Asked<Users> users = Asked.of(Users.class, installation.users);
  private final Asked<Todos> todos = Asked.of(Todos.class, installation.todos);
  private final CachedUsers cachedUsers =
      new CachedUsers(new FencedUsers(users.port(), cache), cache);
  private final CachedTodos cachedTodos =
      new CachedTodos(new FencedTodos(todos.port(), cache), cache);
  private final WarmUp warmUp = new WarmUp(installation.sessions, cachedUsers, cachedTodos, FIRST);
  private final List<User> seen = new ArrayList<>();

  @BeforeEach
  void logIn() {
    for (int i = 0; i < 3; i++) {
      User user = installation.registered();
      var _ = installation.loggedIn(user);
      installation.clock.elapse(Duration.ofSeconds(1));
      seen.add(user);
    }
  }

  @Test
  void whoWasSeenLastIsAnsweredWithoutTheRecord() {
    assertThat(warmUp.handle(new WarmUp.Command(2))).isEqualTo(new WarmUp.Warm(2));
    assertThat(users.times("find")).isEqualTo(2);
    assertThat(todos.times("page")).isEqualTo(2);
    for (User user : seen.subList(1, 3)) {
      assertThat(cachedUsers.find(user.id())).contains(user);
      assertThat(cachedTodos.page(user.id(), FIRST).items()).isEmpty();
    }
    assertThat(users.times("find")).isEqualTo(2);
    assertThat(todos.times("page")).isEqualTo(2);
    assertThat(cachedUsers.find(seen.getFirst().id())).contains(seen.getFirst());
    assertThat(users.times("find")).isEqualTo(3);
  }

  @Test
  void whereNobodyWasSeenThereIsNothingToDo() {
    Installation empty = new Installation();
    WarmUp idle = new WarmUp(empty.sessions, empty.users, empty.todos, FIRST);
    assertThat(idle.handle(new WarmUp.Command(10))).isEqualTo(new WarmUp.Warm(0));
  }

  @Test
  void itStopsWhereAStoreIsAway() {
    installation.todos.setAvailable(false);
    assertThat(warmUp.handle(new WarmUp.Command(10)))
        .isEqualTo(new WarmUp.CutShort(0, Optional.of("Todos")));
    installation.sessions.setAvailable(false);
    assertThat(warmUp.handle(new WarmUp.Command(10)))
        .isEqualTo(new WarmUp.CutShort(0, Optional.of("Sessions")));
  }

  @Test
  void itGivesUpWhenItsThreadIsInterrupted() {
    Thread.currentThread().interrupt();
    try {
      assertThat(warmUp.handle(new WarmUp.Command(10)))
          .isEqualTo(new WarmUp.CutShort(0, Optional.empty()));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(users.times("find")).isZero();
  }
}
