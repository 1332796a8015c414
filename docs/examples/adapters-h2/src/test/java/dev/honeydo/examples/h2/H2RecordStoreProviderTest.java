package dev.honeydo.examples.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.RecordStore;
import dev.honeydo.application.port.RecordStoreProvider;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.domain.user.User;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class H2RecordStoreProviderTest {
  private final RecordStoreProvider provider = new H2RecordStoreProvider();

  @Test
  void isFoundByItsScheme() {
    assertThat(ServiceLoader.load(RecordStoreProvider.class))
        .filteredOn(it -> it.scheme().equals("h2"))
        .hasExactlyElementsOfTypes(H2RecordStoreProvider.class);
  }

  @Test
  void keepsTheRecordOnceItIsClosed(@TempDir Path directory) {
    String uri = "h2:" + directory.resolve("record");
    User user = Specimens.user();
    try (RecordStore store = provider.open(uri, new TestClock())) {
      var _ = store.users().add(Specimens.account(user));
    }
    try (RecordStore store = provider.open(uri, new TestClock())) {
      assertThat(store.users().find(user.id())).contains(user);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2:", "h2: ", "h2:./s3cret;INIT=RUNSCRIPT FROM 's3cret'", "h2:s3cret\0"})
  void refusesWhatNamesNoFile(String uri) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> provider.open(uri, new TestClock()))
        .withMessageContaining("h2:./data/h2/record")
        .withMessageNotContaining("s3cret");
  }

  @Test
  void saysWhenTheFileCannotBeOpened(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "no folder");
    assertThatThrownBy(() -> provider.open("h2:" + file.resolve("record"), new TestClock()))
        .isInstanceOf(PortUnavailable.class);
  }
}
