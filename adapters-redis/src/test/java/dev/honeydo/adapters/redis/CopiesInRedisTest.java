package dev.honeydo.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.reference.InMemoryUnheardWriters;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.user.UserId;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What copies in Redis are good for, seen by what is written there past the cache. */
final class CopiesInRedisTest {
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final TestRedis redis = TestRedis.start();
  private final RedisLink link =
      RedisLink.open(RedisURI.create(redis.url()), Duration.ofSeconds(2));
  private final RedisPort port = link.port("Cache");
  private final Supplier<String> unique = RedisAdapters.unique(UUID::randomUUID);
  private final SharedCopies shared = new SharedCopies(link, port, unique);
  private final Namespaces namespaces = new Namespaces(link, port, unique, System::nanoTime);
  private final RedisCache cache =
      new RedisCache(
          link,
          UUID::randomUUID,
          Views.NOTHING_NEAR,
          new TestClock(),
          Views.CACHING,
          new InMemoryUnheardWriters());
  private final UserId owner = Specimens.userId();
  private final Session old = Specimens.session(owner, Specimens.NOW);
  private final Session fresh = Specimens.session(owner, Specimens.NOW);
  private final Cache.SessionById key = new Cache.SessionById(owner, old.id());

  @BeforeEach
  void settle() {
    Await.until(Duration.ofSeconds(10), cache::isSettled);
    namespaces.refresh();
  }

  @AfterEach
  void close() {
    cache.close();
    link.close();
    redis.close();
  }

  @Test
  void aCopyOfTwoSecondsDoesNotAnswerByItself() {
    put(Duration.ofMillis(500), "", namespace());
    assertThat(read()).contains(old);
    put(Duration.ofSeconds(2), "", namespace());
    assertThat(read()).contains(fresh);
  }

  @Test
  void aCopyOfLessThanAMinuteStandsInForTheRecord() {
    put(Duration.ofSeconds(50), "", namespace());
    assertThat(cache.read(key, CopiesInRedisTest::gone)).contains(old);
    put(Duration.ofSeconds(60), "", namespace());
    assertThatThrownBy(() -> cache.read(key, CopiesInRedisTest::gone))
        .isInstanceOf(PortUnavailable.class);
  }

  @Test
  void aCopyOfTheFutureIsNotBelieved() {
    put(Duration.ofSeconds(-5), "", namespace());
    assertThat(read()).contains(fresh);
  }

  @Test
  void aCopyOfAnotherGenerationIsNotBelieved() {
    put(Duration.ZERO, "another", namespace());
    assertThat(read()).contains(fresh);
  }

  @Test
  void aCopyOfAnotherServerIsNotBelieved() {
    put(Duration.ZERO, "", new Namespace("another", namespace().era()));
    assertThat(read()).contains(fresh);
  }

  @Test
  void aCopyOfAnotherEraIsNotBelieved() {
    put(Duration.ZERO, "", new Namespace(namespace().runId(), "another"));
    assertThat(read()).contains(fresh);
  }

  @Test
  void noCopyOutlivesItsEra() {
    put(Duration.ZERO, "", namespace());
    assertThat(read()).contains(old);
    namespaces.end(Set.of(Cache.Scope.ACCESS));
    // Instances learn of it within a beat.
    Await.until(Duration.ofSeconds(2), () -> read().equals(Optional.of(fresh)));
  }

  private Namespace namespace() {
    return namespaces.current(Cache.Scope.ACCESS).orElseThrow();
  }

  private Optional<Session> read() {
    return cache.read(key, () -> Optional.of(fresh));
  }

  private void put(Duration age, String generation, Namespace namespace) {
    SharedCopies.Found<Optional<Session>> found = shared.look(key);
    String good = generation.isEmpty() ? found.generation() : generation;
    long loadedAt = found.at() - age.toMillis();
    Envelope<Optional<Session>> copy =
        new Envelope<>(good, namespace, loadedAt, 2_000, 1, Optional.of(old));
    shared.fill(key, copy, KEPT, "");
    Await.until(Duration.ofSeconds(5), () -> shared.look(key).copy().equals(Optional.of(copy)));
  }

  private static Optional<Session> gone() {
    throw new PortUnavailable("Sessions", "find", new IOException("away"));
  }
}
