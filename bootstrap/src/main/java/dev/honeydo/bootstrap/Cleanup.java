package dev.honeydo.bootstrap;

import dev.honeydo.application.auth.PurgeExpired;
import dev.honeydo.application.job.RunJob;
import dev.honeydo.application.port.JobName;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clears out what has expired, once in an interval however many instances try. That it cannot is
 * logged once, and so is that it can again. Used by one thread.
 */
final class Cleanup implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Cleanup.class);
  private static final JobName JOB = new JobName("purge-expired");

  private final RunJob runJob;
  private final PurgeExpired purgeExpired;
  private final Duration every;
  private volatile PurgeExpired.Outcome last = new PurgeExpired.Purged();
  private boolean failing;

  Cleanup(RunJob runJob, PurgeExpired purgeExpired, Duration every) {
    this.runJob = runJob;
    this.purgeExpired = purgeExpired;
    this.every = every;
  }

  @Override
  public void run() {
    switch (runJob.handle(new RunJob.Command(JOB, every, this::purge))) {
      case RunJob.Finished _ -> recovered();
      case RunJob.Unfinished() -> unfinished();
      case RunJob.Unreachable(String port) -> unreachable(port);
      case RunJob.NotDue _ -> LOG.debug("What has expired was cleared out lately");
      case RunJob.Busy() -> LOG.debug("Another instance clears out what has expired, or may do so");
      case RunJob.Lost() -> LOG.debug("Clearing out took too long; another instance may do it");
    }
  }

  private boolean purge() {
    last = purgeExpired.handle(new PurgeExpired.Command());
    return last instanceof PurgeExpired.Purged;
  }

  private void unfinished() {
    switch (last) {
      case PurgeExpired.Unreachable(String port) -> unreachable(port);
      case PurgeExpired.Interrupted() -> LOG.debug("Clearing out was cut short");
      case PurgeExpired.Purged() -> recovered();
    }
  }

  private void unreachable(String port) {
    if (!failing && !Thread.currentThread().isInterrupted()) {
      LOG.warn("What has expired is not cleared out: {} is unavailable", port);
      failing = true;
    }
  }

  private void recovered() {
    if (failing) {
      LOG.info("What has expired is cleared out again");
    }
    failing = false;
  }
}
