package dev.honeydo.contracts;

import static dev.honeydo.contracts.WrongDouble.breaking;
import static dev.honeydo.contracts.WrongDouble.inARace;
import static dev.honeydo.contracts.WrongDouble.leaking;

import dev.honeydo.application.port.Fence;
import dev.honeydo.application.port.JobName;
import dev.honeydo.application.port.JobRuns;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Every wrong double of the runs of jobs. */
final class WrongJobRuns {
  private WrongJobRuns() {}

  static List<WrongDouble<JobRuns>> all() {
    return Stream.of(BEGINNING, FINISHING, LEAKING).flatMap(List::stream).toList();
  }

  private static final List<WrongDouble<JobRuns>> BEGINNING =
      List.of(
          breaking(
              "JOB-1",
              "counts to four and stays there",
              right ->
                  new Spoilt(right) {
                    @Override
                    public Fence begin(JobName job) {
                      Fence fence = super.begin(job);
                      return inARace() ? fence : new Fence(Math.min(4, fence.value()));
                    }
                  }),
          breaking(
              "JOB-2",
              "counts for its own view alone",
              right ->
                  new Spoilt(right) {
                    @Override
                    public Fence begin(JobName job) {
                      Fence fence = super.begin(job);
                      return inARace() ? fence : new Fence(begun(job));
                    }
                  }),
          breaking(
              "JOB-3",
              "counts anew behind a finish",
              right ->
                  new Spoilt(right) {
                    private final Set<JobName> anew = ConcurrentHashMap.newKeySet();

                    @Override
                    public Fence begin(JobName job) {
                      Fence fence = super.begin(job);
                      return !inARace()
                              && finished.containsKey(job)
                              && fence.value() == 2
                              && anew.add(job)
                          ? new Fence(1)
                          : fence;
                    }

                    @Override
                    public Finishing finish(JobName job, Fence fence, Instant at) {
                      Fence meant = anew.contains(job) && fence.value() == 1 ? new Fence(2) : fence;
                      return super.finish(job, meant, at);
                    }
                  }),
          breaking(
              "JOB-4",
              "gives the first two the same fence when many begin",
              right ->
                  new Spoilt(right) {
                    @Override
                    public Fence begin(JobName job) {
                      Fence fence = super.begin(job);
                      return inARace() && fence.value() == 2 ? new Fence(1) : fence;
                    }
                  }),
          breaking(
              "JOB-5",
              "goes back to the first fence when many begin again",
              right ->
                  new Spoilt(right) {
                    private final ThreadLocal<Set<JobName>> own =
                        ThreadLocal.withInitial(HashSet::new);

                    @Override
                    public Fence begin(JobName job) {
                      Fence fence = super.begin(job);
                      return inARace() && !own.get().add(job) ? new Fence(1) : fence;
                    }
                  }));

  private static final List<WrongDouble<JobRuns>> FINISHING =
      List.of(
          breaking(
              "JOB-6",
              "takes all jobs for finished long ago until one is",
              right ->
                  new Spoilt(right) {
                    @Override
                    public Optional<Instant> lastFinished(JobName job) {
                      return super.lastFinished(job)
                          .or(() ->
                              begun(job) == 0 && finished.isEmpty()
                                  ? Optional.of(Instant.EPOCH)
                                  : Optional.empty());
                    }
                  }),
          breaking(
              "JOB-7",
              "notes finishes to the hundredth of a second",
              right ->
                  new Spoilt(right) {
                    @Override
                    public Finishing finish(JobName job, Fence fence, Instant at) {
                      return super.finish(
                          job, fence, Instant.ofEpochMilli(at.toEpochMilli() / 10 * 10));
                    }
                  }),
          breaking(
              "JOB-8",
              "says of what is overtaken that it is noted, as long as nothing is",
              right ->
                  new Spoilt(right) {
                    @Override
                    public Finishing finish(JobName job, Fence fence, Instant at) {
                      boolean first = !finished.containsKey(job);
                      Finishing answer = super.finish(job, fence, at);
                      return first && !inARace() && fence.value() < begun(job)
                          ? new Noted()
                          : answer;
                    }
                  }),
          breaking(
              "JOB-9",
              "writes what is overtaken",
              right ->
                  new Spoilt(right) {
                    private final Map<JobName, Instant> late = new ConcurrentHashMap<>();

                    @Override
                    public Finishing finish(JobName job, Fence fence, Instant at) {
                      Finishing answer = super.finish(job, fence, at);
                      if (answer instanceof Overtaken && !inARace() && fence.value() < begun(job)) {
                        late.put(job, at);
                      } else {
                        late.remove(job);
                      }
                      return answer;
                    }

                    @Override
                    public Optional<Instant> lastFinished(JobName job) {
                      return Optional.ofNullable(late.get(job)).or(() -> super.lastFinished(job));
                    }
                  }),
          breaking(
              "JOB-10",
              "takes no finish any more once one was overtaken",
              right ->
                  new Spoilt(right) {
                    private final Set<JobName> spoilt = ConcurrentHashMap.newKeySet();

                    @Override
                    public Finishing finish(JobName job, Fence fence, Instant at) {
                      if (spoilt.contains(job)) {
                        return new Overtaken();
                      }
                      Finishing answer = super.finish(job, fence, at);
                      if (answer instanceof Overtaken && !inARace()) {
                        spoilt.add(job);
                      }
                      return answer;
                    }
                  }),
          breaking(
              "JOB-11",
              "forgets the last finish when a run begins, until the next does",
              right ->
                  new Spoilt(right) {
                    private final Set<JobName> forgotten = ConcurrentHashMap.newKeySet();

                    @Override
                    public Fence begin(JobName job) {
                      if (!inARace() && !forgotten.add(job)) {
                        forgotten.remove(job);
                      }
                      return super.begin(job);
                    }

                    @Override
                    public Finishing finish(JobName job, Fence fence, Instant at) {
                      Finishing answer = super.finish(job, fence, at);
                      if (answer instanceof Noted) {
                        forgotten.remove(job);
                      }
                      return answer;
                    }

                    @Override
                    public Optional<Instant> lastFinished(JobName job) {
                      return super.lastFinished(job).filter(_ -> !forgotten.contains(job));
                    }
                  }),
          breaking(
              "JOB-12",
              "notes each run once",
              right ->
                  new Spoilt(right) {
                    private final Set<List<Object>> noted = ConcurrentHashMap.newKeySet();

                    @Override
                    public Finishing finish(JobName job, Fence fence, Instant at) {
                      return noted.add(List.of(job, fence))
                          ? super.finish(job, fence, at)
                          : new Noted();
                    }
                  }),
          breaking(
              "JOB-13",
              "goes by the clocks of who finishes",
              right ->
                  new Spoilt(right) {
                    private final Map<JobName, Instant> latest = new ConcurrentHashMap<>();

                    @Override
                    public Finishing finish(JobName job, Fence fence, Instant at) {
                      Finishing answer = super.finish(job, fence, at);
                      if (answer instanceof Noted && !inARace()) {
                        Instant last =
                            latest.merge(job, at, (one, other) -> one.isAfter(other) ? one : other);
                        var _ = super.finish(job, fence, last);
                      }
                      return answer;
                    }
                  }),
          breaking(
              "JOB-14",
              "takes fences that are still to be given",
              right ->
                  new Spoilt(right) {
                    @Override
                    public Finishing finish(JobName job, Fence fence, Instant at) {
                      Finishing answer = super.finish(job, fence, at);
                      return !inARace() && fence.value() > begun(job) && begun(job) < 2
                          ? new Noted()
                          : answer;
                    }
                  }),
          breaking(
              "JOB-15",
              "has one finish for all jobs that have begun",
              right ->
                  new Spoilt(right) {
                    @Override
                    public Optional<Instant> lastFinished(JobName job) {
                      return super.lastFinished(job)
                          .or(() ->
                              finished.keySet().stream()
                                  .flatMap(it -> super.lastFinished(it).stream())
                                  .filter(_ -> begun(job) > 0)
                                  .findFirst());
                    }
                  }),
          breaking(
              "JOB-16",
              "cuts names off",
              right ->
                  new Spoilt(right) {
                    private JobName cut(JobName job) {
                      return new JobName(
                          job.value()
                              .substring(0, Math.min(job.value().length(), JobName.LONGEST - 1)));
                    }

                    @Override
                    public Fence begin(JobName job) {
                      return super.begin(cut(job));
                    }

                    @Override
                    public Finishing finish(JobName job, Fence fence, Instant at) {
                      return super.finish(cut(job), fence, at);
                    }

                    @Override
                    public Optional<Instant> lastFinished(JobName job) {
                      return super.lastFinished(cut(job));
                    }
                  }),
          breaking(
              "JOB-17",
              "knows only of the finishes of its own view",
              right ->
                  new Spoilt(right) {
                    @Override
                    public Optional<Instant> lastFinished(JobName job) {
                      return super.lastFinished(job).filter(_ -> finished.containsKey(job));
                    }
                  }),
          breaking(
              "JOB-18",
              "is overtaken by its own view only",
              right ->
                  new Spoilt(right) {
                    @Override
                    public Finishing finish(JobName job, Fence fence, Instant at) {
                      Finishing answer = super.finish(job, fence, at);
                      return !inARace() && fence.value() == begun(job) ? new Noted() : answer;
                    }
                  }),
          breaking(
              "JOB-19",
              "lets the first finish of many stand",
              right ->
                  new Spoilt(right) {
                    @Override
                    public Finishing finish(JobName job, Fence fence, Instant at) {
                      boolean first = !finished.containsKey(job);
                      return first || !inARace() ? super.finish(job, fence, at) : new Noted();
                    }
                  }));

  private static final List<WrongDouble<JobRuns>> LEAKING =
      List.of(
          leaking("JOB-20", JobRuns.class, "begin"),
          leaking("JOB-21", JobRuns.class, "finish"),
          leaking("JOB-22", JobRuns.class, "lastFinished"));

  /** The double: asks the right runs, and remembers what it was asked. */
  private static class Spoilt implements JobRuns {
    /** When each job was finished, as this view was told last. */
    final Map<JobName, Instant> finished = new ConcurrentHashMap<>();

    private final JobRuns right;
    private final Map<JobName, Long> begun = new ConcurrentHashMap<>();

    Spoilt(JobRuns right) {
      this.right = right;
    }

    /** How many runs of the job this view has begun. */
    long begun(JobName job) {
      return begun.getOrDefault(job, 0L);
    }

    @Override
    public Fence begin(JobName job) {
      Fence fence = right.begin(job);
      begun.merge(job, 1L, Long::sum);
      return fence;
    }

    @Override
    public Finishing finish(JobName job, Fence fence, Instant at) {
      finished.put(job, at);
      return right.finish(job, fence, at);
    }

    @Override
    public Optional<Instant> lastFinished(JobName job) {
      return right.lastFinished(job);
    }
  }
}
