package dev.honeydo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Fence;
import dev.honeydo.application.port.JobName;
import dev.honeydo.application.port.JobRuns;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Only the run that began last can be finished. */
interface JobRunsFinishing extends JobRunsSubject {
  Instant LATER = Specimens.NOW.plusSeconds(3_600);

  @Test
  @DisplayName("JOB-6 a job of which no run was finished has no last finish")
  default void hasNoFinishAtFirst() {
    JobName job = Specimens.jobName();
    assertThat(jobRuns().lastFinished(job)).isEmpty();
    var _ = jobRuns().begin(job);
    assertThat(jobRuns().lastFinished(job)).isEmpty();
  }

  @Test
  @DisplayName("JOB-7 the run that began last is finished when it says so, to the millisecond")
  default void notesTheFinish() {
    JobName job = Specimens.jobName();
    Instant at = Specimens.NOW.plusMillis(7);
    assertThat(jobRuns().finish(job, jobRuns().begin(job), at)).isEqualTo(new JobRuns.Noted());
    assertThat(jobRuns().lastFinished(job)).contains(at);
  }

  @Test
  @DisplayName("JOB-8 a run is overtaken by one that began later, though that is not finished")
  default void refusesWhatIsOvertaken() {
    JobName job = Specimens.jobName();
    Fence stale = jobRuns().begin(job);
    var _ = jobRuns().begin(job);
    assertThat(jobRuns().finish(job, stale, LATER)).isEqualTo(new JobRuns.Overtaken());
  }

  @Test
  @DisplayName("JOB-9 what is overtaken writes nothing")
  default void writesNothingThatIsOvertaken() {
    JobName job = Specimens.jobName();
    var _ = jobRuns().finish(job, jobRuns().begin(job), Specimens.NOW);
    Fence stale = jobRuns().begin(job);
    var _ = jobRuns().begin(job);
    var _ = jobRuns().finish(job, stale, LATER);
    assertThat(jobRuns().lastFinished(job)).contains(Specimens.NOW);
  }

  @Test
  @DisplayName("JOB-10 the run that overtook another can be finished before and after it tries to")
  default void lastRunPrevails() {
    JobName job = Specimens.jobName();
    Fence stale = jobRuns().begin(job);
    Fence last = jobRuns().begin(job);
    assertThat(jobRuns().finish(job, last, Specimens.NOW)).isEqualTo(new JobRuns.Noted());
    assertThat(jobRuns().finish(job, stale, LATER)).isEqualTo(new JobRuns.Overtaken());
    assertThat(jobRuns().finish(job, last, Specimens.NOW)).isEqualTo(new JobRuns.Noted());
    assertThat(jobRuns().lastFinished(job)).contains(Specimens.NOW);
  }

  @Test
  @DisplayName("JOB-11 a run that begins leaves the last finish as it was")
  default void keepsTheLastFinish() {
    JobName job = Specimens.jobName();
    var _ = jobRuns().finish(job, jobRuns().begin(job), Specimens.NOW);
    var _ = jobRuns().begin(job);
    assertThat(jobRuns().lastFinished(job)).contains(Specimens.NOW);
  }

  @Test
  @DisplayName("JOB-12 finishing again, since the first answer was lost, is noted with its instant")
  default void finishesAgain() {
    JobName job = Specimens.jobName();
    Fence fence = jobRuns().begin(job);
    assertThat(jobRuns().finish(job, fence, Specimens.NOW)).isEqualTo(new JobRuns.Noted());
    assertThat(jobRuns().finish(job, fence, LATER)).isEqualTo(new JobRuns.Noted());
    assertThat(jobRuns().lastFinished(job)).contains(LATER);
  }

  @Test
  @DisplayName("JOB-13 the last finish is that of the last run, though its clock was behind")
  default void goesByTheFence() {
    JobName job = Specimens.jobName();
    var _ = jobRuns().finish(job, jobRuns().begin(job), LATER);
    var _ = jobRuns().finish(job, jobRuns().begin(job), Specimens.NOW);
    assertThat(jobRuns().lastFinished(job)).contains(Specimens.NOW);
  }

  @Test
  @DisplayName("JOB-14 a fence that the record has not given is overtaken, and writes nothing")
  default void refusesUnknownFences() {
    JobName job = Specimens.jobName();
    Fence first = new Fence(1);
    assertThat(jobRuns().finish(job, first, LATER)).isEqualTo(new JobRuns.Overtaken());
    Fence beyond = new Fence(jobRuns().begin(job).value() + 1);
    assertThat(jobRuns().finish(job, beyond, LATER)).isEqualTo(new JobRuns.Overtaken());
    assertThat(jobRuns().lastFinished(job)).isEmpty();
  }

  @Test
  @DisplayName("JOB-15 jobs do not overtake each other, nor finish for each other")
  default void keepsJobsApart() {
    JobName one = Specimens.jobName();
    JobName other = new JobName(one.value() + "-b");
    Fence fence = jobRuns().begin(one);
    var _ = jobRuns().begin(other);
    var _ = jobRuns().begin(other);
    assertThat(jobRuns().finish(one, fence, Specimens.NOW)).isEqualTo(new JobRuns.Noted());
    assertThat(jobRuns().lastFinished(one)).contains(Specimens.NOW);
    assertThat(jobRuns().lastFinished(other)).isEmpty();
  }

  @Test
  @DisplayName("JOB-16 the longest names are names of their own")
  default void keepsLongNamesApart() {
    String stem = Specimens.jobName().value();
    String stemmed = stem + "0".repeat(JobName.LONGEST - stem.length() - 1);
    JobName one = new JobName(stemmed + "1");
    JobName other = new JobName(stemmed + "2");
    var _ = jobRuns().finish(one, jobRuns().begin(one), Specimens.NOW);
    assertThat(jobRuns().lastFinished(one)).contains(Specimens.NOW);
    assertThat(jobRuns().lastFinished(other)).isEmpty();
  }

  @Test
  @DisplayName("JOB-17 another view sees at once what was finished")
  default void showsFinishesToOthers() {
    JobName job = Specimens.jobName();
    var _ = jobRuns().finish(job, jobRuns().begin(job), Specimens.NOW);
    assertThat(anotherView().lastFinished(job)).contains(Specimens.NOW);
  }

  @Test
  @DisplayName("JOB-18 a run of another view overtakes at once")
  default void isOvertakenByOthers() {
    JobName job = Specimens.jobName();
    Fence stale = jobRuns().begin(job);
    var _ = anotherView().begin(job);
    assertThat(jobRuns().finish(job, stale, LATER)).isEqualTo(new JobRuns.Overtaken());
  }

  @Test
  @DisplayName("JOB-19 of runs that begin and finish at once the last one's finish stands")
  default void lastOfManyStands() {
    Race.repeat(
        rounds(),
        () -> {
          JobName job = Specimens.jobName();
          List<Fence> fences =
              Race.run(number -> {
                JobRuns runs = number % 2 == 0 ? jobRuns() : anotherView();
                Fence fence = runs.begin(job);
                var _ = runs.finish(job, fence, at(fence));
                return fence;
              });
          Fence last = fences.stream().max(Fence::compareTo).orElseThrow();
          assertThat(jobRuns().lastFinished(job)).contains(at(last));
        });
  }

  private static Instant at(Fence fence) {
    return Specimens.NOW.plusSeconds(fence.value());
  }
}
