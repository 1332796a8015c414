package dev.honeydo.application.port;

import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.util.List;

/**
 * What has changed, told to each user's own devices while it happens.
 *
 * <p>Each user's events are one log. A reader names the place up to which it has read and is given
 * what is behind; where there is nothing it waits. Nothing is kept for a reader, so one that is
 * slow is in nobody's way, and one that comes back goes on where it was, at any instance.
 *
 * <p><b>Guarantees.</b> Whoever reads on from a place gets every event behind it, each once and in
 * the one order that all readers of that user see, or is told with {@link Missed} that this cannot
 * be said: because the place is unknown, because the log has been cut off behind it, or because the
 * store was away and there may be events it has not heard of. Nobody reads another user's events.
 *
 * <p><b>Does not guarantee</b> that an event is told at all where the store and the instance that
 * published it are lost together: events are news, and the record is the truth. An event may be
 * told twice where it is unknown whether the store has it.
 *
 * <p><b>When the store is unreachable</b> no method fails: those who read at this instance are told
 * what is published at this instance, and {@link Missed} once the store is back.
 *
 * <p>Thread-safe.
 */
public interface Events {

  /** How many events are read at once at the most. */
  int MOST = 100;

  /**
   * Tells the owner's readers of what is in the record already. It neither waits nor fails: what
   * becomes of the event shows with those who read it.
   */
  Announcement publish(UserId owner, Event event);

  /** The place behind everything that has been told so far: where a reader begins. */
  EventId end(UserId owner);

  /**
   * What was told behind {@code after}, the oldest first. Where there is nothing, waits for it as
   * long as {@code patience} at the most; a thread that is interrupted waits no longer, and stays
   * interrupted.
   */
  Reading read(UserId owner, EventId after, Duration patience);

  /**
   * Forgets all that the owner was told: every place of theirs is {@link Missed} from then on.
   * Neither waits nor fails; what cannot be removed now goes by itself within a day.
   */
  Forgetting forget(UserId owner);

  /** The event is on its way. */
  record Announcement() {}

  /** What was told goes. */
  record Forgetting() {}

  /** What there is behind a place. */
  sealed interface Reading {}

  /**
   * Some events.
   *
   * @param entries at least one, at most {@value #MOST}; the last one's id is where to read on
   */
  record News(List<Entry> entries) implements Reading {
    /** Copies the list, which is not empty. */
    public News {
      entries = List.copyOf(entries);
      if (entries.isEmpty()) {
        throw new IllegalArgumentException("no news is Quiet");
      }
    }

    /** Where to read on. */
    public EventId end() {
      return entries.getLast().id();
    }
  }

  /** Nothing so far. */
  record Quiet() implements Reading {}

  /**
   * There may be events that cannot be told any more: all is to be read anew, from the record.
   *
   * @param end where to read on, taken before this was answered
   */
  record Missed(EventId end) implements Reading {}

  /** An event, and the place right behind it. */
  record Entry(EventId id, Event event) {}
}
