package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.Fence;
import dev.honeydo.application.port.JobName;
import dev.honeydo.application.port.JobRuns;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Fences and instants in a map each, behind one lock. */
public final class InMemoryJobRuns implements JobRuns {
  private final Availability availability = new Availability("JobRuns");
  private final Map<JobName, Fence> begun = new HashMap<>();
  private final Map<JobName, Instant> finished = new HashMap<>();

  /** A store of no runs. */
  public InMemoryJobRuns() {}

  /** Makes the store reachable, or not. */
  public void setAvailable(boolean available) {
    availability.set(available);
  }

  @Override
  public synchronized Fence begin(JobName job) {
    availability.check("begin");
    Fence last = begun.get(job);
    Fence next = new Fence(last == null ? 1 : last.value() + 1);
    begun.put(job, next);
    return next;
  }

  @Override
  public synchronized Finishing finish(JobName job, Fence fence, Instant at) {
    availability.check("finish");
    if (!fence.equals(begun.get(job))) {
      return new Overtaken();
    }
    finished.put(job, at);
    return new Noted();
  }

  @Override
  public synchronized Optional<Instant> lastFinished(JobName job) {
    availability.check("lastFinished");
    return Optional.ofNullable(finished.get(job));
  }
}
