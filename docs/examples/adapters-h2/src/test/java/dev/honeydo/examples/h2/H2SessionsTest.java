package dev.honeydo.examples.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.honeydo.application.port.Sessions;
import dev.honeydo.contracts.SessionsContract;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.domain.auth.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class H2SessionsTest implements SessionsContract {
  @AutoClose private final H2Stores stores;

  H2SessionsTest(@TempDir Path directory) {
    stores = new H2Stores(directory);
  }

  @Override
  public Sessions sessions() {
    return stores.one().sessions();
  }

  @Override
  public Sessions anotherView() {
    return stores.another().sessions();
  }

  @Override
  public Sessions unreachable() {
    return stores.closed().sessions();
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
    Session session = opened(Specimens.userId());
    assertThatIllegalStateException()
        .isThrownBy(() -> sessions().open(session, Specimens.tokenHash(), 3))
        .withNoCause();
    assertThat(sessions().list(session.owner())).containsExactly(session);
  }
}
