package dev.honeydo.contracts;

import dev.honeydo.application.port.RecordStore;
import dev.honeydo.contracts.reference.InMemoryRecordStore;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract over a double; it is run by {@link WrongDoublesTest} alone. */
@ExtendWith(DefectParameter.class)
final class RecordStoreOfADouble implements RecordStoreContract {
  private final TestClock clock = new TestClock();
  private final WrongDouble<RecordStore> wrong;

  RecordStoreOfADouble(String defect) {
    this.wrong = WrongDouble.named(defect, WrongRecordStores.ALL);
  }

  @Override
  public RecordStore open() {
    return wrong.of(new InMemoryRecordStore(clock), clock);
  }
}
