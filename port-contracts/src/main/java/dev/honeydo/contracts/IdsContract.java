package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Ids;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link Ids} must keep. */
public interface IdsContract {

  /** The adapter: the same one throughout a test. */
  Ids ids();

  /** What time it is for the adapter. It stands still but for {@link #elapse}. */
  InstantSource clock();

  /** Lets that much time pass for the adapter, without waiting; or turns its clock back. */
  void elapse(Duration time);

  @Test
  @DisplayName("ID-1 an id is a UUID of version 7 and of the variant of RFC 9562")
  default void makesVersion7() {
    assertThat(some(100))
        .allSatisfy(id -> {
          assertThat(id.version()).isEqualTo(7);
          assertThat(id.variant()).isEqualTo(2);
        });
  }

  @Test
  @DisplayName("ID-2 an id says when it was made, to the millisecond")
  default void carriesTheTime() {
    var _ = ids().next();
    elapse(Duration.ofSeconds(1));
    assertThat(ids().next().getMostSignificantBits() >>> 16).isEqualTo(clock().millis());
  }

  @Test
  @DisplayName("ID-3 each id is greater than the one before, though made in the same millisecond")
  default void growsWithinAMillisecond() {
    assertGrowing(some(10_000));
  }

  @Test
  @DisplayName("ID-4 ids grow with time")
  default void growsWithTime() {
    assertGrowing(
        IntStream.range(0, 100)
            .mapToObj(_ -> {
              elapse(Duration.ofMillis(1));
              return ids().next();
            })
            .toList());
  }

  @Test
  @DisplayName("ID-5 ids grow though the clock goes back by a millisecond")
  default void growsThoughTheClockStumbles() {
    List<UUID> before = some(10);
    elapse(Duration.ofMillis(-1));
    assertGrowing(Stream.concat(before.stream(), some(10).stream()).toList());
  }

  @Test
  @DisplayName("ID-6 ids grow though the clock goes back by an hour")
  default void growsThoughTheClockGoesBack() {
    List<UUID> before = some(10);
    elapse(Duration.ofHours(-1));
    assertGrowing(Stream.concat(before.stream(), some(10).stream()).toList());
  }

  @Test
  @DisplayName("ID-7 ids that are made at once are all different, and grow for each maker")
  default void growsForEachMaker() {
    List<List<UUID>> made = Race.run(_ -> some(500));
    assertThat(made.stream().flatMap(List::stream).distinct()).hasSize(Race.CONTENDERS * 500);
    assertThat(made).allSatisfy(IdsContract::assertGrowing);
  }

  private List<UUID> some(int count) {
    return IntStream.range(0, count).mapToObj(_ -> ids().next()).toList();
  }

  private static void assertGrowing(List<UUID> ids) {
    for (int number = 1; number < ids.size(); number++) {
      assertThat(ids.get(number).toString()).isGreaterThan(ids.get(number - 1).toString());
    }
  }
}
