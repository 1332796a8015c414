package dev.honeydo.contracts;

import dev.honeydo.application.port.HealthProbe;
import dev.honeydo.contracts.reference.InMemoryHealthProbe;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract over a double; it is run by {@link WrongDoublesTest} alone. */
@ExtendWith(DefectParameter.class)
final class HealthProbeOfADouble implements HealthProbeContract {
  private final WrongDouble<HealthProbe> wrong;
  private final HealthProbe probe;

  HealthProbeOfADouble(String defect) {
    this.wrong = WrongDouble.named(defect, WrongHealthProbes.ALL);
    this.probe = wrong.of(new InMemoryHealthProbe());
  }

  @Override
  public HealthProbe probe() {
    return probe;
  }

  @Override
  public HealthProbe unreachable() {
    InMemoryHealthProbe gone = new InMemoryHealthProbe();
    gone.setAvailable(false);
    return wrong.of(gone);
  }
}
