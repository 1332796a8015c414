package dev.honeydo.contracts;

import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.RecordStore;
import dev.honeydo.application.port.RecordStoreProvider;
import dev.honeydo.contracts.reference.InMemoryRecordStore;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Stores in memory by their URI, which outlive their closing but not the provider. */
public final class InMemoryRecordStoreProvider implements RecordStoreProvider {
  private final Map<String, InMemoryRecordStore> stores = new HashMap<>();

  /** For the service loader. */
  public InMemoryRecordStoreProvider() {}

  @Override
  public String scheme() {
    return "memory";
  }

  @Override
  public synchronized RecordStore open(String uri, InstantSource clock) {
    if (uri.contains(";")) {
      throw new IllegalArgumentException("malformed: it must be memory: and a name");
    }
    if (uri.endsWith(":locked")) {
      throw new PortUnavailable("RecordStore", "open", new IOException("it is locked"));
    }
    InMemoryRecordStore store = stores.computeIfAbsent(uri, _ -> new InMemoryRecordStore(clock));
    store.users().setAvailable(true);
    store.todos().setAvailable(true);
    store.sessions().setAvailable(true);
    store.refreshFamilies().setAvailable(true);
    store.revokedTokens().setAvailable(true);
    store.jobRuns().setAvailable(true);
    store.healthProbe().setAvailable(true);
    return store;
  }
}
