package dev.honeydo.bootstrap;

import dev.honeydo.adapters.http.HttpServer;
import dev.honeydo.adapters.redis.RedisAdapters;
import dev.honeydo.application.health.MonitoredPart;
import dev.honeydo.application.health.MonitoredPart.Part;
import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.CacheControl;
import dev.honeydo.application.port.Events;
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
 * @param server the adapters of Redis, where there is one
 */
record Shared(
    Cache cache,
    CacheControl cacheControl,
    RateLimiter limiter,
    Locks locks,
    Events events,
    MonitoredPart redis,
    Optional<RedisAdapters> server) {

  /** Opens what the configuration names; that it cannot be reached is no reason not to start. */
  static Shared open(
      Config config,
      Ids ids,
      UnheardWriters unheardWriters,
      RedisAdapters.ReadListener listener,
      InstantSource clock,
      Resources resources) {
    var caching =
        new RedisAdapters.Caching(
            ttls(config.copies()), listener(config, listener), System::nanoTime);
    Optional<Integer> instances = config.limits().instances();
    if (config.redis().isEmpty()) {
      RedisAdapters.LocalCopies local = RedisAdapters.localCache(clock, caching);
      return new Shared(
          local.cache(),
          local.control(),
          RedisAdapters.localRateLimiter(clock, instances.orElse(1)),
          RedisAdapters.localLocks(),
          RedisAdapters.localEvents(ids),
          MonitoredPart.unused(Part.REDIS),
          Optional.empty());
    }
    Config.Redis where = config.redis().get();
    RedisAdapters redis =
        resources.opened(
            RedisAdapters.open(
                new RedisAdapters.Config(where.url(), where.timeout(), where.authorities()),
                ids,
                clock,
                caching,
                unheardWriters));
    return new Shared(
        redis.cache(),
        redis.cacheControl(),
        redis.rateLimiter(clock, instances),
        redis.locks(System::nanoTime),
        redis.events(),
        new MonitoredPart(
            Part.REDIS, Optional.of(redis.location()), Optional.of(redis.healthProbe())),
        Optional.of(redis));
  }

  private static RedisAdapters.Ttls ttls(Config.Copies copies) {
    return new RedisAdapters.Ttls(copies.profile(), copies.todo(), copies.list(), copies.search());
  }

  /** Developers are told in each answer where it came from. */
  private static RedisAdapters.ReadListener listener(
      Config config, RedisAdapters.ReadListener listener) {
    return switch (config.environment()) {
      case DEVELOPMENT ->
          (kind, level, took) -> {
            note(level, took);
            listener.answered(kind, level, took);
          };
      case PRODUCTION -> listener;
    };
  }

  private static void note(RedisAdapters.Level level, Duration took) {
    HttpServer.note(
        "cache",
        switch (level) {
          case NEAR -> "hit-l1";
          case SHARED -> "hit-l2";
          case RECORD -> "miss";
        },
        took);
  }
}
