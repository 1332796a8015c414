package dev.honeydo.bootstrap;

import dev.honeydo.application.health.Degradation;
import dev.honeydo.application.health.HealthQueries;
import dev.honeydo.application.health.MonitoredPart.Part;
import dev.honeydo.application.health.PartHealth;
import dev.honeydo.application.health.PartHealth.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at every part once a round, so that it is known since when one is missing though nobody
 * asks; and logs that the record is gone, and that it is back. Used by one thread.
 */
final class HealthWatch implements Runnable {
  static final Duration ROUND = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(HealthWatch.class);

  private final HealthQueries health;
  private final InstantSource clock;
  private final int restBetweenTrials;
  private Optional<Instant> goneSince = Optional.empty();
  private Optional<Status> redisBefore = Optional.empty();
  private int round;

  /**
   * Begins with a record that is there.
   *
   * @param everyRounds in how many rounds the record is looked at once, as long as it is there
   */
  HealthWatch(HealthQueries health, InstantSource clock, int everyRounds) {
    this.health = health;
    this.clock = clock;
    this.restBetweenTrials = everyRounds;
  }

  @Override
  public void run() {
    Optional<Status> redis = health.part(Part.REDIS).map(PartHealth::status);
    if (!redis.equals(redisBefore)) {
      redisBefore = redis;
      notice();
    }
    if (round++ % restBetweenTrials == 0 || goneSince.isPresent()) {
      look();
    }
  }

  private void look() {
    Optional<Status> now = health.part(Part.STORE).map(PartHealth::status);
    boolean gone = now.filter(it -> it == Status.UNHEALTHY).isPresent();
    if (gone && goneSince.isEmpty()) {
      goneSince = Optional.of(clock.instant());
      LOG.warn("The record is gone: what needs it is answered 503 until it is back");
    } else if (!gone && goneSince.isPresent()) {
      Duration away = Duration.between(goneSince.get(), clock.instant());
      goneSince = Optional.empty();
      LOG.info("The record is back, after {} s", away.toSeconds());
    }
    notice();
  }

  /** To ask is what makes it known since when. */
  private void notice() {
    List<Degradation> _ = health.degradations();
  }
}
