package dev.honeydo.bootstrap;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.honeydo.bootstrap.DiskLoad.Sample;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The embedded record on a disk that fills while clients are at work, until there is room again.
 */
class DiskFullTest {
  /** By how much a machine that is busy with other things may be slower. */
  private static final int FACTOR = Integer.getInteger("honeydo.faults.factor", 3);

  private static final long WORST_MILLIS = 1_000;
  private static final Duration RECOVERY = Duration.ofSeconds(5);
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int REFUSALS = 20;
  private static final String REFUSED = "503 dependency_unavailable";

  /** A repeated create may find the claim of the attempt before it, which could not be let go. */
  private static final Map<String, Set<String>> EXPECTED =
      Map.of(
          "read", Set.of("200"),
          "create", Set.of("201", REFUSED, "409 idempotency_in_progress"),
          "edit", Set.of("200", REFUSED),
          "register", Set.of("201", REFUSED),
          "login", Set.of("200", REFUSED),
          "logout", Set.of("204", REFUSED));

  private static final Set<String> WRITES = Set.of("create", "edit", "register", "login", "logout");

  @Test
  @Timeout(120)
  void aFullDiskRefusesWritesAloneAndRoomIsAllThatItTakes(@TempDir Path directory) {
    Optional<TinyDisk> tiny = TinyDisk.below(directory);
    assumeThat(tiny)
        .as("a tiny disk: -Dhoneydo.disk.tiny names one, or root may mount one in memory")
        .isPresent();
    try (TinyDisk disk = tiny.orElseThrow();
        RunningRecord running = RunningRecord.configured(disk.directory(), Map.of())) {
      DiskLoad load = new DiskLoad(running.api());
      Duration recovery;
      try (load) {
        load.begin();
        recovery = fillAndMakeRoom(disk, running, load);
      }
      tell(load, recovery);
      outcomes(load)
          .forEach((what, seen) -> assertThat(EXPECTED.get(what)).containsAll(seen.keySet()));
      assertThat(load.samples()).filteredOn(Sample::isRefused).allMatch(Sample::saysWhen);
      assertThat(worst(load)).isLessThan(FACTOR * WORST_MILLIS);
      assertThat(recovery).isLessThan(RECOVERY.multipliedBy(FACTOR));
      assertThat(load.violations(running.api())).isEmpty();
      // Claims of attempts that were cut off end by themselves.
      running.elapse(Duration.ofSeconds(10));
      Await.until(SOON, () -> load.repeat() == 0);
      assertThat(load.violations(running.api())).isEmpty();
      running.restart();
      assertThat(load.violations(running.api())).isEmpty();
    }
  }

  /** How long it took, with room again, until everything was written that had been refused. */
  private static Duration fillAndMakeRoom(TinyDisk disk, RunningRecord running, DiskLoad load) {
    Await.until(SOON, () -> load.samples().stream().filter(Sample::isRefused).count() > REFUSALS);
    long full = System.nanoTime();
    // So that reading by a session has something to write down.
    running.elapse(Duration.ofMinutes(2));
    Await.until(SOON, () -> after(full, load, "503").equals(WRITES));
    assertThat(running.api().get("/readyz").status()).isEqualTo(200);
    Await.until(SOON, () -> running.api().get("/api/health").status() == 503);
    long freed = System.nanoTime();
    disk.makeRoom();
    Await.until(SOON, () -> after(freed, load, "2").containsAll(WRITES));
    Duration recovery = Duration.ofNanos(System.nanoTime() - freed);
    Await.until(SOON, () -> running.api().get("/api/health").status() == 200);
    return recovery;
  }

  /** What was begun after that moment and answered so. */
  private static Set<String> after(long moment, DiskLoad load, String outcome) {
    return load.samples().stream()
        .filter(it -> it.begun() > moment && it.outcome().startsWith(outcome))
        .map(Sample::what)
        .collect(Collectors.toSet());
  }

  private static void tell(DiskLoad load, Duration recovery) {
    System.out.println(
        "[honeydo] a full disk: "
            + load.acknowledged()
            + " created, writes again after "
            + recovery.toMillis()
            + " ms, worst "
            + worst(load)
            + " ms, "
            + outcomes(load));
  }

  private static long worst(DiskLoad load) {
    return load.samples().stream().mapToLong(Sample::millis).max().orElseThrow();
  }

  private static Map<String, Map<String, Long>> outcomes(DiskLoad load) {
    return load.samples().stream()
        .collect(
            groupingBy(
                Sample::what,
                TreeMap::new,
                groupingBy(Sample::outcome, TreeMap::new, Collectors.counting())));
  }
}
