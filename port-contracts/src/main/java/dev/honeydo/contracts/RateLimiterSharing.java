package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.honeydo.application.port.Bucket;
import dev.honeydo.application.port.Charge;
import dev.honeydo.application.port.RateLimiter;
import dev.honeydo.application.port.RateLimiter.Admitted;
import dev.honeydo.application.port.RateLimiter.Refused;
import dev.honeydo.application.port.RateLimiter.Spending;
import dev.honeydo.application.port.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which buckets there are, what is charged to several, and who may charge at once. */
interface RateLimiterSharing extends RateLimiterSubject {

  @Test
  @DisplayName("LIMIT-13 a charge to several buckets is made to each, and tells of each in order")
  default void chargesEach() {
    String subject = subject();
    assertThat(admitted(limiter(), both(FIVE, THREE, subject)))
        .extracting(Standing::remaining)
        .containsExactly(4, 2);
    assertThat(admitted(limiter(), both(THREE, FIVE, subject)))
        .extracting(Standing::limit)
        .containsExactly(THREE, FIVE);
    assertThat(remaining(limiter(), charge(FIVE, subject, 0))).isEqualTo(3);
    assertThat(remaining(limiter(), charge(THREE, subject, 0))).isEqualTo(1);
  }

  @Test
  @DisplayName("LIMIT-14 where the last of several is empty none is charged")
  default void sparesTheFirst() {
    String subject = subject();
    exhaust(THREE, subject);
    Refused refused = refused(limiter(), both(FIVE, THREE, subject));
    assertThat(refused.by()).isEqualTo(THREE);
    assertThat(refused.standings()).extracting(Standing::remaining).containsExactly(5, 0);
    assertThat(remaining(limiter(), charge(FIVE, subject, 0))).isEqualTo(5);
  }

  @Test
  @DisplayName("LIMIT-15 where the first of several is empty none is charged")
  default void sparesTheLast() {
    String subject = subject();
    exhaust(THREE, subject);
    Refused refused = refused(limiter(), both(THREE, FIVE, subject));
    assertThat(refused.by()).isEqualTo(THREE);
    assertThat(refused.standings()).extracting(Standing::remaining).containsExactly(0, 5);
    assertThat(remaining(limiter(), charge(FIVE, subject, 0))).isEqualTo(5);
  }

  @Test
  @DisplayName("LIMIT-16 where several are empty the one to be waited for longest is told")
  default void tellsTheLongestWait() {
    String subject = subject();
    exhaust(THREE, subject);
    exhaust(FIVE, subject);
    for (Charge charge : List.of(both(FIVE, THREE, subject), both(THREE, FIVE, subject))) {
      Refused refused = refused(limiter(), charge);
      assertThat(refused.by()).isEqualTo(THREE);
      assertAbout(refused.retryAfter(), Duration.ofMinutes(20));
    }
    elapse(Duration.ofMinutes(20));
    var _ = admitted(limiter(), both(FIVE, THREE, subject));
  }

  @Test
  @DisplayName("LIMIT-17 subjects are told apart to the letter")
  default void tellsSubjectsApart() {
    String subject = "a" + subject();
    exhaust(FIVE, subject);
    for (String other :
        List.of(
            "A" + subject.substring(1),
            subject + " ",
            subject + Specimens.UNICODE,
            subject + Specimens.BEE,
            subject + "é",
            subject + "e\u0301",
            subject + "x".repeat(400))) {
      exhaust(FIVE, other);
    }
    var _ = refused(limiter(), charge(FIVE, subject, 1));
  }

  @Test
  @DisplayName("LIMIT-18 limits of different names count apart for one subject")
  default void tellsLimitsApart() {
    String subject = subject();
    exhaust(FIVE, subject);
    exhaust(THREE, subject);
  }

  @Test
  @DisplayName("LIMIT-19 partitions count apart, also where their names run into the subject's")
  default void tellsPartitionsApart() {
    String subject = subject();
    for (List<String> names :
        List.of(
            List.of("p", "q:" + subject),
            List.of("p:q", subject),
            List.of("p}", "{q:" + subject),
            List.of("p", subject),
            List.of("q", subject))) {
      Bucket bucket = new Bucket(FIVE, names.getLast());
      Charge charge = new Charge(names.getFirst(), List.of(bucket), 5);
      assertThat(remaining(limiter(), charge)).isZero();
    }
  }

  @Test
  @DisplayName("LIMIT-20 what one view spends is spent for every other")
  default void sharesTheCount() {
    String subject = subject();
    assertThat(remaining(limiter(), charge(FIVE, subject, 1))).isEqualTo(4);
    assertThat(remaining(anotherView(), charge(FIVE, subject, 3))).isEqualTo(1);
    assertThat(remaining(limiter(), charge(FIVE, subject, 1))).isZero();
    var _ = refused(anotherView(), charge(FIVE, subject, 1));
  }

  @Test
  @DisplayName("LIMIT-21 of many at once exactly as many are admitted as the quota has")
  default void givesTheQuotaToMany() {
    String subject = subject();
    List<RateLimiter> views = List.of(limiter(), anotherView());
    List<Spending> answers =
        Race.run(number -> views.get(number % 2).spend(charge(FIVE, subject, 1)));
    assertThat(answers).filteredOn(Admitted.class::isInstance).hasSize(5);
    assertThat(remaining(limiter(), charge(FIVE, subject, 0))).isZero();
  }

  @Test
  @DisplayName("LIMIT-22 many at once are charged to all of their buckets or to none")
  default void chargesManyWhollyOrNotAtAll() {
    String subject = subject();
    List<RateLimiter> views = List.of(limiter(), anotherView());
    List<Spending> answers =
        Race.run(number ->
            views
                .get(number % 2)
                .spend(number % 4 < 2 ? both(FIVE, THREE, subject) : both(THREE, FIVE, subject)));
    assertThat(answers).filteredOn(Admitted.class::isInstance).hasSize(3);
    assertThat(remaining(limiter(), charge(FIVE, subject, 0))).isEqualTo(2);
    assertThat(remaining(limiter(), charge(THREE, subject, 0))).isZero();
  }

  @Test
  @DisplayName("LIMIT-23 spend says when its store is gone")
  default void spendSaysSo() {
    Optional<RateLimiter> gone = unreachable();
    assumeTrue(gone.isPresent(), "there is no store behind this limiter that could be gone");
    Unreachable.reports(
        "RateLimiter", "spend", () -> gone.orElseThrow().spend(charge(FIVE, subject(), 1)));
  }
}
