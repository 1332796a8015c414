package dev.honeydo.examples.h2;

import dev.honeydo.application.port.UnheardWriters;
import dev.honeydo.contracts.UnheardWritersContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;

final class H2UnheardWritersTest implements UnheardWritersContract {
  @AutoClose private final H2Stores stores;

  H2UnheardWritersTest(@TempDir Path directory) {
    stores = new H2Stores(directory);
  }

  @Override
  public UnheardWriters writers() {
    return stores.one().unheardWriters();
  }

  @Override
  public UnheardWriters anotherView() {
    return stores.another().unheardWriters();
  }

  @Override
  public UnheardWriters reopened() {
    return stores.reopened().unheardWriters();
  }

  @Override
  public UnheardWriters unreachable() {
    return stores.closed().unheardWriters();
  }
}
