package dev.honeydo.adapters.mongo;

import dev.honeydo.application.port.JobRuns;
import dev.honeydo.contracts.JobRunsContract;
import dev.honeydo.contracts.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("dev.honeydo.adapters.mongo.TestServers#all")
final class MongoJobRunsTest implements JobRunsContract {
  private final Installation installation;

  MongoJobRunsTest(TestServer server) {
    this.installation = new Installation(server, new TestClock());
  }

  @AfterEach
  void remove() {
    installation.close();
  }

  @Override
  public JobRuns jobRuns() {
    return installation.adapters().jobRuns();
  }

  @Override
  public JobRuns anotherView() {
    return installation.another().jobRuns();
  }

  @Override
  public JobRuns unreachable() {
    return installation.unreachable().jobRuns();
  }
}
