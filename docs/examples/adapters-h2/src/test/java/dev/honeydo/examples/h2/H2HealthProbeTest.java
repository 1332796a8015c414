package dev.honeydo.examples.h2;

import dev.honeydo.application.port.HealthProbe;
import dev.honeydo.contracts.HealthProbeContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;

final class H2HealthProbeTest implements HealthProbeContract {
  @AutoClose private final H2Stores stores;

  H2HealthProbeTest(@TempDir Path directory) {
    stores = new H2Stores(directory);
  }

  @Override
  public HealthProbe probe() {
    return stores.one().healthProbe();
  }

  @Override
  public HealthProbe unreachable() {
    return stores.closed().healthProbe();
  }
}
