package dev.honeydo.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.port.Bucket;
import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.Charge;
import dev.honeydo.application.port.Lease;
import dev.honeydo.application.port.LockName;
import dev.honeydo.application.port.Locks;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.RateLimit;
import dev.honeydo.application.port.RateLimiter;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.domain.user.UserId;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that no script of ours gives, though it is one of the protocol, is none. */
final class StrangeAnswersTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private final UserId owner = Specimens.userId();
  private final Fenced fenced = new Fenced(owner, Cache.Scope.TODOS);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*0\r\n",
        "*-1\r\n",
        "$-1\r\n",
        "+all is well\r\n",
        "*1\r\n$3\r\na b\r\n",
        "*1\r\n$-1\r\n",
        "*1\r\n*1\r\n:1\r\n",
        "*2\r\n:1\r\n:1\r\n"
      })
  void itIsAnOutageForWhoeverAsked(String answer) {
    try (StrangeServer server = new StrangeServer(answer);
        RedisLink link = RedisLink.open(RedisURI.create(server.url()), TIMEOUT)) {
      Generations generations = new Generations(link.port("Cache"), () -> "x");
      EventLog events = new EventLog(link, () -> "x", 10);
      RateLimiter limiter = new RedisRateLimiter(link.port("RateLimiter"));
      Locks locks = new RedisLocks(link.port("Locks"), () -> "x", System::nanoTime);
      assertUnavailable(() -> generations.begin(fenced, "x"));
      assertUnavailable(() -> generations.end(fenced, "x"));
      assertUnavailable(() -> events.end(owner));
      assertUnavailable(() -> events.noteGap(owner));
      assertUnavailable(() -> limiter.spend(charge()));
      assertThat(locks.tryRun(new LockName("x"), Lease.ofSeconds(1), () -> "ran"))
          .isEqualTo(new Locks.Busy<>());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"*3\r\n:9\r\n:1\r\n:1\r\n", "*3\r\n:9999999999\r\n:1\r\n:1\r\n"})
  void aLimitThatIsNotAmongThoseAskedForIsAnOutage(String answer) {
    try (StrangeServer server = new StrangeServer(answer);
        RedisLink link = RedisLink.open(RedisURI.create(server.url()), TIMEOUT)) {
      RateLimiter limiter = new RedisRateLimiter(link.port("RateLimiter"));
      assertUnavailable(() -> limiter.spend(charge()));
    }
  }

  @Test
  void oneNumberIsWhatAWriterIsAnswered() {
    try (StrangeServer server = new StrangeServer("*1\r\n:1\r\n");
        RedisLink link = RedisLink.open(RedisURI.create(server.url()), TIMEOUT)) {
      Generations generations = new Generations(link.port("Cache"), () -> "x");
      assertThatNoException().isThrownBy(() -> generations.begin(fenced, "x"));
      assertThatNoException().isThrownBy(() -> generations.end(fenced, "x"));
    }
  }

  private static Charge charge() {
    RateLimit limit = new RateLimit("limit", 5, Duration.ofMinutes(1));
    return new Charge("ada", List.of(new Bucket(limit, "ada")), 1);
  }

  private static void assertUnavailable(ThrowingCallable asked) {
    assertThatThrownBy(asked)
        .isInstanceOf(PortUnavailable.class)
        // That is to say, it was answered.
        .cause()
        .isNotInstanceOf(RedisException.class);
  }
}
