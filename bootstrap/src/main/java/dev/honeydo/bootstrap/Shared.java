package dev.honeydo.bootstrap;

import dev.honeydo.adapters.http.exchange.ServerTiming;
import dev.honeydo.adapters.redis.RedisAdapters;
import dev.honeydo.application.health.MonitoredPart;
import dev.honeydo.application.health.MonitoredPart.Part;
import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.CacheControl;
import dev.honeydo.application.port.Ids;
import dev.honeydo.application.port.Locks;
import dev.honeydo.application.port.RateLimiter;
import dev.honeydo.application.port.UnheardWriters;
import dev.honeydo.bootstrap.config.Config;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What instances share for speed; where there is no Redis, what stands in for it in this one.
 *
 * @param redis what health reports of it
 */
record Shared(
    Cache cache, CacheControl cacheControl, RateLimiter limiter, Locks locks, MonitoredPart redis) {

  /** Opens what the configuration names; that it cannot be reached is no reason not to start. */
  static Shared open(
      Config config,
      Ids ids,
      UnheardWriters unheardWriters,
      InstantSource clock,
      Resources resources) {
    var caching =
        new RedisAdapters.Caching(ttls(config.copies()), listener(config), System::nanoTime);
    int instances = config.limits().instances();
    if (config.redis().isEmpty()) {
      RedisAdapters.LocalCopies local = RedisAdapters.localCache(clock, caching);
      return new Shared(
          local.cache(),
          local.control(),
          RedisAdapters.localRateLimiter(clock, instances),
          RedisAdapters.localLocks(),
          MonitoredPart.unused(Part.REDIS));
    }
    Config.Redis where = config.redis().get();
    RedisAdapters redis =
        resources.opened(
            RedisAdapters.open(
                new RedisAdapters.Config(where.url(), where.timeout()),
                ids,
                clock,
                caching,
                unheardWriters));
    return new Shared(
        redis.cache(),
        redis.cacheControl(),
        redis.rateLimiter(clock, instances),
        redis.locks(System::nanoTime),
        new MonitoredPart(
            Part.REDIS, Optional.of(redis.location()), Optional.of(redis.healthProbe())));
  }

  private static RedisAdapters.Ttls ttls(Config.Copies copies) {
    return new RedisAdapters.Ttls(copies.profile(), copies.todo(), copies.list(), copies.search());
  }

  /** Developers are told in each answer where it came from. */
  private static RedisAdapters.ReadListener listener(Config config) {
    return switch (config.environment()) {
      case DEVELOPMENT -> Shared::note;
      case PRODUCTION -> RedisAdapters.ReadListener.NONE;
    };
  }

  private static void note(RedisAdapters.Kind kind, RedisAdapters.Level level, Duration took) {
    ServerTiming.note(
        "cache",
        switch (level) {
          case NEAR -> "hit-l1";
          case SHARED -> "hit-l2";
          case RECORD -> "miss";
        },
        took);
  }
}
