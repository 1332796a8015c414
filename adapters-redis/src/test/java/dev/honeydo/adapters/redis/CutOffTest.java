package dev.honeydo.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.HealthProbe;
import dev.honeydo.application.port.Sessions;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.reference.InMemoryRevokedTokens;
import dev.honeydo.contracts.reference.InMemorySessions;
import dev.honeydo.contracts.reference.InMemoryUnheardWriters;
import dev.honeydo.domain.auth.Session;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An instance that cannot hear, and servers that cannot tell. */
final class CutOffTest {
  private static final Duration TIMEOUT = Duration.ofMillis(250);

  private final TestClock clock = new TestClock();
  private final InMemorySessions sessions = new InMemorySessions(clock);
  private final InMemoryRevokedTokens tokens = new InMemoryRevokedTokens(clock);
  private final Session session = Specimens.session(Specimens.userId(), clock.instant());

  @Test
  void whoIsCutOffSilentlyBelievesNothingNearAfterTwoSeconds() {
    try (TestRedis redis = TestRedis.start();
        Relay relay = new Relay(redis.port());
        Views views = new Views(redis.url(), relay.uri(), Views.NEAR, clock, TIMEOUT)) {
      views.settle();
      Sessions one = CachedRecord.of(sessions, tokens, views.one, clock).sessions();
      Sessions other = CachedRecord.of(sessions, tokens, views.other, clock).sessions();
      var _ = one.open(session, Specimens.tokenHash(), 10);
      assertThat(other.find(session.owner(), session.id())).contains(session);
      relay.stall();
      try {
        assertThat(one.revoke(session.owner(), session.id())).isEqualTo(new Sessions.Revoked());
        // Copies do not age here, since the clock stands still: only mistrust ends them.
        Await.until(
            Duration.ofSeconds(4), () -> other.find(session.owner(), session.id()).isEmpty());
      } finally {
        relay.flow();
      }
      views.settle();
      assertThat(other.find(session.owner(), session.id())).isEmpty();
    }
  }

  @Test
  void whoCannotTellRedisOfAWriteBelievesNoCopyOfThatOwnerUntilItHas() {
    try (TestRedis redis = TestRedis.start();
        Relay relay = new Relay(redis.port());
        Views views = new Views(redis.url(), relay.uri(), Views.NOTHING_NEAR, clock, TIMEOUT)) {
      views.settle();
      Sessions one = CachedRecord.of(sessions, tokens, views.one, clock).sessions();
      Sessions other = CachedRecord.of(sessions, tokens, views.other, clock).sessions();
      var _ = one.open(session, Specimens.tokenHash(), 10);
      assertThat(one.find(session.owner(), session.id())).contains(session);
      relay.cut();
      assertThat(other.revoke(session.owner(), session.id())).isEqualTo(new Sessions.Revoked());
      assertThat(other.find(session.owner(), session.id())).isEmpty();
      // The other instance has not heard: its copy answers for two seconds of the server's.
      Await.until(Duration.ofSeconds(4), () -> one.find(session.owner(), session.id()).isEmpty());
      relay.mend();
      assertThat(other.find(session.owner(), session.id())).isEmpty();
      views.settle();
      assertThat(other.find(session.owner(), session.id())).isEmpty();
      assertThat(one.find(session.owner(), session.id())).isEmpty();
    }
  }

  @Test
  void aServerWithoutResp3IsGoodForEverythingButNearCopies() {
    try (TestRedis redis = TestRedis.start("--rename-command", "HELLO", "");
        Views views = new Views(redis, Views.NOTHING_NEAR, clock);
        Views near = new Views(redis, Views.NEAR, clock)) {
      views.settle();
      Sessions one = CachedRecord.of(sessions, tokens, views.one, clock).sessions();
      Sessions other = CachedRecord.of(sessions, tokens, near.other, clock).sessions();
      var _ = one.open(session, Specimens.tokenHash(), 10);
      assertThat(other.find(session.owner(), session.id())).contains(session);
      assertThat(near.other.isSettled()).isFalse();
      assertThat(one.revoke(session.owner(), session.id())).isEqualTo(new Sessions.Revoked());
      assertThat(other.find(session.owner(), session.id())).isEmpty();
    }
  }

  @Test
  void aPasswordOfAnyCharactersIsUnderstoodAndNeverShown() {
    try (TestRedis redis = TestRedis.start("--requirepass", "p@ss w/rd+%");
        RedisAdapters adapters =
            RedisAdapters.open(
                new RedisAdapters.Config(
                    "redis://:p%40ss%20w%2Frd%2B%25@127.0.0.1:" + redis.port() + "/3",
                    Duration.ofSeconds(2)),
                UUID::randomUUID,
                clock,
                Views.CACHING,
                new InMemoryUnheardWriters())) {
      assertThat(adapters.healthProbe().probe())
          .isEqualTo(new HealthProbe.Passed(List.of("ping", "set", "get", "delete")));
      assertThat(adapters.location()).isEqualTo("redis://***:***@127.0.0.1:" + redis.port());
    }
  }
}
