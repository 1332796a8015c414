package dev.honeydo.adapters.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Ids;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TimeOrderedIdsTest {
  private static final Instant NOW = Instant.parse("2026-11-20T20:07:03.120Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final Ids ids = new TimeOrderedIds(now::get, new SecureRandom());

  @Test
  void anIdIsAUuidOfVersion7ThatTellsItsTime() {
    for (int i = 0; i < 1000; i++) {
      now.set(NOW.plusMillis(i));
      UUID id = ids.next();

      assertThat(id.version()).isEqualTo(7);
      assertThat(id.variant()).isEqualTo(2);
      assertThat(millis(id)).isEqualTo(NOW.toEpochMilli() + i);
    }
  }

  @Test
  void idsRiseWhileTheClockStands() {
    List<UUID> made = next(200_000);

    assertStrictlyRising(made);
    assertThat(millis(made.getLast()) - NOW.toEpochMilli()).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0.001S", "PT0.999S", "PT1S", "PT1.001S", "PT1H", "P400D"})
  void idsRiseWhenTheClockIsSetBack(Duration back) {
    List<UUID> made = next(1000);
    now.set(NOW.minus(back));
    made.addAll(next(1000));
    now.set(NOW.minus(back).plusMillis(1));
    made.addAll(next(1000));
    now.set(NOW.plusMillis(5));
    made.addAll(next(1000));

    assertStrictlyRising(made);
    assertThat(millis(made.getLast())).isEqualTo(NOW.plusMillis(5).toEpochMilli());
  }

  @Test
  void idsRiseWhileTheClockWanders() {
    SecureRandom random = new SecureRandom();
    List<UUID> made = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      now.set(NOW.plusNanos(random.nextLong(-5_000_000_000L, 5_000_000_000L)));
      made.add(ids.next());
    }

    assertStrictlyRising(made);
  }

  @Test
  void aMillionIdsOfEightThreadsAreUniqueAndRiseInEach() throws Exception {
    int perThread = 125_000;
    Ids real = new TimeOrderedIds(InstantSource.system(), new SecureRandom());
    UUID[] all = new UUID[8 * perThread];
    Callable<UUID[]> making =
        () -> {
          UUID[] made = new UUID[perThread];
          Arrays.setAll(made, _ -> real.next());
          return made;
        };
    try (var threads = Executors.newFixedThreadPool(8)) {
      int from = 0;
      for (Future<UUID[]> made :
          threads.invokeAll(
              List.of(making, making, making, making, making, making, making, making))) {
        assertStrictlyRising(Arrays.asList(made.get()));
        System.arraycopy(made.get(), 0, all, from, perThread);
        from += perThread;
      }
    }

    Arrays.parallelSort(all);
    assertStrictlyRising(Arrays.asList(all));
  }

  private List<UUID> next(int count) {
    List<UUID> made = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      made.add(ids.next());
    }
    return made;
  }

  /** By the order of their text too, which is how SQLite and MongoDB sort them. */
  private static void assertStrictlyRising(List<UUID> made) {
    for (int i = 1; i < made.size(); i++) {
      UUID before = made.get(i - 1);
      UUID after = made.get(i);
      if (before.compareTo(after) >= 0 || before.toString().compareTo(after.toString()) >= 0) {
        throw new AssertionError(after + " does not come after " + before);
      }
    }
  }

  private static long millis(UUID id) {
    return id.getMostSignificantBits() >>> 16;
  }
}
