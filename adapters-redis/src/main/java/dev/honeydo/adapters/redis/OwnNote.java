package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.UnheardWriters;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The note that this instance leaves in the record while it writes what Redis does not hear of, so
 * that the others know that copies may be stale. It is there before the first such write begins,
 * and until Redis has been told of all.
 *
 * <p>Thread-safe.
 */
final class OwnNote {
  /** How old the note may grow while it is needed: others take old ones for dead. */
  static final Duration RENEWED = Duration.ofSeconds(40);

  private final UnheardWriters record;
  private final UUID self;
  private final InstantSource clock;
  private final Unsynced unsynced;

  /** How old the note is at the least; absent while it may not be there. */
  private @Nullable Instant notedAt;

  /** Whether it may be there. */
  private boolean left = true;

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
  synchronized Noted enter() {
    renew();
    writing++;
    return this::written;
  }

  private synchronized void written() {
    writing--;
  }

  /** Sees that the note is there, if the record takes it. */
  synchronized void enterIfPossible() {
    try {
      renew();
    } catch (PortUnavailable gone) {
      // Whoever is to write next unheard asks it again.
    }
  }

  private void renew() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (notedAt == null || !now.isBefore(notedAt.plus(RENEWED)) || now.isBefore(notedAt)) {
      left = false;
      UnheardWriters.Noted _ = record.enter(self, now);
      notedAt = now;
    }
  }

  /**
   * Renews the note while it is needed, and takes it back once it is not. Where the record does not
   * say whether it was taken back, or made, both may be so: it is made anew before it is relied on,
   * and taken back again.
   *
   * @throws PortUnavailable when the record does not answer
   */
  synchronized void tend() {
    if (left) {
      return;
    }
    if (writing > 0 || !unsynced.isEmpty()) {
      renew();
    } else {
      notedAt = null;
      UnheardWriters.Departure _ = record.leave(self);
      left = true;
    }
  }
}
