package dev.honeydo.adapters.redis;

import dev.honeydo.application.cache.CachedTodos;
import dev.honeydo.application.cache.FencedTodos;
import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.Todos;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.TodosContract;
import dev.honeydo.contracts.reference.InMemoryTodos;

/** What the record promises of its todos, it promises behind a cache in the process too. */
final class TodosBehindLocalCacheTest implements TodosContract {
  private final InMemoryTodos record = new InMemoryTodos();
  private final Cache cache = new LocalCache(1 << 20, new TestClock(), Views.CACHING);

  @Override
  public Todos todos() {
    return over(record, cache);
  }

  @Override
  public Todos anotherView() {
    return over(record, cache);
  }

  @Override
  public Todos unreachable() {
    InMemoryTodos gone = new InMemoryTodos();
    gone.setAvailable(false);
    return over(gone, cache);
  }

  /** The record does all it does behind one lock. */
  @Override
  public int rounds() {
    return 2;
  }

  private static Todos over(Todos record, Cache cache) {
    return new CachedTodos(new FencedTodos(record, cache), cache);
  }
}
