package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.domain.auth.FamilyId;
import dev.honeydo.domain.auth.RefreshFamily;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A family is found while it is live, as it is then. */
interface RefreshFamiliesFinding extends RefreshFamiliesSubject {

  @Test
  @DisplayName("FAM-53 a family is found as it is, before and after it has rotated")
  default void findsAsItIs() {
    RefreshFamily family = founded(Specimens.userId());
    assertThat(families().find(family.id())).contains(family);
    elapse(Duration.ofMinutes(5));
    RefreshFamily rotated = family.rotated(now());
    assertThat(present(family, 0)).isEqualTo(new RefreshFamilies.Rotated(rotated));
    assertThat(families().find(family.id())).contains(rotated);
    assertThat(anotherView().find(family.id())).contains(rotated);
  }

  @Test
  @DisplayName("FAM-54 a family is found until the moment at which it ends")
  default void findsUntilTheEnd() {
    RefreshFamily family = founded(Specimens.userId());
    elapse(Duration.between(now(), family.endsAt()).minusMillis(1));
    assertThat(families().find(family.id())).contains(family);
    elapse(Duration.ofMillis(1));
    assertThat(families().find(family.id())).isEmpty();
  }

  @Test
  @DisplayName("FAM-55 a family that was ended, or that there never was, is not found")
  default void findsNothingElse() {
    RefreshFamily family = founded(Specimens.userId());
    assertThat(families().end(family.owner(), family.session()).count()).isOne();
    assertThat(families().find(family.id())).isEmpty();
    assertThat(families().find(new FamilyId(UUID.randomUUID()))).isEmpty();
  }
}
