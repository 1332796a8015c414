package dev.honeydo.examples.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.contracts.RefreshFamiliesContract;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.domain.auth.RefreshFamily;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class H2RefreshFamiliesTest implements RefreshFamiliesContract {
  @AutoClose private final H2Stores stores;

  H2RefreshFamiliesTest(@TempDir Path directory) {
    stores = new H2Stores(directory);
  }

  @Override
  public RefreshFamilies families() {
    return stores.one().refreshFamilies();
  }

  @Override
  public RefreshFamilies anotherView() {
    return stores.another().refreshFamilies();
  }

  @Override
  public RefreshFamilies unreachable() {
    return stores.closed().refreshFamilies();
  }

  @Override
  public InstantSource clock() {
    return stores.clock();
  }

  @Override
  public void elapse(Duration time) {
    stores.clock().elapse(time);
  }

  @Test
  void anIdThatIsThereIsABug() {
    RefreshFamily family = Specimens.family(Specimens.userId(), now());
    assertThat(families().found(family)).isEqualTo(new RefreshFamilies.Founding());
    assertThatIllegalStateException()
        .isThrownBy(() -> families().found(family.rotated(now())))
        .withNoCause();
  }
}
