package dev.honeydo.adapters.redis;

import dev.honeydo.application.cache.CachedTodos;
import dev.honeydo.application.cache.FencedTodos;
import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.Todos;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.TodosContract;
import dev.honeydo.contracts.reference.InMemoryTodos;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** What the record promises of its todos, it promises behind a cache that instances share too. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TodosBehindRedisTest implements TodosContract {
  private final InMemoryTodos record = new InMemoryTodos();
  private final TestRedis redis = TestRedis.start();
  private final Views views = new Views(redis, Views.NOTHING_NEAR, new TestClock());

  @Override
  public Todos todos() {
    return over(record, views.one);
  }

  @Override
  public Todos anotherView() {
    return over(record, views.other);
  }

  @Override
  public Todos unreachable() {
    InMemoryTodos gone = new InMemoryTodos();
    gone.setAvailable(false);
    return over(gone, views.one);
  }

  /** The record does all it does behind one lock. */
  @Override
  public int rounds() {
    return 2;
  }

  private static Todos over(Todos record, Cache cache) {
    return new CachedTodos(new FencedTodos(record, cache), cache);
  }

  @BeforeEach
  void settle() {
    views.settle();
  }

  @AfterAll
  void close() {
    views.close();
    redis.close();
  }
}
