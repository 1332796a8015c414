package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.domain.auth.RefreshFamily;
import dev.honeydo.domain.auth.RefreshLink;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is ended buys nothing more. */
interface RefreshFamiliesEnding extends RefreshFamiliesSubject {

  @Test
  @DisplayName("FAM-22 the links of an ended family open nothing")
  default void ends() {
    RefreshFamily family = founded(Specimens.userId());
    var _ = present(family, 0);
    var _ = families().end(family.owner(), family.session());
    assertThat(present(family, 0)).isEqualTo(new RefreshFamilies.Gone());
    assertThat(present(family, 1)).isEqualTo(new RefreshFamilies.Gone());
  }

  @Test
  @DisplayName("FAM-23 ending a session's family counts it, once")
  default void countsEnded() {
    RefreshFamily family = founded(Specimens.userId());
    assertThat(families().end(family.owner(), family.session()))
        .isEqualTo(new RefreshFamilies.Ending(1));
    assertThat(families().end(family.owner(), family.session()))
        .isEqualTo(new RefreshFamilies.Ending(0));
  }

  @Test
  @DisplayName("FAM-24 a session without a family ends none")
  default void endsNothingUnknown() {
    RefreshFamily family = founded(Specimens.userId());
    assertThat(families().end(family.owner(), Specimens.sessionId()))
        .isEqualTo(new RefreshFamilies.Ending(0));
    assertThat(present(family, 0)).isInstanceOf(RefreshFamilies.Rotated.class);
  }

  @Test
  @DisplayName("FAM-25 the family of somebody else's session is not ended")
  default void endsNothingOfOthers() {
    RefreshFamily family = founded(Specimens.userId());
    assertThat(families().end(Specimens.userId(), family.session()))
        .isEqualTo(new RefreshFamilies.Ending(0));
    assertThat(present(family, 0)).isInstanceOf(RefreshFamilies.Rotated.class);
  }

  @Test
  @DisplayName("FAM-26 ending one session's family leaves the owner's others alone")
  default void endsOneOnly() {
    RefreshFamily one = founded(Specimens.userId());
    RefreshFamily other = founded(one.owner());
    var _ = families().end(one.owner(), one.session());
    assertThat(present(other, 0)).isInstanceOf(RefreshFamilies.Rotated.class);
  }

  @Test
  @DisplayName("FAM-27 another view sees at once that a family ended")
  default void showsEndToOthers() {
    RefreshFamily family = founded(Specimens.userId());
    var _ = anotherView().rotate(new RefreshLink(family.id(), 0));
    var _ = families().end(family.owner(), family.session());
    assertThat(anotherView().rotate(new RefreshLink(family.id(), 1)))
        .isEqualTo(new RefreshFamilies.Gone());
  }

  @Test
  @DisplayName("FAM-28 ending all leaves the owner no family")
  default void endsAll() {
    UserId owner = Specimens.userId();
    RefreshFamily one = founded(owner);
    RefreshFamily two = founded(owner);
    var _ = families().endAll(owner);
    assertThat(present(one, 0)).isEqualTo(new RefreshFamilies.Gone());
    assertThat(present(two, 0)).isEqualTo(new RefreshFamilies.Gone());
  }

  @Test
  @DisplayName("FAM-29 ending all counts the families that it ends")
  default void countsAllEnded() {
    UserId owner = Specimens.userId();
    var _ = founded(owner);
    var _ = founded(owner);
    assertThat(families().endAll(owner)).isEqualTo(new RefreshFamilies.Ending(2));
    assertThat(families().endAll(owner)).isEqualTo(new RefreshFamilies.Ending(0));
  }

  @Test
  @DisplayName("FAM-30 ending all leaves the families of others alone")
  default void endsAllOfOneOwner() {
    RefreshFamily other = founded(Specimens.userId());
    RefreshFamily family = founded(Specimens.userId());
    var _ = families().endAll(family.owner());
    assertThat(present(other, 0)).isInstanceOf(RefreshFamilies.Rotated.class);
  }

  @Test
  @DisplayName("FAM-36 ending a session's family does not count it once it has expired")
  default void countsNoneThatExpired() {
    RefreshFamily family = founded(Specimens.userId());
    elapse(Duration.between(now(), family.endsAt()));
    assertThat(families().end(family.owner(), family.session()))
        .isEqualTo(new RefreshFamilies.Ending(0));
  }

  @Test
  @DisplayName("FAM-37 ending all counts the live families only")
  default void countsAllThatLive() {
    RefreshFamily expired = founded(Specimens.userId());
    elapse(Duration.between(now(), expired.endsAt()).minusMillis(1));
    var _ = founded(expired.owner());
    elapse(Duration.ofMillis(1));
    assertThat(families().endAll(expired.owner())).isEqualTo(new RefreshFamilies.Ending(1));
  }

  @Test
  @DisplayName("FAM-31 no rotation that is still on its way brings an ended family back")
  default void rotationsBringNothingBack() {
    RefreshFamilies other = anotherView();
    Race.repeat(
        rounds(),
        () -> {
          RefreshFamily family = founded(Specimens.userId());
          RefreshLink newest = new RefreshLink(family.id(), 0);
          var _ =
              Race.run(
                  4,
                  number ->
                      number == 0
                          ? families().end(family.owner(), family.session())
                          : other.rotate(newest));
          assertThat(present(family, 0)).isEqualTo(new RefreshFamilies.Gone());
        });
  }
}
