package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.JobRuns;
import dev.honeydo.contracts.JobRunsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteJobRunsTest implements JobRunsContract {
  @RegisterExtension final Installation record = new Installation();

  @Override
  public JobRuns jobRuns() {
    return record.adapters().jobRuns();
  }

  @Override
  public JobRuns anotherView() {
    return record.another().jobRuns();
  }

  @Override
  public JobRuns unreachable() {
    return record.unreachable().jobRuns();
  }
}
