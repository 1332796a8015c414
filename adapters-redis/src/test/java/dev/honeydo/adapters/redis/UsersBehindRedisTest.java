package dev.honeydo.adapters.redis;

import dev.honeydo.application.cache.CachedUsers;
import dev.honeydo.application.cache.FencedUsers;
import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.Users;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.UsersContract;
import dev.honeydo.contracts.reference.InMemoryUsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** What the record promises of its users, it promises behind a cache that instances share too. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UsersBehindRedisTest implements UsersContract {
  private final InMemoryUsers record = new InMemoryUsers();
  private final TestRedis redis = TestRedis.start();
  private final Views views = new Views(redis, Views.NOTHING_NEAR, new TestClock());

  @Override
  public Users users() {
    return over(record, views.one);
  }

  @Override
  public Users anotherView() {
    return over(record, views.other);
  }

  @Override
  public Users unreachable() {
    InMemoryUsers gone = new InMemoryUsers();
    gone.setAvailable(false);
    return over(gone, views.one);
  }

  /** The record does all it does behind one lock. */
  @Override
  public int rounds() {
    return 2;
  }

  private static Users over(Users record, Cache cache) {
    return new CachedUsers(new FencedUsers(record, cache), cache);
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
