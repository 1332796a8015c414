package dev.honeydo.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.contracts.RefreshFamiliesContract;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.domain.auth.RefreshFamily;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("dev.honeydo.adapters.mongo.TestServers#all")
final class MongoRefreshFamiliesTest implements RefreshFamiliesContract {
  private final TestClock clock = new TestClock();
  private final Installation installation;

  MongoRefreshFamiliesTest(TestServer server) {
    this.installation = new Installation(server, clock);
  }

  @AfterEach
  void remove() {
    installation.close();
  }

  @Override
  public RefreshFamilies families() {
    return installation.adapters().refreshFamilies();
  }

  @Override
  public RefreshFamilies anotherView() {
    return installation.another().refreshFamilies();
  }

  @Override
  public RefreshFamilies unreachable() {
    return installation.unreachable().refreshFamilies();
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  @Override
  public void elapse(Duration time) {
    clock.elapse(time);
  }

  @Test
  void anInsertThatIsRepeatedFindsItselfAndNothingElse() {
    RefreshFamily family = Specimens.family(Specimens.userId(), now());
    assertThat(families().found(family)).isEqualTo(new RefreshFamilies.Founding());
    assertThat(families().found(family)).isEqualTo(new RefreshFamilies.Founding());
    assertThatIllegalStateException()
        .isThrownBy(() -> families().found(family.rotated(now())))
        .withNoCause();
  }
}
