package dev.honeydo.adapters.redis;

import dev.honeydo.application.cache.CachedUsers;
import dev.honeydo.application.cache.FencedUsers;
import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.Users;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.UsersContract;
import dev.honeydo.contracts.reference.InMemoryUsers;

/** What the record promises of its users, it promises behind a cache in the process too. */
final class UsersBehindLocalCacheTest implements UsersContract {
  private final InMemoryUsers record = new InMemoryUsers();
  private final Cache cache = new LocalCache(1 << 20, new TestClock(), Views.CACHING);

  @Override
  public Users users() {
    return over(record, cache);
  }

  @Override
  public Users anotherView() {
    return over(record, cache);
  }

  @Override
  public Users unreachable() {
    InMemoryUsers gone = new InMemoryUsers();
    gone.setAvailable(false);
    return over(gone, cache);
  }

  /** The record does all it does behind one lock. */
  @Override
  public int rounds() {
    return 2;
  }

  private static Users over(Users record, Cache cache) {
    return new CachedUsers(new FencedUsers(record, cache), cache);
  }
}
