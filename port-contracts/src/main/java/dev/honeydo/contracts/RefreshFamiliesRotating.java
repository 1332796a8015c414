package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.domain.auth.FamilyId;
import dev.honeydo.domain.auth.RefreshFamily;
import dev.honeydo.domain.auth.RefreshLink;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Only the newest link makes a chain longer; what became of the others depends on their age. */
interface RefreshFamiliesRotating extends RefreshFamiliesSubject {

  @Test
  @DisplayName("FAM-1 the newest link makes the chain one longer, from now")
  default void rotates() {
    RefreshFamily family = founded(Specimens.userId());
    elapse(Duration.ofMinutes(5).plusMillis(7));
    assertThat(present(family, 0)).isEqualTo(new RefreshFamilies.Rotated(family.rotated(now())));
  }

  @Test
  @DisplayName("FAM-2 each new link makes the chain longer in turn")
  default void rotatesAgain() {
    RefreshFamily family = founded(Specimens.userId());
    for (long counter = 0; counter < 4; counter++) {
      elapse(Duration.ofMinutes(5));
      RefreshFamily next =
          new RefreshFamily(
              family.id(), family.owner(), family.session(), counter + 1, now(), family.endsAt());
      assertThat(present(family, counter)).isEqualTo(new RefreshFamilies.Rotated(next));
    }
  }

  @Test
  @DisplayName("FAM-3 a chain can be longer than what a double can count")
  default void keepsLargeCounter() {
    RefreshFamily made = Specimens.family(Specimens.userId(), now());
    long counter = (1L << 53) + 1;
    RefreshFamily family =
        new RefreshFamily(
            made.id(), made.owner(), made.session(), counter, made.rotatedAt(), made.endsAt());
    var _ = families().found(family);
    assertThat(present(family, counter))
        .isEqualTo(new RefreshFamilies.Rotated(family.rotated(now())));
  }

  @Test
  @DisplayName("FAM-4 the last link but one is replayed ten seconds after it was replaced")
  default void replaysUntilTheWindowCloses() {
    RefreshFamily rotated = rotated();
    elapse(RefreshFamily.REPLAY_WINDOW);
    assertThat(present(rotated, 0)).isEqualTo(new RefreshFamilies.Replayed(rotated));
  }

  @Test
  @DisplayName("FAM-5 the last link but one is reused one millisecond later")
  default void reportsReuseOnceTheWindowCloses() {
    RefreshFamily rotated = rotated();
    elapse(RefreshFamily.REPLAY_WINDOW.plusMillis(1));
    assertThat(present(rotated, 0)).isEqualTo(new RefreshFamilies.Reused(rotated));
  }

  @Test
  @DisplayName("FAM-6 the last link but one is replayed at the instant it was replaced")
  default void replaysAtOnce() {
    RefreshFamily rotated = rotated();
    assertThat(present(rotated, 0)).isEqualTo(new RefreshFamilies.Replayed(rotated));
  }

  @Test
  @DisplayName("FAM-7 the last link but two is reused, however lately it was replaced")
  default void reportsReuseOfOlderLinks() {
    RefreshFamily rotated = rotated();
    assertThat(present(rotated, 1)).isInstanceOf(RefreshFamilies.Rotated.class);
    assertThat(present(rotated, 0)).isEqualTo(new RefreshFamilies.Reused(rotated.rotated(now())));
  }

  @Test
  @DisplayName("FAM-38 the last link but one is replayed wherever in the chain it is")
  default void replaysAnyLastLinkButOne() {
    RefreshFamily rotated = rotated();
    assertThat(present(rotated, 1)).isInstanceOf(RefreshFamilies.Rotated.class);
    RefreshFamily again = rotated.rotated(now());
    elapse(Duration.ofSeconds(1));
    assertThat(present(rotated, 1)).isEqualTo(new RefreshFamilies.Replayed(again));
  }

  @Test
  @DisplayName("FAM-8 a replay writes nothing: the newest link is as good as before")
  default void replaysWithoutWriting() {
    RefreshFamily rotated = rotated();
    elapse(Duration.ofSeconds(1));
    assertThat(present(rotated, 0)).isEqualTo(new RefreshFamilies.Replayed(rotated));
    assertThat(present(rotated, 1)).isEqualTo(new RefreshFamilies.Rotated(rotated.rotated(now())));
  }

  @Test
  @DisplayName("FAM-9 a replay does not keep the window open")
  default void replaysWithoutEnd() {
    RefreshFamily rotated = rotated();
    elapse(Duration.ofSeconds(6));
    assertThat(present(rotated, 0)).isEqualTo(new RefreshFamilies.Replayed(rotated));
    elapse(Duration.ofSeconds(6));
    assertThat(present(rotated, 0)).isEqualTo(new RefreshFamilies.Reused(rotated));
  }

  @Test
  @DisplayName("FAM-10 a reuse writes nothing: it is for the application to end the family")
  default void reportsReuseWithoutWriting() {
    RefreshFamily rotated = rotated();
    elapse(Duration.ofMinutes(1));
    assertThat(present(rotated, 0)).isEqualTo(new RefreshFamilies.Reused(rotated));
    assertThat(present(rotated, 1)).isEqualTo(new RefreshFamilies.Rotated(rotated.rotated(now())));
  }

  @Test
  @DisplayName("FAM-11 a link that the chain does not reach opens nothing and writes nothing")
  default void refusesLinksToCome() {
    RefreshFamily family = founded(Specimens.userId());
    assertThat(present(family, 1)).isEqualTo(new RefreshFamilies.Gone());
    assertThat(present(family, Long.MAX_VALUE)).isEqualTo(new RefreshFamilies.Gone());
    assertThat(present(family, 0)).isEqualTo(new RefreshFamilies.Rotated(family.rotated(now())));
  }

  @Test
  @DisplayName("FAM-12 a link of a family that was never founded opens nothing")
  default void refusesUnknownFamilies() {
    var _ = founded(Specimens.userId());
    assertThat(families().rotate(new RefreshLink(new FamilyId(UUID.randomUUID()), 0)))
        .isEqualTo(new RefreshFamilies.Gone());
  }

  @Test
  @DisplayName("FAM-13 a family lives until its last millisecond")
  default void livesUntilItEnds() {
    RefreshFamily family = founded(Specimens.userId());
    elapse(Duration.between(now(), family.endsAt()).minusMillis(1));
    assertThat(present(family, 0)).isEqualTo(new RefreshFamilies.Rotated(family.rotated(now())));
  }

  @Test
  @DisplayName("FAM-14 a family is gone from the instant it ends")
  default void endsWhenItMust() {
    RefreshFamily family = founded(Specimens.userId());
    elapse(Duration.between(now(), family.endsAt()));
    assertThat(present(family, 0)).isEqualTo(new RefreshFamilies.Gone());
  }

  @Test
  @DisplayName("FAM-15 a link that could be replayed is gone with its family")
  default void replaysNothingEnded() {
    RefreshFamily family = founded(Specimens.userId());
    elapse(Duration.between(now(), family.endsAt()).minusSeconds(1));
    assertThat(present(family, 0)).isInstanceOf(RefreshFamilies.Rotated.class);
    elapse(Duration.ofSeconds(1));
    assertThat(present(family, 0)).isEqualTo(new RefreshFamilies.Gone());
  }

  @Test
  @DisplayName("FAM-16 rotation does not put off the end of a family")
  default void rotatesWithinItsTime() {
    RefreshFamily family = founded(Specimens.userId());
    elapse(Duration.ofDays(20));
    assertThat(present(family, 0)).isInstanceOf(RefreshFamilies.Rotated.class);
    elapse(Duration.ofDays(10));
    assertThat(present(family, 1)).isEqualTo(new RefreshFamilies.Gone());
  }

  @Test
  @DisplayName("FAM-17 the families of one user are chains of their own")
  default void keepsFamiliesApart() {
    RefreshFamily one = founded(Specimens.userId());
    RefreshFamily other = founded(one.owner());
    assertThat(present(one, 0)).isEqualTo(new RefreshFamilies.Rotated(one.rotated(now())));
    assertThat(present(other, 0)).isEqualTo(new RefreshFamilies.Rotated(other.rotated(now())));
  }

  @Test
  @DisplayName("FAM-18 another view sees at once that a chain grew")
  default void showsRotationToOthers() {
    RefreshFamily rotated = rotated();
    RefreshFamilies.Rotation replay = anotherView().rotate(new RefreshLink(rotated.id(), 0));
    assertThat(replay).isEqualTo(new RefreshFamilies.Replayed(rotated));
  }

  @Test
  @DisplayName("FAM-19 of many that present the newest link at once exactly one makes it longer")
  default void rotatesOnce() {
    Race.repeat(
        rounds(),
        () -> {
          RefreshFamily family = founded(Specimens.userId());
          assertThat(race(family)).filteredOn(RefreshFamilies.Rotated.class::isInstance).hasSize(1);
        });
  }

  @Test
  @DisplayName("FAM-20 the others are told of the same successor")
  default void replaysToTheOthers() {
    RefreshFamily family = founded(Specimens.userId());
    assertThat(race(family))
        .filteredOn(result -> !(result instanceof RefreshFamilies.Rotated))
        .isNotEmpty()
        .allSatisfy(
            it -> assertThat(it).isEqualTo(new RefreshFamilies.Replayed(family.rotated(now()))));
  }

  @Test
  @DisplayName("FAM-21 of families that are founded at once none is lost")
  default void keepsAllFoundedAtOnce() {
    List<RefreshFamily> all = Race.run(_ -> founded(Specimens.userId()));
    assertThat(all)
        .allSatisfy(it ->
            assertThat(present(it, 0)).isEqualTo(new RefreshFamilies.Rotated(it.rotated(now()))));
  }

  private RefreshFamily rotated() {
    RefreshFamily family = founded(Specimens.userId());
    assertThat(present(family, 0)).isInstanceOf(RefreshFamilies.Rotated.class);
    return family.rotated(now());
  }

  private List<RefreshFamilies.Rotation> race(RefreshFamily family) {
    RefreshFamilies other = anotherView();
    RefreshLink newest = new RefreshLink(family.id(), 0);
    return Race.run(number -> (number % 2 == 0 ? families() : other).rotate(newest));
  }
}
