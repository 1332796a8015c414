package dev.honeydo.contracts;

import static dev.honeydo.contracts.Specimens.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.UnheardWriters;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whoever has left is present no more, for nobody. */
interface UnheardWritersLeaving extends UnheardWritersSubject {

  @Test
  @DisplayName("UNHEARD-10 who has left is not present, others are")
  default void isAbsentOnceLeft() {
    UUID gone = UUID.randomUUID();
    UUID left = UUID.randomUUID();
    var _ = writers().enter(gone, NOW);
    var _ = writers().enter(left, NOW);
    assertThat(writers().leave(gone)).isEqualTo(new UnheardWriters.Left());
    assertThat(writers().present(NOW)).containsExactly(left);
  }

  @Test
  @DisplayName("UNHEARD-11 who has not entered was not noted")
  default void leavesWithoutEntering() {
    var _ = writers().enter(UUID.randomUUID(), NOW);
    assertThat(writers().leave(UUID.randomUUID())).isEqualTo(new UnheardWriters.NotNoted());
  }

  @Test
  @DisplayName("UNHEARD-12 who leaves again was not noted any more")
  default void leavesTwice() {
    UUID instance = UUID.randomUUID();
    var _ = writers().enter(instance, NOW);
    var _ = writers().leave(instance);
    assertThat(writers().leave(instance)).isEqualTo(new UnheardWriters.NotNoted());
  }

  @Test
  @DisplayName("UNHEARD-13 who left is present again once it enters, though at an earlier instant")
  default void entersAgainOnceLeft() {
    UUID instance = UUID.randomUUID();
    var _ = writers().enter(instance, NOW);
    var _ = writers().leave(instance);
    var _ = writers().enter(instance, NOW.minusMillis(1));
    assertThat(writers().present(NOW.minusMillis(1))).containsExactly(instance);
    assertThat(writers().present(NOW)).isEmpty();
  }

  @Test
  @DisplayName("UNHEARD-14 who has left here is not present elsewhere")
  default void isAbsentElsewhere() {
    UUID instance = UUID.randomUUID();
    var _ = writers().enter(instance, NOW);
    assertThat(anotherView().present(NOW)).containsExactly(instance);
    assertThat(writers().leave(instance)).isEqualTo(new UnheardWriters.Left());
    assertThat(anotherView().present(NOW)).isEmpty();
  }

  @Test
  @DisplayName("UNHEARD-15 who has left is not present when all was closed and is opened again")
  default void isAbsentOnceReopened() {
    UUID stays = UUID.randomUUID();
    UUID instance = UUID.randomUUID();
    var _ = writers().enter(stays, NOW);
    var _ = writers().enter(instance, NOW);
    var _ = writers().leave(instance);
    assertThat(reopened().present(NOW)).containsExactly(stays);
  }

  @Test
  @DisplayName("UNHEARD-16 of many that leave for one instance at once one has left")
  default void leavesOnceAtOnce() {
    Race.repeat(
        rounds(),
        () -> {
          UUID instance = UUID.randomUUID();
          var _ = writers().enter(instance, NOW);
          List<UnheardWriters.Departure> departures =
              Race.run(number -> (number % 2 == 0 ? writers() : anotherView()).leave(instance));
          assertThat(departures).filteredOn(UnheardWriters.Left.class::isInstance).hasSize(1);
        });
  }

  @Test
  @DisplayName("UNHEARD-17 of many that enter and leave at once those are present that stayed")
  default void manyComeAndGoAtOnce() {
    Race.repeat(
        rounds(),
        () -> {
          List<UUID> instances =
              Race.run(number -> {
                UnheardWriters view = number % 2 == 0 ? writers() : anotherView();
                UUID instance = UUID.randomUUID();
                var _ = view.enter(instance, NOW);
                assertThat(view.present(NOW)).contains(instance);
                if (number % 4 < 2) {
                  assertThat(view.leave(instance)).isEqualTo(new UnheardWriters.Left());
                  assertThat(view.present(NOW)).doesNotContain(instance);
                }
                return instance;
              });
          List<UUID> present = writers().present(NOW);
          for (int number = 0; number < instances.size(); number++) {
            assertThat(present.contains(instances.get(number))).isEqualTo(number % 4 >= 2);
          }
        });
  }
}
