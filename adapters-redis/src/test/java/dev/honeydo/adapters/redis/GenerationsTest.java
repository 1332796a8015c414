package dev.honeydo.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.port.Cache.Scope;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.contracts.Specimens;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Marks of writers on a server that holds still. */
final class GenerationsTest {
  private static final Duration TIMEOUT = Duration.ofMillis(250);

  @Test
  void noMarkOutlastsItsWriterBecauseTheServerHeldStill() {
    Fenced fenced = new Fenced(Specimens.userId(), Scope.TODOS);
    try (TestRedis redis = TestRedis.start();
        RedisLink link = RedisLink.open(RedisURI.create(redis.url()), TIMEOUT)) {
      Generations generations =
          new Generations(link.port("Cache"), RedisAdapters.unique(UUID::randomUUID));
      String writer = generations.writer();
      redis.pause();
      assertThatThrownBy(() -> generations.begin(fenced, writer))
          .isInstanceOf(PortUnavailable.class);
      assertThatThrownBy(() -> generations.end(fenced, writer)).isInstanceOf(PortUnavailable.class);
      redis.resume();
      // The mark is set now, and taken away by what was sent behind it; by itself it stands for 10
      // s.
      String generation = Keys.generation(fenced);
      Await.until(Duration.ofSeconds(5), () -> redis.ask(it -> it.get(generation)) != null);
      long marks = redis.ask(it -> it.exists(Keys.writers(fenced)));
      assertThat(marks).isZero();
    }
  }
}
