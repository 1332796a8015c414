package dev.honeydo.examples.h2;

import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.contracts.RevokedTokensContract;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;

final class H2RevokedTokensTest implements RevokedTokensContract {
  @AutoClose private final H2Stores stores;

  H2RevokedTokensTest(@TempDir Path directory) {
    stores = new H2Stores(directory);
  }

  @Override
  public RevokedTokens revokedTokens() {
    return stores.one().revokedTokens();
  }

  @Override
  public RevokedTokens anotherView() {
    return stores.another().revokedTokens();
  }

  @Override
  public RevokedTokens unreachable() {
    return stores.closed().revokedTokens();
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
