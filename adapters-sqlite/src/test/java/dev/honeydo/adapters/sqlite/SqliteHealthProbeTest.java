package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.HealthProbe;
import dev.honeydo.contracts.HealthProbeContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteHealthProbeTest implements HealthProbeContract {
  @RegisterExtension final Installation record = new Installation();

  @Override
  public HealthProbe probe() {
    return record.adapters().healthProbe();
  }

  @Override
  public HealthProbe unreachable() {
    return record.unreachable().healthProbe();
  }
}
