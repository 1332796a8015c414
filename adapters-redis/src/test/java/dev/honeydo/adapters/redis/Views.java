package dev.honeydo.adapters.redis;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Two caches over one Redis, as two instances of the service have them. */
final class Views implements AutoCloseable {
  static final long NEAR = 1 << 20;
  static final long NOTHING_NEAR = 0;

  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final RedisLink oneLink;
  private final RedisLink otherLink;
  final RedisCache one;
  final RedisCache other;

  Views(TestRedis redis, long nearBytes, InstantSource clock) {
    this(redis.url(), redis.url(), nearBytes, clock, TIMEOUT);
  }

  Views(String oneUrl, String otherUrl, long nearBytes, InstantSource clock, Duration timeout) {
    this.oneLink = RedisLink.open(RedisAddress.parse(oneUrl), Optional.empty(), timeout);
    this.otherLink = RedisLink.open(RedisAddress.parse(otherUrl), Optional.empty(), timeout);
    this.one = new RedisCache(oneLink, RedisAdapters.unique(UUID::randomUUID), nearBytes, clock);
    this.other =
        new RedisCache(otherLink, RedisAdapters.unique(UUID::randomUUID), nearBytes, clock);
  }

  /** Waits until both are connected, and have heard of everything. */
  void settle() {
    Await.until(Duration.ofSeconds(10), () -> one.isSettled() && other.isSettled());
  }

  @Override
  public void close() {
    one.close();
    other.close();
    oneLink.close();
    otherLink.close();
  }
}
