package dev.honeydo.adapters.redis;

import dev.honeydo.adapters.redis.RedisAdapters.Ttls;
import dev.honeydo.application.port.Cache;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** How old copies can be, in milliseconds counted from before they were loaded. */
final class Ages {
  /**
   * Until when a copy answers by itself where word of a write may be lost: that is how long one can
   * go unnoticed.
   */
  static final long ALONE = 2_000;

  /** Until when a copy answers where the record cannot. */
  static final long KEPT = 60_000;

  private static final Duration ABSENCE = Duration.ofSeconds(20);

  private final Ttls ttls;
  private final Chance chance;

  Ages(Ttls ttls, Chance chance) {
    this.ttls = ttls;
    this.chance = chance;
  }

  /** Until when this copy answers by itself where all writes are heard of. */
  long fresh(Cache.Key<?> key, Object value) {
    return key instanceof Cache.AccessKey<?> ? ALONE : chance.around(ttl(key, value).toMillis());
  }

  /** For how long a copy is to be kept that answers for so long. */
  long kept(long fresh) {
    return Math.max(fresh, chance.around(KEPT));
  }

  private Duration ttl(Cache.Key<?> key, Object value) {
    Duration most =
        switch (key) {
          case Cache.AccessKey<?> _ -> Duration.ofMillis(ALONE);
          case Cache.Profile _ -> ttls.profile();
          case Cache.OneTodo _ -> ttls.todo();
          case Cache.Page _, Cache.Count _ -> ttls.list();
          case Cache.Search _, Cache.Statistics _ -> ttls.search();
        };
    boolean absent = value instanceof Optional<?> found && found.isEmpty();
    return absent && most.compareTo(ABSENCE) > 0 ? ABSENCE : most;
  }

  /** Longer than any copy answers. */
  static Duration longest(Ttls ttls) {
    long longest =
        Stream.of(ttls.profile(), ttls.todo(), ttls.list(), ttls.search())
            .mapToLong(Duration::toMillis)
            .max()
            .orElseThrow();
    return Duration.ofMillis(Math.max(KEPT, longest) * 5 / 4);
  }
}
