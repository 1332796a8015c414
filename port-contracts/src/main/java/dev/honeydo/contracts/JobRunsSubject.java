package dev.honeydo.contracts;

import dev.honeydo.application.port.JobRuns;

/** What the clauses about the runs of jobs need of the adapter that they try. */
interface JobRunsSubject extends Racing {

  /** The adapter: the same one throughout a test. */
  JobRuns jobRuns();

  /**
   * Another adapter of the same store, as another instance of the service would have it; the same
   * one only where the store lives inside the adapter.
   */
  JobRuns anotherView();

  /**
   * An adapter that was open and whose store is gone: its client closed, its file or its server
   * away. It is in nobody else's way.
   */
  JobRuns unreachable();
}
