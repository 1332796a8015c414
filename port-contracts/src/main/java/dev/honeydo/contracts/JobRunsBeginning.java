package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Fence;
import dev.honeydo.application.port.JobName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each run of a job gets a greater fence than all before it. */
interface JobRunsBeginning extends JobRunsSubject {

  @Test
  @DisplayName("JOB-1 each run that begins gets a greater fence than the last")
  default void countsUp() {
    JobName job = Specimens.jobName();
    List<Fence> fences = new ArrayList<>();
    for (int run = 0; run < 5; run++) {
      fences.add(jobRuns().begin(job));
    }
    assertThat(fences).isSorted().doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("JOB-2 another view goes on counting where this one stopped")
  default void countsForAllViews() {
    JobName job = Specimens.jobName();
    Fence first = jobRuns().begin(job);
    Fence second = anotherView().begin(job);
    assertThat(second).isGreaterThan(first);
    assertThat(jobRuns().begin(job)).isGreaterThan(second);
  }

  @Test
  @DisplayName("JOB-3 a run that is finished does not make the count begin again")
  default void countsOnAfterAFinish() {
    JobName job = Specimens.jobName();
    Fence first = jobRuns().begin(job);
    var _ = jobRuns().finish(job, first, Specimens.NOW);
    assertThat(jobRuns().begin(job)).isGreaterThan(first);
  }

  @Test
  @DisplayName("JOB-4 of runs that begin at once no two get the same fence")
  default void countsOnceAtOnce() {
    Race.repeat(
        rounds(),
        () -> {
          JobName job = Specimens.jobName();
          List<Fence> fences =
              Race.run(number -> (number % 2 == 0 ? jobRuns() : anotherView()).begin(job));
          assertThat(fences).doesNotHaveDuplicates();
        });
  }

  @Test
  @DisplayName("JOB-5 of two runs that begin in turn while others begin the later one is greater")
  default void countsInTurnAtOnce() {
    JobName job = Specimens.jobName();
    List<List<Fence>> fences =
        Race.run(_ -> IntStream.range(0, 3).mapToObj(_ -> jobRuns().begin(job)).toList());
    assertThat(fences).allSatisfy(it -> assertThat(it).isSorted());
  }
}
