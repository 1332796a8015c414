package dev.honeydo.application.health;

import dev.honeydo.application.port.HealthProbe;
import dev.honeydo.application.port.PortUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.IdentityHashMap;
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
  private final List<Watch> watches;

  /**
   * Wires the queries; {@code parts} and {@code capabilities} are reported in their order. Parts
   * that have one probe between them are tried together.
   */
  public HealthQueries(
      List<MonitoredPart> parts, List<MonitoredCapability> capabilities, InstantSource clock) {
    IdentityHashMap<HealthProbe, Trials> trials = new IdentityHashMap<>();
    this.monitors =
        parts.stream()
            .map(part ->
                new Monitor(
                    part,
                    part.probe()
                        .map(probe -> trials.computeIfAbsent(probe, it -> new Trials(it, clock)))))
            .toList();
    this.watches = capabilities.stream().map(it -> new Watch(it, clock)).toList();
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

  /**
   * What is not done as it should be. Since when is known as well as this is asked often: whoever
   * asks once a second learns of it within two.
   */
  public List<Degradation> degradations() {
    return watches.stream()
        .map(it -> it.look(misses(it.watched)))
        .flatMap(Optional::stream)
        .toList();
  }

  private boolean misses(MonitoredCapability capability) {
    Optional<PartHealth.Status> status = part(capability.needs()).map(PartHealth::status);
    return status.filter(it -> it == PartHealth.Status.UNHEALTHY).isPresent()
        || (status.filter(it -> it == PartHealth.Status.HEALTHY).isPresent()
            && !capability.works().getAsBoolean());
  }

  /** Remembers since when a capability has been missing something. */
  private static final class Watch {
    private final MonitoredCapability watched;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Degradation> last = Optional.empty();

    Watch(MonitoredCapability watched, InstantSource clock) {
      this.watched = watched;
      this.clock = clock;
    }

    Optional<Degradation> look(boolean missing) {
      lock.lock();
      try {
        last =
            missing
                ? last.or(() ->
                    Optional.of(
                        new Degradation(watched.capability(), clock.instant(), watched.mode())))
                : Optional.empty();
        return last;
      } finally {
        lock.unlock();
      }
    }
  }

  /** How one part is reported. */
  private record Monitor(MonitoredPart watched, Optional<Trials> trials) {
    PartHealth health() {
      Trial trial = trials.map(Trials::latest).orElse(Trial.NONE);
      return new PartHealth(
          watched.part(), trial.status(), watched.url(), trial.operations(), trial.latency());
    }
  }

  /** Remembers how the last trial went, and tries again when that is too long ago. */
  private static final class Trials {
    private final HealthProbe probe;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Trial> last = Optional.empty();

    Trials(HealthProbe probe, InstantSource clock) {
      this.probe = probe;
      this.clock = clock;
    }

    Trial latest() {
      lock.lock();
      try {
        Trial trial = last.filter(it -> it.isFreshAt(clock.instant())).orElseGet(this::tried);
        last = Optional.of(trial);
        return trial;
      } finally {
        lock.unlock();
      }
    }

    private Trial tried() {
      Instant start = clock.instant();
      List<String> operations = List.of();
      PartHealth.Status status;
      try {
        operations = probe.probe().operations();
        status = PartHealth.Status.HEALTHY;
      } catch (PortUnavailable down) {
        status = PartHealth.Status.UNHEALTHY;
      }
      Instant end = clock.instant();
      return new Trial(status, operations, Duration.between(start, end), end);
    }
  }

  private record Trial(
      PartHealth.Status status, List<String> operations, Duration latency, Instant at) {
    /** Of a part that is not in use. */
    static final Trial NONE =
        new Trial(PartHealth.Status.DISABLED, List.of(), Duration.ZERO, Instant.MIN);

    boolean isFreshAt(Instant now) {
      return now.isBefore(at.plus(FRESHNESS)) && !now.isBefore(at);
    }
  }
}
