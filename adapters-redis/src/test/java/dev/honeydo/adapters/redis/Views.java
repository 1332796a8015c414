package dev.honeydo.adapters.redis;

import dev.honeydo.contracts.reference.InMemoryUnheardWriters;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Two caches over one Redis, as two instances of the service have them. */
final class Views implements AutoCloseable {
  static final long NEAR = 1 << 20;
  static final long NOTHING_NEAR = 0;

  /** How copies are kept where nothing else is said. */
  static final RedisAdapters.Caching CACHING =
      new RedisAdapters.Caching(
          RedisAdapters.Ttls.DEFAULT, RedisAdapters.ReadListener.NONE, System::nanoTime);

  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final RedisLink oneLink;
  private final RedisLink otherLink;
  final InMemoryUnheardWriters unheardWriters = new InMemoryUnheardWriters();
  final RedisCache one;
  final RedisCache other;

  Views(TestRedis redis, long nearBytes, InstantSource clock) {
    this(redis.url(), redis.url(), nearBytes, clock, TIMEOUT);
  }

  Views(String oneUrl, String otherUrl, long nearBytes, InstantSource clock, Duration timeout) {
    this.oneLink = RedisLink.open(RedisAddress.parse(oneUrl), Optional.empty(), timeout);
    this.otherLink = RedisLink.open(RedisAddress.parse(otherUrl), Optional.empty(), timeout);
    this.one = cache(oneLink, nearBytes, clock);
    this.other = cache(otherLink, nearBytes, clock);
  }

  private RedisCache cache(RedisLink link, long nearBytes, InstantSource clock) {
    return new RedisCache(link, UUID::randomUUID, nearBytes, clock, CACHING, unheardWriters);
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
