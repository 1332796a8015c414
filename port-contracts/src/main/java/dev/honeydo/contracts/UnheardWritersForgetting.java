package dev.honeydo.contracts;

import static dev.honeydo.contracts.Specimens.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.UnheardWriters;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whoever has not entered for long is dead, and forgotten. */
interface UnheardWritersForgetting extends UnheardWritersSubject {

  @Test
  @DisplayName(
      "UNHEARD-18 who entered at the instant asked for is present, a millisecond before not")
  default void isPresentSince() {
    UUID before = UUID.randomUUID();
    UUID at = UUID.randomUUID();
    var _ = writers().enter(before, NOW.minusMillis(1));
    var _ = writers().enter(at, NOW);
    assertThat(writers().present(NOW)).containsExactly(at);
  }

  @Test
  @DisplayName("UNHEARD-19 whoever was taken for dead once is not present for an earlier instant")
  default void forgetsTheDead() {
    UUID dead = UUID.randomUUID();
    UUID alive = UUID.randomUUID();
    var _ = writers().enter(dead, NOW.minusSeconds(60));
    var _ = writers().enter(alive, NOW);
    var _ = writers().present(NOW.minusSeconds(59));
    assertThat(writers().present(NOW.minusSeconds(3_600))).containsExactly(alive);
  }

  @Test
  @DisplayName("UNHEARD-20 whoever was taken for dead was not noted when it leaves")
  default void theDeadDoNotLeave() {
    UUID dead = UUID.randomUUID();
    var _ = writers().enter(dead, NOW.minusSeconds(60));
    var _ = writers().present(NOW);
    assertThat(writers().leave(dead)).isEqualTo(new UnheardWriters.NotNoted());
  }

  @Test
  @DisplayName("UNHEARD-21 whoever was taken for dead is present again once it enters")
  default void theDeadComeBack() {
    UUID instance = UUID.randomUUID();
    var _ = writers().enter(instance, NOW.minusSeconds(60));
    var _ = writers().present(NOW);
    assertThat(writers().enter(instance, NOW.plusMillis(5))).isEqualTo(new UnheardWriters.Noted());
    assertThat(writers().present(NOW.plusMillis(5))).containsExactly(instance);
  }

  @Test
  @DisplayName("UNHEARD-22 whoever is taken for dead in one view is forgotten in another")
  default void forgetsTheDeadElsewhere() {
    UUID dead = UUID.randomUUID();
    var _ = writers().enter(dead, NOW.minusSeconds(60));
    assertThat(anotherView().present(NOW.minusSeconds(60))).containsExactly(dead);
    assertThat(writers().present(NOW)).isEmpty();
    assertThat(anotherView().present(NOW.minusSeconds(60))).isEmpty();
  }

  @Test
  @DisplayName("UNHEARD-23 of many that enter while others look each is present that is not dead")
  default void forgetsNobodyWhoEntersMeanwhile() {
    Race.repeat(
        rounds(),
        () -> {
          UUID instance = UUID.randomUUID();
          var _ = writers().enter(instance, NOW.minusMillis(1));
          var _ =
              Race.run(number -> {
                UnheardWriters view = number % 2 == 0 ? writers() : anotherView();
                return number == 0 ? view.enter(instance, NOW.plusMillis(1)) : view.present(NOW);
              });
          assertThat(writers().present(NOW)).contains(instance);
        });
  }
}
