package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.PortUnavailable;
import java.util.function.Supplier;

/**
 * Writes, each told to Redis before and after. What Redis could not be told of is {@link Unsynced}
 * and, before anything changes, noted where other instances see it ({@link OwnNote}).
 */
final class Writes {
  private final Fences fences;
  private final Generations generations;
  private final Unsynced unsynced;
  private final OwnNote note;

  Writes(Fences fences, Generations generations, Unsynced unsynced, OwnNote note) {
    this.fences = fences;
    this.generations = generations;
    this.unsynced = unsynced;
    this.note = note;
  }

  <R> R write(Fenced fenced, Supplier<R> change) {
    String writer = generations.writer();
    fences.begin(fenced);
    try {
      long ticket = unsynced.ticket(fenced);
      if (begins(fenced, writer)) {
        return changed(fenced, writer, ticket, change);
      }
      try (OwnNote.Noted _ = note.enter()) {
        return changed(fenced, writer, unsynced.add(fenced), change);
      }
    } finally {
      fences.end(fenced);
    }
  }

  private boolean begins(Fenced fenced, String writer) {
    try {
      generations.begin(fenced, writer);
      return true;
    } catch (PortUnavailable away) {
      return false;
    }
  }

  private <R> R changed(Fenced fenced, String writer, long ticket, Supplier<R> change) {
    try {
      return change.get();
    } finally {
      end(fenced, writer, ticket);
    }
  }

  private void end(Fenced fenced, String writer, long ticket) {
    try {
      generations.end(fenced, writer);
      unsynced.settle(fenced, ticket);
    } catch (PortUnavailable away) {
      var _ = unsynced.add(fenced);
      note.enterIfPossible();
    }
  }

  /** Ends all copies of what stands behind a fence, though nothing was written. */
  void end(Fenced fenced) {
    fences.begin(fenced);
    try {
      end(fenced, generations.writer(), unsynced.ticket(fenced));
    } finally {
      fences.end(fenced);
    }
  }
}
