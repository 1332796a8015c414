package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.RecordStore;
import dev.honeydo.contracts.RecordStoreContract;
import dev.honeydo.contracts.TestClock;

final class InMemoryRecordStoreTest implements RecordStoreContract {

  @Override
  public RecordStore open() {
    return new InMemoryRecordStore(new TestClock());
  }
}
