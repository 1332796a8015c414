package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.RateLimit;
import dev.honeydo.application.port.RateLimiter.Refused;
import dev.honeydo.application.port.Standing;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What one bucket gives, and when. */
interface RateLimiterCounting extends RateLimiterSubject {

  @Test
  @DisplayName("LIMIT-1 a quota can be spent at once, and then nothing more")
  default void givesTheQuota() {
    String subject = subject();
    for (int spent = 0; spent < 5; spent++) {
      var _ = admitted(limiter(), charge(FIVE, subject, 1));
    }
    var _ = refused(limiter(), charge(FIVE, subject, 1));
  }

  @Test
  @DisplayName("LIMIT-2 each answer tells the limit, what remains and when all of it is back")
  default void tellsWhatRemains() {
    String subject = subject();
    for (int spent = 1; spent <= 4; spent++) {
      List<Standing> standings = admitted(limiter(), charge(FIVE, subject, 1));
      assertThat(standings).hasSize(1);
      assertThat(standings.getFirst().limit()).isEqualTo(FIVE);
      assertThat(standings.getFirst().remaining()).isEqualTo(5 - spent);
      assertAbout(standings.getFirst().reset(), INTERVAL.multipliedBy(spent));
    }
  }

  @Test
  @DisplayName("LIMIT-3 a refusal tells the limit, how long to wait, and that nothing remains")
  default void tellsWhyItRefuses() {
    String subject = subject();
    exhaust(FIVE, subject);
    Refused refused = refused(limiter(), charge(FIVE, subject, 1));
    assertThat(refused.by()).isEqualTo(FIVE);
    assertAbout(refused.retryAfter(), INTERVAL);
    assertThat(refused.standings()).hasSize(1);
    assertThat(refused.standings().getFirst().remaining()).isZero();
    assertAbout(refused.standings().getFirst().reset(), Duration.ofHours(1));
  }

  @Test
  @DisplayName("LIMIT-4 to wait as long as a refusal said is enough")
  default void admitsWhoHasWaited() {
    String subject = subject();
    exhaust(FIVE, subject);
    elapse(Duration.ofMinutes(3));
    elapse(refused(limiter(), charge(FIVE, subject, 1)).retryAfter());
    assertThat(remaining(limiter(), charge(FIVE, subject, 1))).isZero();
  }

  @Test
  @DisplayName("LIMIT-5 to wait less than a refusal said is not enough")
  default void refusesWhoHasNotWaited() {
    String subject = subject();
    exhaust(FIVE, subject);
    elapse(INTERVAL.minus(SLACK));
    assertAbout(refused(limiter(), charge(FIVE, subject, 1)).retryAfter(), SLACK);
  }

  @Test
  @DisplayName("LIMIT-6 what was spent comes back one by one")
  default void givesBackOneByOne() {
    String subject = subject();
    exhaust(FIVE, subject);
    for (int back = 0; back < 3; back++) {
      elapse(INTERVAL);
      assertThat(remaining(limiter(), charge(FIVE, subject, 1))).isZero();
      var _ = refused(limiter(), charge(FIVE, subject, 1));
    }
  }

  @Test
  @DisplayName("LIMIT-7 however much time passes, no more than the quota comes back")
  default void givesBackNoMoreThanTheQuota() {
    String subject = subject();
    exhaust(FIVE, subject);
    elapse(Duration.ofDays(2));
    assertThat(remaining(limiter(), charge(FIVE, subject, 1))).isEqualTo(4);
    assertThat(remaining(limiter(), charge(FIVE, subject, 4))).isZero();
    var _ = refused(limiter(), charge(FIVE, subject, 1));
  }

  @Test
  @DisplayName("LIMIT-8 what is refused costs nothing, however often")
  default void refusesForNothing() {
    String subject = subject();
    exhaust(FIVE, subject);
    for (int attempt = 0; attempt < 20; attempt++) {
      var _ = refused(limiter(), charge(FIVE, subject, 1));
    }
    assertAbout(refused(limiter(), charge(FIVE, subject, 1)).retryAfter(), INTERVAL);
    elapse(INTERVAL);
    assertThat(remaining(limiter(), charge(FIVE, subject, 1))).isZero();
  }

  @Test
  @DisplayName("LIMIT-9 a cost is spent as a whole or not at all")
  default void spendsTheCost() {
    String subject = subject();
    assertThat(remaining(limiter(), charge(FIVE, subject, 3))).isEqualTo(2);
    Refused refused = refused(limiter(), charge(FIVE, subject, 4));
    assertThat(refused.standings().getFirst().remaining()).isEqualTo(2);
    assertAbout(refused.retryAfter(), INTERVAL.multipliedBy(2));
    assertThat(remaining(limiter(), charge(FIVE, subject, 2))).isZero();
  }

  @Test
  @DisplayName("LIMIT-10 to look at a full bucket finds all there, and spends nothing")
  default void looksForNothing() {
    String subject = subject();
    for (int look = 0; look < 10; look++) {
      Standing standing = admitted(limiter(), charge(FIVE, subject, 0)).getFirst();
      assertThat(standing).isEqualTo(new Standing(FIVE, 5, Duration.ZERO));
    }
    assertThat(remaining(limiter(), charge(FIVE, subject, 5))).isZero();
  }

  @Test
  @DisplayName("LIMIT-11 to look at an empty bucket is admitted, and finds nothing there")
  default void looksAtNothing() {
    String subject = subject();
    exhaust(FIVE, subject);
    Standing standing = admitted(limiter(), charge(FIVE, subject, 0)).getFirst();
    assertThat(standing.remaining()).isZero();
    assertAbout(standing.reset(), Duration.ofHours(1));
  }

  @Test
  @DisplayName("LIMIT-12 a limit whose window was shortened holds nobody longer than that")
  default void forgivesWhatAnotherLimitHeld() {
    String subject = subject();
    exhaust(new RateLimit("five", 5, Duration.ofDays(1)), subject);
    assertAbout(refused(limiter(), charge(FIVE, subject, 1)).retryAfter(), INTERVAL);
    elapse(INTERVAL);
    assertThat(remaining(limiter(), charge(FIVE, subject, 1))).isZero();
  }
}
