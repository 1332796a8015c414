package dev.honeydo.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.HealthProbe;
import dev.honeydo.contracts.HealthProbeContract;
import dev.honeydo.contracts.TestClock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("dev.honeydo.adapters.mongo.TestServers#all")
final class MongoHealthProbeTest implements HealthProbeContract {
  private final TestClock clock = new TestClock();
  private final Installation installation;

  MongoHealthProbeTest(TestServer server) {
    this.installation = new Installation(server, clock);
  }

  @AfterEach
  void remove() {
    installation.close();
  }

  @Override
  public HealthProbe probe() {
    return installation.adapters().healthProbe();
  }

  @Override
  public HealthProbe unreachable() {
    return installation.unreachable().healthProbe();
  }

  @Test
  void triesWhatIsAskedOfTheRecordEveryDayAndLeavesNothingBehind() {
    assertThat(probe().probe())
        .isEqualTo(new HealthProbe.Passed(List.of("ping", "insert", "find", "delete")));
    assertThat(installation.database().getCollection("health").countDocuments()).isZero();
  }
}
