package dev.honeydo.examples.h2;

import dev.honeydo.application.port.JobRuns;
import dev.honeydo.contracts.JobRunsContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;

final class H2JobRunsTest implements JobRunsContract {
  @AutoClose private final H2Stores stores;

  H2JobRunsTest(@TempDir Path directory) {
    stores = new H2Stores(directory);
  }

  @Override
  public JobRuns jobRuns() {
    return stores.one().jobRuns();
  }

  @Override
  public JobRuns anotherView() {
    return stores.another().jobRuns();
  }

  @Override
  public JobRuns unreachable() {
    return stores.closed().jobRuns();
  }
}
