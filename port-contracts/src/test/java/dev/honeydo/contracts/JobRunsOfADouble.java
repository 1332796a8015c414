package dev.honeydo.contracts;

import dev.honeydo.application.port.JobRuns;
import dev.honeydo.contracts.reference.InMemoryJobRuns;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract over a double; it is run by {@link WrongDoublesTest} alone. */
@ExtendWith(DefectParameter.class)
final class JobRunsOfADouble implements JobRunsContract {
  private final WrongDouble<JobRuns> wrong;
  private final JobRuns jobRuns;
  private final JobRuns anotherView;

  JobRunsOfADouble(String defect) {
    this.wrong = WrongDouble.named(defect, WrongJobRuns.all());
    InMemoryJobRuns store = new InMemoryJobRuns();
    this.jobRuns = wrong.of(store);
    this.anotherView = wrong.of(store);
  }

  @Override
  public JobRuns jobRuns() {
    return jobRuns;
  }

  @Override
  public JobRuns anotherView() {
    return anotherView;
  }

  @Override
  public JobRuns unreachable() {
    InMemoryJobRuns gone = new InMemoryJobRuns();
    gone.setAvailable(false);
    return wrong.of(gone);
  }

  /** It is wrong in the first. */
  @Override
  public int rounds() {
    return 1;
  }
}
