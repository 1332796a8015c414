package dev.honeydo.bootstrap;

import dev.honeydo.adapters.redis.RedisAdapters;
import dev.honeydo.application.health.MonitoredPart;
import dev.honeydo.application.health.MonitoredPart.Part;
import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.Events;
import dev.honeydo.application.port.Ids;
import dev.honeydo.application.port.Locks;
import dev.honeydo.application.port.RateLimiter;
import dev.honeydo.bootstrap.config.Config;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What instances share for speed; where there is no Redis, what stands in for it in this one.
 *
 * @param redis what health reports of it
 * @param server the adapters of Redis, where there is one
 */
record Shared(
    Cache cache,
    RateLimiter limiter,
    Locks locks,
    Events events,
    MonitoredPart redis,
    Optional<RedisAdapters> server) {

  /** Opens what the configuration names; that it cannot be reached is no reason not to start. */
  static Shared open(Config config, Ids ids, InstantSource clock, Resources resources) {
    int instances = config.limits().instances();
    if (config.redis().isEmpty()) {
      return new Shared(
          RedisAdapters.localCache(clock),
          RedisAdapters.localRateLimiter(clock, instances),
          RedisAdapters.localLocks(),
          RedisAdapters.localEvents(ids),
          MonitoredPart.unused(Part.REDIS),
          Optional.empty());
    }
    Config.Redis where = config.redis().get();
    RedisAdapters redis =
        resources.opened(
            RedisAdapters.open(new RedisAdapters.Config(where.url(), where.timeout()), ids, clock));
    return new Shared(
        redis.cache(),
        redis.rateLimiter(clock, instances),
        redis.locks(System::nanoTime),
        redis.events(),
        new MonitoredPart(
            Part.REDIS, Optional.of(redis.location()), Optional.of(redis.healthProbe())),
        Optional.of(redis));
  }
}
