package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Purge;
import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.domain.auth.RefreshFamily;
import dev.honeydo.domain.auth.RefreshLink;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** All but one end, and what has expired is cleared away. */
interface RefreshFamiliesClearing extends RefreshFamiliesSubject {

  @Test
  @DisplayName("FAM-39 ending the others leaves nothing of them")
  default void endsOthers() {
    UserId owner = Specimens.userId();
    RefreshFamily kept = founded(owner);
    RefreshFamily one = founded(owner);
    RefreshFamily two = founded(owner);
    var _ = families().endOthers(owner, kept.session());
    assertThat(present(one, 0)).isEqualTo(new RefreshFamilies.Gone());
    assertThat(present(two, 0)).isEqualTo(new RefreshFamilies.Gone());
  }

  @Test
  @DisplayName("FAM-40 ending the others keeps the family of the one session")
  default void keepsTheOne() {
    UserId owner = Specimens.userId();
    RefreshFamily kept = founded(owner);
    var _ = founded(owner);
    var _ = families().endOthers(owner, kept.session());
    assertThat(present(kept, 0)).isEqualTo(new RefreshFamilies.Rotated(kept.rotated(now())));
  }

  @Test
  @DisplayName("FAM-41 ending the others counts those that it ends, once")
  default void countsOthers() {
    UserId owner = Specimens.userId();
    RefreshFamily kept = founded(owner);
    var _ = founded(owner);
    var _ = founded(owner);
    assertThat(families().endOthers(owner, kept.session()))
        .isEqualTo(new RefreshFamilies.Ending(2));
    assertThat(families().endOthers(owner, kept.session()))
        .isEqualTo(new RefreshFamilies.Ending(0));
  }

  @Test
  @DisplayName("FAM-42 ending the others counts the live families only")
  default void countsOthersThatLive() {
    RefreshFamily expired = founded(Specimens.userId());
    elapse(Duration.between(now(), expired.endsAt()).minusMillis(1));
    var _ = founded(expired.owner());
    RefreshFamily kept = founded(expired.owner());
    elapse(Duration.ofMillis(1));
    assertThat(families().endOthers(kept.owner(), kept.session()))
        .isEqualTo(new RefreshFamilies.Ending(1));
  }

  @Test
  @DisplayName("FAM-43 where the one session has no family, all end")
  default void endsAllWhereNoneIsKept() {
    RefreshFamily family = founded(Specimens.userId());
    assertThat(families().endOthers(family.owner(), Specimens.sessionId()))
        .isEqualTo(new RefreshFamilies.Ending(1));
    assertThat(present(family, 0)).isEqualTo(new RefreshFamilies.Gone());
  }

  @Test
  @DisplayName("FAM-44 ending the others leaves the families of other owners alone")
  default void endsOthersOfOneOwner() {
    RefreshFamily foreign = founded(Specimens.userId());
    RefreshFamily kept = founded(Specimens.userId());
    var _ = families().endOthers(kept.owner(), kept.session());
    assertThat(present(foreign, 0)).isEqualTo(new RefreshFamilies.Rotated(foreign.rotated(now())));
  }

  @Test
  @DisplayName("FAM-45 another view sees at once that the others ended")
  default void showsEndOfOthersToOthers() {
    RefreshFamilies other = anotherView();
    RefreshFamily kept = founded(Specimens.userId());
    RefreshFamily gone = founded(kept.owner());
    var _ = other.rotate(new RefreshLink(kept.id(), 0));
    var _ = other.rotate(new RefreshLink(gone.id(), 0));
    var _ = families().endOthers(kept.owner(), kept.session());
    assertThat(other.rotate(new RefreshLink(gone.id(), 1))).isEqualTo(new RefreshFamilies.Gone());
  }

  @Test
  @DisplayName("FAM-46 no rotation that is still on its way brings back one of the others")
  default void rotationsBringNoneOfTheOthersBack() {
    RefreshFamilies other = anotherView();
    Race.repeat(
        rounds(),
        () -> {
          RefreshFamily kept = founded(Specimens.userId());
          RefreshFamily gone = founded(kept.owner());
          RefreshLink newest = new RefreshLink(gone.id(), 0);
          var _ =
              Race.run(
                  4,
                  number ->
                      number == 0
                          ? families().endOthers(kept.owner(), kept.session())
                          : other.rotate(newest));
          assertThat(present(gone, 0)).isEqualTo(new RefreshFamilies.Gone());
        });
  }

  @Test
  @DisplayName("FAM-47 purging removes nothing that is live")
  default void purgesNothingLive() {
    RefreshFamily family = founded(Specimens.userId());
    elapse(Duration.between(now(), family.endsAt()).minusMillis(1));
    purge(100);
    assertThat(present(family, 0)).isEqualTo(new RefreshFamilies.Rotated(family.rotated(now())));
  }

  @Test
  @DisplayName("FAM-48 purging removes what has expired, for good though the clock goes back")
  default void purgesForGood() {
    RefreshFamily family = founded(Specimens.userId());
    elapse(Duration.between(now(), family.endsAt()));
    purge(100);
    elapse(Duration.ofMillis(-1));
    assertThat(present(family, 0)).isEqualTo(new RefreshFamilies.Gone());
  }

  @Test
  @DisplayName("FAM-49 purging a few at a time comes to an end, and leaves none that has expired")
  default void purgesToTheLast() {
    List<RefreshFamily> all = Stream.generate(() -> founded(Specimens.userId())).limit(12).toList();
    elapse(Duration.between(now(), all.getFirst().endsAt()));
    purge(1);
    elapse(Duration.ofMillis(-1));
    assertThat(all)
        .allSatisfy(it -> assertThat(present(it, 0)).isEqualTo(new RefreshFamilies.Gone()));
  }

  @Test
  @DisplayName("FAM-50 purging is complete at once where nothing has expired")
  default void purgesNothing() {
    var _ = founded(Specimens.userId());
    purge(100);
    assertThat(families().purge(100)).isEqualTo(new Purge(true));
  }

  private void purge(int most) {
    Purges.run(() -> families().purge(most));
  }
}
