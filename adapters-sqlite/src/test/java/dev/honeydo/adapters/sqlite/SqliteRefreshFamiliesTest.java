package dev.honeydo.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.contracts.RefreshFamiliesContract;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.domain.auth.RefreshFamily;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteRefreshFamiliesTest implements RefreshFamiliesContract {
  @RegisterExtension final Installation record = new Installation();

  @Override
  public RefreshFamilies families() {
    return record.adapters().refreshFamilies();
  }

  @Override
  public RefreshFamilies anotherView() {
    return record.another().refreshFamilies();
  }

  @Override
  public RefreshFamilies unreachable() {
    return record.unreachable().refreshFamilies();
  }

  @Override
  public InstantSource clock() {
    return record.clock();
  }

  @Override
  public void elapse(Duration time) {
    record.clock().elapse(time);
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
