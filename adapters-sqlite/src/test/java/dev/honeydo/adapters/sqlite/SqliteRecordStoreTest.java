package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.RecordStore;
import dev.honeydo.contracts.RecordStoreContract;
import dev.honeydo.contracts.TestClock;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteRecordStoreTest implements RecordStoreContract {
  @TempDir Path directory;

  @Override
  public RecordStore open() {
    return SqliteAdapters.open(directory, new TestClock());
  }
}
