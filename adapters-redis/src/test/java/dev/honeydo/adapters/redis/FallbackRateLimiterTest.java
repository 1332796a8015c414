package dev.honeydo.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.honeydo.application.port.RateLimiter;
import dev.honeydo.application.port.RateLimiter.Admitted;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.reference.InMemoryUnheardWriters;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** While there is a server the contract holds over it; without one, limits hold all the same. */
final class FallbackRateLimiterTest extends RedisRateLimiterSubject {
  private final TestClock clock = new TestClock();
  private final RateLimiter limiter = instance(one, clock, 1);
  private final RateLimiter anotherView = instance(another, clock, 1);

  private static FallbackRateLimiter instance(RedisLink link, TestClock clock, int instances) {
    return new FallbackRateLimiter(
        new RedisRateLimiter(link.port("RateLimiter")),
        new LocalRateLimiter(clock, () -> instances));
  }

  @Override
  public RateLimiter limiter() {
    return limiter;
  }

  @Override
  public RateLimiter anotherView() {
    return anotherView;
  }

  @Override
  public Optional<RateLimiter> unreachable() {
    return Optional.empty();
  }

  @Test
  void theClocksOfInstancesDoNotMatter() {
    List<FallbackRateLimiter> instances =
        Stream.of(-5, 0, 5)
            .map(it -> new TestClock(TestClock.START.plus(Duration.ofMinutes(it))))
            .map(it -> instance(one, it, 3))
            .toList();
    String subject = subject();
    int admitted = 0;
    for (int arrival = 0; arrival < 60; arrival++) {
      if (arrival % 20 == 19) {
        elapse(INTERVAL);
      }
      if (instances.get(arrival % 3).spend(charge(FIVE, subject, 1)) instanceof Admitted) {
        admitted++;
      }
    }
    assertThat(admitted).isEqualTo(5 + 3);
  }

  @Test
  void withoutAServerEachInstanceHasItsShareAndNobodySeesAFailure() {
    try (TestRedis mortal = TestRedis.start();
        RedisAdapters adapters =
            RedisAdapters.open(
                new RedisAdapters.Config(mortal.url(), RedisAdapters.Config.TIMEOUT),
                UUID::randomUUID,
                clock,
                Views.CACHING,
                new InMemoryUnheardWriters())) {
      RateLimiter limits = adapters.rateLimiter(clock, Optional.of(2));
      ListAppender<ILoggingEvent> log = listening();
      String subject = subject();
      assertThat(admitted(limits, charge(FIVE, subject, 1)).getFirst().limit()).isEqualTo(FIVE);
      mortal.kill();
      long admitted =
          Stream.generate(() -> limits.spend(charge(FIVE, subject, 1)))
              .limit(50)
              .filter(Admitted.class::isInstance)
              .count();
      assertThat(admitted).isEqualTo(2);
      assertThat(log.list)
          .singleElement()
          .asString()
          .isEqualTo(
              "[WARN] Limits are counted by each instance for itself: RateLimiter.spend is"
                  + " unavailable");
      mortal.restart();
      Await.until(
          Duration.ofSeconds(10),
          () ->
              limits.spend(charge(FIVE, subject, 0)) instanceof Admitted(var standings)
                  && standings.getFirst().limit().equals(FIVE));
      assertThat(remaining(limits, charge(FIVE, subject, 1))).isEqualTo(4);
      assertThat(log.list)
          .hasSize(2)
          .last()
          .asString()
          .isEqualTo("[INFO] Limits are counted for all instances again");
    }
  }

  private static ListAppender<ILoggingEvent> listening() {
    ListAppender<ILoggingEvent> list = new ListAppender<>();
    list.start();
    Logger logger = (Logger) LoggerFactory.getLogger(FallbackRateLimiter.class);
    logger.setLevel(ch.qos.logback.classic.Level.INFO);
    logger.addAppender(list);
    return list;
  }
}
