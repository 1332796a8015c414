package dev.honeydo.adapters.http;

import dev.honeydo.application.port.Cache.Scope;
import dev.honeydo.application.port.CacheControl;
import dev.honeydo.domain.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A cache that is as a test says, and tells what was asked of it. */
final class KnownControl implements CacheControl {
  static final State IN_PROCESS =
      new State(
          Store.CAFFEINE,
          true,
          3,
          Map.of(Scope.TODOS, 3L),
          new Lookups(2, 1, 3),
          new Lookups(0, 0, 0),
          Optional.empty());

  final List<Object> asked = new CopyOnWriteArrayList<>();
  volatile State state = IN_PROCESS;

  @Override
  public State state() {
    return state;
  }

  @Override
  public Cleared clear(Set<Scope> scopes) {
    asked.add(Set.copyOf(scopes));
    return new Cleared();
  }

  @Override
  public Cleared invalidate(UserId owner) {
    asked.add(owner);
    return new Cleared();
  }
}
