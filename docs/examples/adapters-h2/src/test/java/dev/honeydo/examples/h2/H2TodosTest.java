package dev.honeydo.examples.h2;

import dev.honeydo.application.port.Todos;
import dev.honeydo.contracts.TodosContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;

final class H2TodosTest implements TodosContract {
  @AutoClose private final H2Stores stores;

  H2TodosTest(@TempDir Path directory) {
    stores = new H2Stores(directory);
  }

  @Override
  public Todos todos() {
    return stores.one().todos();
  }

  @Override
  public Todos anotherView() {
    return stores.another().todos();
  }

  @Override
  public Todos unreachable() {
    return stores.closed().todos();
  }
}
