package dev.honeydo.contracts;

import static dev.honeydo.contracts.Specimens.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.UnheardWriters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whoever has entered is present, for everybody. */
interface UnheardWritersEntering extends UnheardWritersSubject {

  @Test
  @DisplayName("UNHEARD-1 nobody is present who has not entered")
  default void nobodyIsPresentAtFirst() {
    assertThat(writers().present(NOW)).isEmpty();
  }

  @Test
  @DisplayName("UNHEARD-2 who has entered is present")
  default void isPresentOnceEntered() {
    UUID instance = UUID.randomUUID();
    assertThat(writers().enter(instance, NOW)).isEqualTo(new UnheardWriters.Noted());
    assertThat(writers().present(NOW)).containsExactly(instance);
  }

  @Test
  @DisplayName("UNHEARD-3 who enters again is present once, as of the later instant")
  default void entersAgainLater() {
    UUID instance = UUID.randomUUID();
    var _ = writers().enter(instance, NOW);
    assertThat(writers().enter(instance, NOW.plusMillis(1))).isEqualTo(new UnheardWriters.Noted());
    assertThat(writers().present(NOW.plusMillis(1))).containsExactly(instance);
  }

  @Test
  @DisplayName("UNHEARD-4 an earlier instant does not take the place of a later one")
  default void keepsTheLaterInstant() {
    UUID instance = UUID.randomUUID();
    var _ = writers().enter(instance, NOW);
    assertThat(writers().enter(instance, NOW.minusMillis(1))).isEqualTo(new UnheardWriters.Noted());
    assertThat(writers().present(NOW)).containsExactly(instance);
  }

  @Test
  @DisplayName("UNHEARD-5 those present are in the order of their ids as text, whoever came first")
  default void presentIsSorted() {
    List<UUID> instances = new ArrayList<>();
    for (int number = 0; number < 8; number++) {
      UUID instance = idWithFirstBit(number % 2 == 0);
      instances.add(instance);
      var _ = writers().enter(instance, NOW.plusMillis(number % 3));
    }
    instances.sort(Comparator.comparing(UUID::toString));
    assertThat(writers().present(NOW)).containsExactlyElementsOf(instances);
  }

  @Test
  @DisplayName(
      "UNHEARD-6 another view sees at once who has entered, and this one who entered there")
  default void isPresentElsewhere() {
    UUID here = UUID.randomUUID();
    UUID there = UUID.randomUUID();
    var _ = writers().enter(here, NOW);
    assertThat(anotherView().present(NOW)).containsExactly(here);
    var _ = anotherView().enter(there, NOW);
    assertThat(writers().present(NOW)).containsExactlyInAnyOrder(here, there);
  }

  @Test
  @DisplayName("UNHEARD-7 all who have entered are present when all was closed and is opened again")
  default void isPresentOnceReopened() {
    UUID one = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    var _ = writers().enter(one, NOW.plusMillis(7));
    var _ = writers().enter(other, NOW.plusMillis(8));
    assertThat(reopened().present(NOW.plusMillis(7))).containsExactlyInAnyOrder(one, other);
  }

  @Test
  @DisplayName("UNHEARD-8 of many that enter at once each is present")
  default void manyEnterAtOnce() {
    List<UUID> entered = new CopyOnWriteArrayList<>();
    Race.repeat(
        rounds(),
        () ->
            entered.addAll(
                Race.run(number -> {
                  UUID instance = UUID.randomUUID();
                  var _ = (number % 2 == 0 ? writers() : anotherView()).enter(instance, NOW);
                  return instance;
                })));
    assertThat(writers().present(NOW)).containsExactlyInAnyOrderElementsOf(entered);
  }

  @Test
  @DisplayName("UNHEARD-9 of many instants at which one enters at once the latest is kept")
  default void keepsTheLatestOfMany() {
    Race.repeat(
        rounds(),
        () -> {
          UUID instance = UUID.randomUUID();
          var _ =
              Race.run(number ->
                  (number % 2 == 0 ? writers() : anotherView())
                      .enter(instance, NOW.plusMillis(number)));
          assertThat(writers().present(NOW.plusMillis(Race.CONTENDERS - 1L)))
              .containsExactly(instance);
          assertThat(writers().leave(instance)).isEqualTo(new UnheardWriters.Left());
        });
  }

  private static UUID idWithFirstBit(boolean set) {
    UUID random = UUID.randomUUID();
    long rest = random.getMostSignificantBits() & Long.MAX_VALUE;
    return new UUID(set ? rest | Long.MIN_VALUE : rest, random.getLeastSignificantBits());
  }
}
