package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.UnheardWriters;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The note that this instance leaves in the record while it writes what Redis does not hear of, so
 * that the others know that copies may be stale. It is there before the first such write begins,
 * and until Redis has been told of all.
 *
 * <p>The record is asked by one at a time, and whoever waits for that hears what it came to: where
 * the record hangs, nobody waits for it twice. What it was asked in vain it may have done all the
 * same: the note is believed to be there only after it has said so, and to be gone likewise.
 *
 * <p>Thread-safe.
 */
final class OwnNote {
  /** How old the note may grow while it is needed: others take old ones for dead. */
  static final Duration RENEWED = Duration.ofSeconds(40);

  /** How long something asked in vain may still be under way to the record. */
  private static final Duration LATE = Duration.ofSeconds(5);

  private final UnheardWriters record;
  private final UUID self;
  private final InstantSource clock;
  private final Unsynced unsynced;
  private @Nullable Instant notedAt;
  private @Nullable CompletableFuture<Optional<PortUnavailable>> asked;
  private boolean mayBeThere;
  private Instant sureFrom = Instant.MIN;
  private int writing;

  OwnNote(UnheardWriters record, UUID self, InstantSource clock, Unsynced unsynced) {
    this.record = record;
    this.self = self;
    this.clock = clock;
    this.unsynced = unsynced;
  }

  /** Whose note it is. */
  UUID self() {
    return self;
  }

  /** Something is written unheard until this is closed. */
  interface Noted extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Sees that the note is there, and keeps it there.
   *
   * @throws PortUnavailable when the record does not take it
   */
  Noted enter() {
    begin();
    try {
      renew();
      return this::written;
    } catch (RuntimeException | Error failed) {
      written();
      throw failed;
    }
  }

  private synchronized void begin() {
    writing++;
  }

  private synchronized void written() {
    writing--;
  }

  /** Sees that the note is there, if the record takes it. */
  void enterIfPossible() {
    try {
      renew();
    } catch (PortUnavailable gone) {
      // Whoever is to write next unheard asks it again.
    }
  }

  private void renew() {
    while (true) {
      CompletableFuture<Optional<PortUnavailable>> mine = new CompletableFuture<>();
      CompletableFuture<Optional<PortUnavailable>> others;
      synchronized (this) {
        if (isFresh()) {
          return;
        }
        others = asked;
        if (others == null) {
          asked = mine;
          mayBeThere = true;
        }
      }
      if (others == null) {
        Instant now = now();
        ask(
            mine,
            () -> {
              UnheardWriters.Noted _ = record.enter(self, now);
              noted(now);
            });
        return;
      }
      Optional<PortUnavailable> gone = others.join();
      if (gone.isPresent()) {
        throw gone.get();
      }
    }
  }

  private void ask(CompletableFuture<Optional<PortUnavailable>> mine, Runnable question) {
    Optional<PortUnavailable> gone = Optional.empty();
    try {
      question.run();
    } catch (PortUnavailable failed) {
      gone = Optional.of(failed);
      unsure();
      throw failed;
    } finally {
      synchronized (this) {
        asked = null;
      }
      mine.complete(gone);
    }
  }

  private synchronized void noted(Instant at) {
    notedAt = at;
  }

  private synchronized void left() {
    mayBeThere = now().isBefore(sureFrom);
  }

  private synchronized void unsure() {
    sureFrom = now().plus(LATE);
  }

  private boolean isFresh() {
    Instant now = now();
    return notedAt != null && now.isBefore(notedAt.plus(RENEWED)) && !now.isBefore(notedAt);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * Renews the note while it is needed, and takes it back once it is not.
   *
   * @throws PortUnavailable when the record does not answer
   */
  void tend() {
    CompletableFuture<Optional<PortUnavailable>> mine = new CompletableFuture<>();
    boolean needed;
    synchronized (this) {
      if (!mayBeThere || asked != null) {
        return;
      }
      needed = writing > 0 || !unsynced.isEmpty();
      if (!needed) {
        // Whoever begins to write now waits until it is gone, and then enters it anew.
        notedAt = null;
        asked = mine;
      }
    }
    if (needed) {
      renew();
    } else {
      ask(
          mine,
          () -> {
            UnheardWriters.Departure _ = record.leave(self);
            left();
          });
    }
  }
}
