package dev.honeydo.examples.h2;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.honeydo.application.port.RecordStoreProvider;
import dev.honeydo.contracts.RecordStoreProviderContract;
import dev.honeydo.contracts.TestClock;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class H2RecordStoreProviderTest implements RecordStoreProviderContract {
  @TempDir Path directory;

  @Override
  public RecordStoreProvider provider() {
    return new H2RecordStoreProvider();
  }

  @Override
  public String uri() {
    return "h2:" + directory.resolve("record");
  }

  @Override
  public String malformed(String secret) {
    return uri() + ";PASSWORD=" + secret;
  }

  /** The name is too long for a file. */
  @Override
  public String refused() {
    return "h2:" + directory.resolve("a".repeat(300));
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2:", "h2: ", "h2:a\0b"})
  void refusesWhatNamesNoFile(String uri) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> provider().open(uri, new TestClock()))
        .withMessageContaining("h2:./data/h2/record");
  }
}
