package dev.honeydo.contracts;

import dev.honeydo.application.port.RecordStore;
import dev.honeydo.application.port.RecordStoreProvider;
import java.time.InstantSource;

/** A provider that the service loader finds, of a scheme that no URI can begin with. */
public final class ShoutingRecordStoreProvider implements RecordStoreProvider {
  private final RecordStoreProvider stores = new InMemoryRecordStoreProvider();

  /** For the service loader. */
  public ShoutingRecordStoreProvider() {}

  @Override
  public String scheme() {
    return "MEMORY";
  }

  @Override
  public RecordStore open(String uri, InstantSource clock) {
    return stores.open(uri, clock);
  }
}
