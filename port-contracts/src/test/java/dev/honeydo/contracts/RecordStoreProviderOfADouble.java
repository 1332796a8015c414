package dev.honeydo.contracts;

import dev.honeydo.application.port.RecordStoreProvider;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract over a double; it is run by {@link WrongDoublesTest} alone. */
@ExtendWith(DefectParameter.class)
final class RecordStoreProviderOfADouble implements RecordStoreProviderContract {
  private final RecordStoreProvider provider;

  RecordStoreProviderOfADouble(String defect) {
    this.provider =
        WrongDouble.named(defect, WrongRecordStoreProviders.ALL)
            .of(new InMemoryRecordStoreProvider());
  }

  @Override
  public RecordStoreProvider provider() {
    return provider;
  }

  @Override
  public String uri() {
    return "memory:one";
  }

  @Override
  public String malformed(String secret) {
    return "memory:one;" + secret;
  }

  @Override
  public String refused() {
    return "memory:locked";
  }
}
