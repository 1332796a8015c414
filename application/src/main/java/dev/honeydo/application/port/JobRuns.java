package dev.honeydo.application.port;

import java.time.Instant;
import java.util.Optional;

/**
 * The runs of jobs that one instance does for all: which began last, and when one was last
 * finished.
 *
 * <p><b>Guarantees.</b> The runs of a job are counted in one step each: no two get the same {@link
 * Fence}, and each gets a greater one than any before it, whoever asks and whatever has become of
 * locks. A run can be finished only while no later one has begun. What was answered is durable and
 * seen by every later call of every instance.
 *
 * <p><b>When the store is unreachable</b> every method throws {@link PortUnavailable}.
 *
 * <p>Thread-safe.
 */
public interface JobRuns {

  /** Begins a run: no earlier run of the job can be finished from now on. */
  Fence begin(JobName job);

  /**
   * Notes that a run is finished, if no later one has begun; finishing it again notes the later
   * call's instant.
   *
   * @param at when, in whole milliseconds
   */
  Finishing finish(JobName job, Fence fence, Instant at);

  /** When the last run was finished whose finish was noted; empty where none was. */
  Optional<Instant> lastFinished(JobName job);

  /** What became of a {@link #finish}. */
  sealed interface Finishing {}

  /** It is noted. */
  record Noted() implements Finishing {}

  /** It is not the run that began last: nothing was written. */
  record Overtaken() implements Finishing {}
}
