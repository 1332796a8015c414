package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.JobRuns;
import dev.honeydo.contracts.JobRunsContract;

final class InMemoryJobRunsTest implements JobRunsContract {
  private final InMemoryJobRuns runs = new InMemoryJobRuns();

  @Override
  public JobRuns jobRuns() {
    return runs;
  }

  @Override
  public JobRuns anotherView() {
    return runs;
  }

  @Override
  public JobRuns unreachable() {
    InMemoryJobRuns gone = new InMemoryJobRuns();
    gone.setAvailable(false);
    return gone;
  }
}
