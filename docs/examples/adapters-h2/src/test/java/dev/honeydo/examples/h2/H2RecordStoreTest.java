package dev.honeydo.examples.h2;

import dev.honeydo.application.port.RecordStore;
import dev.honeydo.contracts.RecordStoreContract;
import dev.honeydo.contracts.TestClock;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class H2RecordStoreTest implements RecordStoreContract {
  @TempDir Path directory;

  @Override
  public RecordStore open() {
    return new H2RecordStoreProvider().open("h2:" + directory.resolve("record"), new TestClock());
  }
}
