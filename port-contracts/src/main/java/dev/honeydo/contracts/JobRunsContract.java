package dev.honeydo.contracts;

/**
 * What every adapter of {@link dev.honeydo.application.port.JobRuns} must keep. Its test implements
 * this interface, gives what {@link JobRunsSubject} asks for, and inherits every clause.
 */
public interface JobRunsContract extends JobRunsBeginning, JobRunsFinishing, JobRunsUnreachable {}
