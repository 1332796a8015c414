package dev.honeydo.application.job;

import dev.honeydo.application.port.Fence;
import dev.honeydo.application.port.JobName;
import dev.honeydo.application.port.JobRuns;
import dev.honeydo.application.port.Lease;
import dev.honeydo.application.port.LockName;
import dev.honeydo.application.port.Locks;
import dev.honeydo.application.port.PortUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Runs a job that one instance does for all, once in an interval: every instance tries, the first
 * one does it.
 *
 * <p>The lock keeps the others from working beside it, most of the time. Whether a run counts is
 * for the record to say: one that was overtaken, because its process stood still, is not noted. So
 * a job must be one that does no harm when two runs of it meet.
 */
public final class RunJob {
  /** A lease for jobs that take seconds or minutes and are done every few minutes or hours. */
  public static final Lease LEASE = Lease.ofSeconds(30);

  private final Locks locks;
  private final JobRuns runs;
  private final InstantSource clock;
  private final Lease lease;

  /**
   * Wires the use case.
   *
   * @param lease how long the others wait when the instance that runs a job is killed
   */
  public RunJob(Locks locks, JobRuns runs, InstantSource clock, Lease lease) {
    this.locks = locks;
    this.runs = runs;
    this.clock = clock;
    this.lease = lease;
  }

  /**
   * Runs the job if it is due and nobody else runs it now, and comes back when it has ended. The
   * job's thread is interrupted when this one is, and when the lock is lost.
   */
  public Outcome handle(Command command) {
    try {
      // Most attempts end here, without a lock.
      return notDue(command)
          .orElseGet(() -> judged(locks.tryRun(lock(command.job()), lease, () -> run(command))));
    } catch (PortUnavailable cutOff) {
      return new Unreachable(cutOff.port());
    }
  }

  /** Somebody may have finished it since this one looked: the lock was theirs until then. */
  private Outcome run(Command command) {
    return notDue(command).orElseGet(() -> runDue(command));
  }

  private Outcome runDue(Command command) {
    Fence fence = runs.begin(command.job());
    if (!command.action().getAsBoolean()) {
      return new Unfinished();
    }
    Instant end = clock.instant();
    return switch (runs.finish(command.job(), fence, end)) {
      case JobRuns.Noted _ -> new Finished(end);
      case JobRuns.Overtaken _ -> new Lost();
    };
  }

  private static Outcome judged(Locks.Attempt<Outcome> attempt) {
    return switch (attempt) {
      case Locks.Ran<Outcome>(Outcome outcome) -> outcome;
      case Locks.Busy<Outcome> _ -> new Busy();
      // What the record has said holds, whatever has become of the lock.
      case Locks.Lost<Outcome>(Optional<Outcome> outcome) ->
          outcome.filter(it -> !(it instanceof Unfinished)).orElseGet(Lost::new);
    };
  }

  private Optional<Outcome> notDue(Command command) {
    Instant now = clock.instant();
    // Farther ahead than the interval is no instance's clock but one that was wrong.
    return runs.lastFinished(command.job())
        .map(last -> last.plus(command.every()))
        .filter(
            next -> now.isBefore(next) && !next.isAfter(now.plus(command.every().multipliedBy(2))))
        .map(NotDue::new);
  }

  private static LockName lock(JobName job) {
    return new LockName("job." + job);
  }

  /**
   * A job, and how often.
   *
   * @param every how long after it was finished it is due again; positive
   * @param action does the job and says whether it did all of it: what was cut short is tried again
   *     at the next occasion
   */
  public record Command(JobName job, Duration every, BooleanSupplier action) {
    /** Checks the interval. */
    public Command {
      if (!every.isPositive()) {
        throw new IllegalArgumentException("an interval is positive");
      }
    }
  }

  /** What became of it. */
  public sealed interface Outcome {}

  /** This instance has done it. */
  public record Finished(Instant at) implements Outcome {}

  /** This instance began it, and it was cut short. */
  public record Unfinished() implements Outcome {}

  /** It has been done lately. */
  public record NotDue(Instant next) implements Outcome {}

  /** Another instance is at it, or nobody can tell. */
  public record Busy() implements Outcome {}

  /** This instance stood still, or was cut off, for so long that another may do it instead. */
  public record Lost() implements Outcome {}

  /**
   * A store could not be reached; if the job was run, its run does not count.
   *
   * @param port the simple name of the port
   */
  public record Unreachable(String port) implements Outcome {}
}
