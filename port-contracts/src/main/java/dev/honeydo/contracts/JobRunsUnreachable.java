package dev.honeydo.contracts;

import dev.honeydo.application.port.Fence;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** When the store is gone, every method says so in the application's words. */
interface JobRunsUnreachable extends JobRunsSubject {

  @Test
  @DisplayName("JOB-20 begin says when its store is gone")
  default void beginSaysSo() {
    says("begin", () -> unreachable().begin(Specimens.jobName()));
  }

  @Test
  @DisplayName("JOB-21 finish says when its store is gone")
  default void finishSaysSo() {
    says("finish", () -> unreachable().finish(Specimens.jobName(), new Fence(1), Specimens.NOW));
  }

  @Test
  @DisplayName("JOB-22 lastFinished says when its store is gone")
  default void lastFinishedSaysSo() {
    says("lastFinished", () -> unreachable().lastFinished(Specimens.jobName()));
  }

  private static void says(String operation, ThrowingCallable call) {
    Unreachable.reports("JobRuns", operation, call);
  }
}
