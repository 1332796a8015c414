package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.HealthProbe;
import dev.honeydo.contracts.HealthProbeContract;

final class InMemoryHealthProbeTest implements HealthProbeContract {
  private final InMemoryHealthProbe probe = new InMemoryHealthProbe();

  @Override
  public HealthProbe probe() {
    return probe;
  }

  @Override
  public HealthProbe unreachable() {
    InMemoryHealthProbe gone = new InMemoryHealthProbe();
    gone.setAvailable(false);
    return gone;
  }
}
