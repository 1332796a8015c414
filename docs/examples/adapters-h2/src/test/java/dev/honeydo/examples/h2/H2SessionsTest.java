package dev.honeydo.examples.h2;

import dev.honeydo.application.port.Sessions;
import dev.honeydo.contracts.SessionsContract;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;

final class H2SessionsTest implements SessionsContract {
  @AutoClose private final H2Stores stores;

  H2SessionsTest(@TempDir Path directory) {
    stores = new H2Stores(directory);
  }

  @Override
  public Sessions sessions() {
    return stores.one().sessions();
  }

  @Override
  public Sessions anotherView() {
    return stores.another().sessions();
  }

  @Override
  public Sessions unreachable() {
    return stores.closed().sessions();
  }

  @Override
  public InstantSource clock() {
    return stores.clock();
  }

  @Override
  public void elapse(Duration time) {
    stores.clock().elapse(time);
  }
}
