package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.Fence;
import dev.honeydo.application.port.JobName;
import dev.honeydo.application.port.JobRuns;
import java.time.Instant;
import java.util.Optional;

/**
 * The runs of each job in one row of the table {@code job_runs}: the fence of the last one that
 * began and when one was finished. A finish is an update on condition that the fence is still that.
 */
final class SqliteJobRuns implements JobRuns {
  private static final String PORT = "JobRuns";

  private static final String BEGIN =
      "INSERT INTO job_runs (job, fence) VALUES (?, 1)"
          + " ON CONFLICT (job) DO UPDATE SET fence = fence + 1";
  static final String FENCE = "SELECT fence FROM job_runs WHERE job = ?";
  static final String FINISH = "UPDATE job_runs SET finished_at = ? WHERE job = ? AND fence = ?";
  static final String LAST_FINISHED = "SELECT finished_at FROM job_runs WHERE job = ?";

  private final Database database;

  SqliteJobRuns(Database database) {
    this.database = database;
  }

  @Override
  public Fence begin(JobName job) {
    return database.write(
        PORT,
        "begin",
        it -> {
          int _ = it.change(BEGIN, job.value());
          return it.first(FENCE, row -> new Fence(row.number()), job.value()).orElseThrow();
        });
  }

  @Override
  public Finishing finish(JobName job, Fence fence, Instant at) {
    return database.write(
        PORT,
        "finish",
        it ->
            it.change(FINISH, at, job.value(), fence.value()) == 1 ? new Noted() : new Overtaken());
  }

  @Override
  public Optional<Instant> lastFinished(JobName job) {
    return database
        .read(
            PORT, "lastFinished", it -> it.first(LAST_FINISHED, Row::optionalInstant, job.value()))
        .flatMap(finish -> finish);
  }
}
