package dev.honeydo.application.health;

import dev.honeydo.application.port.HealthProbe;
import dev.honeydo.application.port.PortUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How this installation is.
 *
 * <p>Each part is tried once in {@link #FRESHNESS} at most, however often it is asked about: health
 * needs no login, so it must not be a way to keep a store busy.
 */
public final class HealthQueries {
  /** How old an answer can be. */
  public static final Duration FRESHNESS = Duration.ofSeconds(1);

  private final List<Monitor> monitors;

  /** Wires the queries; {@code parts} are reported in their order. */
  public HealthQueries(List<MonitoredPart> parts, InstantSource clock) {
    this.monitors = parts.stream().map(part -> new Monitor(part, clock)).toList();
  }

  /** The state of every part. */
  public List<PartHealth> parts() {
    return monitors.stream().map(Monitor::health).toList();
  }

  /** The state of one part, or empty where this installation does not know of it. */
  public Optional<PartHealth> part(MonitoredPart.Part part) {
    return monitors.stream()
        .filter(it -> it.watched.part() == part)
        .findFirst()
        .map(Monitor::health);
  }

  /** Remembers how one part was, and tries it again when that is too long ago. */
  private static final class Monitor {
    private final MonitoredPart watched;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Trial> last = Optional.empty();

    Monitor(MonitoredPart watched, InstantSource clock) {
      this.watched = watched;
      this.clock = clock;
    }

    PartHealth health() {
      lock.lock();
      try {
        Trial trial = last.filter(it -> it.isFreshAt(clock.instant())).orElseGet(this::tried);
        last = Optional.of(trial);
        return trial.health();
      } finally {
        lock.unlock();
      }
    }

    private Trial tried() {
      Instant start = clock.instant();
      if (watched.probe().isEmpty()) {
        return new Trial(health(PartHealth.Status.DISABLED, List.of(), Duration.ZERO), start);
      }
      List<String> operations = new ArrayList<>();
      PartHealth.Status status;
      try {
        HealthProbe.Passed passed = watched.probe().get().probe();
        operations.addAll(passed.operations());
        status = PartHealth.Status.HEALTHY;
      } catch (PortUnavailable down) {
        status = PartHealth.Status.UNHEALTHY;
      }
      Instant end = clock.instant();
      return new Trial(health(status, operations, Duration.between(start, end)), end);
    }

    private PartHealth health(PartHealth.Status status, List<String> operations, Duration latency) {
      return new PartHealth(watched.part(), status, watched.url(), operations, latency);
    }
  }

  private record Trial(PartHealth health, Instant at) {
    boolean isFreshAt(Instant now) {
      return now.isBefore(at.plus(FRESHNESS)) && !now.isBefore(at);
    }
  }
}
