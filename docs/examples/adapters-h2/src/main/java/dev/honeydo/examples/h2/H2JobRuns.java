package dev.honeydo.examples.h2;

import dev.honeydo.application.port.Fence;
import dev.honeydo.application.port.JobName;
import dev.honeydo.application.port.JobRuns;
import java.time.Instant;
import java.util.Optional;

/**
 * The runs of each job in one row: the fence of the last one that began, and when one was finished.
 * Whoever begins takes a turn; a finish is an update on condition that the fence is still that.
 */
final class H2JobRuns implements JobRuns {
  private static final String FENCE = "select fence from job_runs where job = ?";

  private final Database database;

  H2JobRuns(Database database) {
    this.database = database;
  }

  @Override
  public Fence begin(JobName job) {
    return database.run(
        "JobRuns",
        "begin",
        in -> {
          in.all(row -> row.getInt("id"), "select id from session_turn for update");
          long last = in.first(row -> row.getLong("fence"), FENCE, job.value()).orElse(0L);
          in.update(
              "merge into job_runs (job, fence) key (job) values (?, ?)", job.value(), last + 1);
          return new Fence(last + 1);
        });
  }

  @Override
  public Finishing finish(JobName job, Fence fence, Instant at) {
    return database.run(
        "JobRuns",
        "finish",
        in ->
            in.update(
                        "update job_runs set finished_at = ? where job = ? and fence = ?",
                        at.toEpochMilli(),
                        job.value(),
                        fence.value())
                    == 1
                ? new Noted()
                : new Overtaken());
  }

  @Override
  public Optional<Instant> lastFinished(JobName job) {
    return database.run(
        "JobRuns",
        "lastFinished",
        in ->
            in.first(
                row -> Instant.ofEpochMilli(row.getLong("finished_at")),
                "select finished_at from job_runs where job = ? and finished_at is not null",
                job.value()));
  }
}
