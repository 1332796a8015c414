package dev.honeydo.application.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.health.MonitoredCapability.Capability;
import dev.honeydo.application.health.MonitoredCapability.Mode;
import dev.honeydo.application.health.MonitoredPart.Part;
import dev.honeydo.application.health.PartHealth.Status;
import dev.honeydo.application.port.HealthProbe;
import dev.honeydo.contracts.Race;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.reference.InMemoryHealthProbe;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class HealthQueriesTest {
  private static final List<String> OPERATIONS = List.of("ping", "insert", "find", "delete");

  private final TestClock clock = new TestClock();
  private final InMemoryHealthProbe probe = new InMemoryHealthProbe();
  private final InMemoryHealthProbe fast = new InMemoryHealthProbe();
  private final AtomicBoolean works = new AtomicBoolean(true);
  private final HealthQueries health =
      new HealthQueries(
          List.of(
              new MonitoredPart(Part.STORE, Optional.of("sqlite:honeydo.db"), Optional.of(probe)),
              new MonitoredPart(Part.MONGODB, Optional.of("mongodb://db"), Optional.of(fast)),
              MonitoredPart.unused(Part.REDIS)),
          List.of(
              new MonitoredCapability(Capability.TODOS, Mode.UNAVAILABLE, Part.STORE, () -> true),
              new MonitoredCapability(
                  Capability.RATE_LIMITS, Mode.PER_INSTANCE, Part.MONGODB, works::get),
              new MonitoredCapability(
                  Capability.EVENTS, Mode.THIS_INSTANCE_ONLY, Part.REDIS, () -> false)),
          clock);

  @Test
  void whileEverythingWorksNothingIsDegraded() {
    assertThat(health.degradations()).isEmpty();
  }

  @Test
  void whatMissesAPartIsDegradedFromWhenThatWasNoticedUntilItIsBack() {
    var _ = health.degradations();
    probe.setAvailable(false);
    clock.elapse(Duration.ofSeconds(1));
    Degradation first = new Degradation(Capability.TODOS, clock.instant(), Mode.UNAVAILABLE);
    assertThat(health.degradations()).containsExactly(first);
    clock.elapse(Duration.ofMinutes(5));
    assertThat(health.degradations()).containsExactly(first);

    probe.setAvailable(true);
    clock.elapse(Duration.ofSeconds(1));
    assertThat(health.degradations()).isEmpty();

    probe.setAvailable(false);
    clock.elapse(Duration.ofSeconds(1));
    assertThat(health.degradations())
        .containsExactly(new Degradation(Capability.TODOS, clock.instant(), Mode.UNAVAILABLE));
  }

  @Test
  void whatDoesNotWorkThoughItsPartDoesIsDegraded() {
    works.set(false);
    assertThat(health.degradations())
        .containsExactly(
            new Degradation(Capability.RATE_LIMITS, clock.instant(), Mode.PER_INSTANCE));
    works.set(true);
    assertThat(health.degradations()).isEmpty();
  }

  @Test
  void partsWithOneProbeAreTriedTogether() {
    HealthQueries twice =
        new HealthQueries(
            List.of(
                new MonitoredPart(Part.MONGODB, Optional.of("mongodb://db"), Optional.of(probe)),
                new MonitoredPart(Part.STORE, Optional.of("mongodb://db"), Optional.of(probe))),
            List.of(),
            clock);
    assertThat(twice.parts()).extracting(PartHealth::status).containsOnly(Status.HEALTHY);
    assertThat(twice.parts()).hasSize(2);
    assertThat(probe.trials()).isOne();
  }

  @Test
  void aPartThatWorksIsHealthy() {
    assertThat(health.part(Part.STORE))
        .contains(
            new PartHealth(
                Part.STORE,
                Status.HEALTHY,
                Optional.of("sqlite:honeydo.db"),
                OPERATIONS,
                Duration.ZERO));
    assertThat(health.part(Part.STORE).map(PartHealth::operations)).contains(OPERATIONS);
  }

  @Test
  void aPartThatFailsIsUnhealthy() {
    probe.setAvailable(false);
    assertThat(health.part(Part.STORE))
        .contains(
            new PartHealth(
                Part.STORE,
                Status.UNHEALTHY,
                Optional.of("sqlite:honeydo.db"),
                List.of(),
                Duration.ZERO));
  }

  @Test
  void aPartThatIsNotInUseIsDisabled() {
    assertThat(health.part(Part.REDIS))
        .contains(
            new PartHealth(
                Part.REDIS, Status.DISABLED, Optional.empty(), List.of(), Duration.ZERO));
  }

  @Test
  void aPartThatNobodyToldItOfIsAbsent() {
    HealthQueries nothing = new HealthQueries(List.of(), List.of(), clock);
    assertThat(nothing.part(Part.MONGODB)).isEmpty();
  }

  @Test
  void allPartsAreReportedInTheirOrder() {
    assertThat(health.parts())
        .extracting(PartHealth::part)
        .containsExactly(Part.STORE, Part.MONGODB, Part.REDIS);
  }

  @Test
  void aPartIsNotTriedAgainWithinASecond() {
    var _ = health.part(Part.STORE);
    probe.setAvailable(false);
    clock.elapse(HealthQueries.FRESHNESS.minusMillis(1));
    assertThat(health.part(Part.STORE).map(PartHealth::status)).contains(Status.HEALTHY);
    assertThat(health.parts()).extracting(PartHealth::status).contains(Status.HEALTHY);
    assertThat(probe.trials()).isOne();
  }

  @Test
  void aPartIsTriedAgainAfterASecond() {
    var _ = health.part(Part.STORE);
    probe.setAvailable(false);
    clock.elapse(HealthQueries.FRESHNESS);
    assertThat(health.part(Part.STORE).map(PartHealth::status)).contains(Status.UNHEALTHY);
    assertThat(probe.trials()).isEqualTo(2);
  }

  @Test
  void aPartRecovers() {
    probe.setAvailable(false);
    var _ = health.part(Part.STORE);
    probe.setAvailable(true);
    clock.elapse(HealthQueries.FRESHNESS);
    assertThat(health.part(Part.STORE).map(PartHealth::status)).contains(Status.HEALTHY);
  }

  @Test
  void aClockThatGoesBackDoesNotMakeAnOldAnswerFresh() {
    var _ = health.part(Part.STORE);
    clock.elapse(Duration.ofHours(-1));
    var _ = health.part(Part.STORE);
    assertThat(probe.trials()).isEqualTo(2);
  }

  @Test
  void howLongATrialTookIsReported() {
    HealthProbe slow =
        () -> {
          clock.elapse(Duration.ofMillis(250));
          return new HealthProbe.Passed(List.of("ping"));
        };
    HealthQueries queries =
        new HealthQueries(
            List.of(new MonitoredPart(Part.MONGODB, Optional.empty(), Optional.of(slow))),
            List.of(),
            clock);
    assertThat(queries.part(Part.MONGODB).map(PartHealth::latency))
        .contains(Duration.ofMillis(250));
  }

  @Test
  void whoeverAsksAtOnceCausesOneTrial() {
    assertThat(Race.run(_ -> health.part(Part.STORE).map(PartHealth::status)))
        .containsOnly(Optional.of(Status.HEALTHY));
    assertThat(probe.trials()).isOne();
  }
}
