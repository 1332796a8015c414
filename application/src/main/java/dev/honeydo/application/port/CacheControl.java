package dev.honeydo.application.port;

import dev.honeydo.domain.user.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What those who run an installation may know of its {@link Cache} and do to it.
 *
 * <p><b>When the store of the copies is unreachable</b> {@link #state} says so, and what is cleared
 * or invalidated is not found again once it is back: nothing here is ever unavailable.
 *
 * <p>Thread-safe.
 */
public interface CacheControl {

  /**
   * How the cache is. It may take a while to count, and is not for the path of a user's request.
   */
  State state();

  /** Ends all copies of these scopes, whosever they are, in every instance. */
  Cleared clear(Set<Cache.Scope> scopes);

  /** Ends all copies of what is the owner's, in every instance. */
  Cleared invalidate(UserId owner);

  /** No copy from before is found from now on, as a write of each owner would have it. */
  record Cleared() {}

  /**
   * How the cache is.
   *
   * @param store what keeps the copies that instances share, or stands in for it
   * @param healthy whether that answers
   * @param keys how many keys there are in that store, of whatever kind
   * @param copies how many of them are copies, by scope; as far as they could be counted
   * @param near what was found in this process, since it started
   * @param shared what was found in the store, since this process started
   * @param server what the store says of itself; absent without one, or while it does not answer
   */
  record State(
      Store store,
      boolean healthy,
      long keys,
      Map<Cache.Scope, Long> copies,
      Lookups near,
      Lookups shared,
      Optional<Server> server) {
    /** Copies the map. */
    public State {
      copies = Map.copyOf(copies);
    }
  }

  /** What keeps copies. */
  enum Store {
    /** Redis, for all instances. */
    REDIS,
    /** Caffeine, for this one. */
    CAFFEINE
  }

  /**
   * What was looked for in one place.
   *
   * @param size how many copies are there now
   */
  record Lookups(long hits, long misses, long size) {}

  /**
   * What a server says of itself.
   *
   * @param usedMemory in bytes
   * @param peakMemory in bytes
   * @param residentMemory what the system has given it, in bytes
   */
  record Server(
      long usedMemory, long peakMemory, long residentMemory, long clients, long commands) {}
}
