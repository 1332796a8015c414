package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.Event;
import dev.honeydo.application.port.EventId;
import dev.honeydo.application.port.Events;
import dev.honeydo.application.port.Events.Entry;
import dev.honeydo.application.port.Events.Missed;
import dev.honeydo.application.port.Events.News;
import dev.honeydo.application.port.Events.Quiet;
import dev.honeydo.application.port.Events.Reading;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * The last events of one user in memory: {@value #MOST} at the most, and few that are large. An id
 * is the ring's name, a dot, and how many events there have been; no other ring has that name.
 */
final class EventRing {
  private static final int MOST = 256;
  private static final int MOST_BYTES = 128 * 1024;
  private static final char DOT = '.';

  private final String prefix;
  private final Deque<Numbered> kept = new ArrayDeque<>();
  private long last;
  private int bytes;

  /**
   * An empty ring.
   *
   * @param name of letters, digits and hyphens
   */
  EventRing(String name) {
    this.prefix = name + DOT;
  }

  /** Whether a ring has given that id, this or another. */
  static boolean gave(EventId id) {
    return id.text().indexOf(DOT) >= 0;
  }

  synchronized void add(Event event) {
    last++;
    kept.addLast(new Numbered(last, event));
    bytes += EventPayload.weight(event);
    while (kept.size() > MOST || (bytes > MOST_BYTES && kept.size() > 1)) {
      bytes -= EventPayload.weight(kept.removeFirst().event);
    }
  }

  synchronized EventId end() {
    return id(last);
  }

  /** All that is kept. */
  synchronized Reading all() {
    return found(_ -> true);
  }

  synchronized Reading read(EventId after) {
    long number = number(after);
    // Right before the oldest that is kept nothing is missing yet.
    return number < last - kept.size() || number > last
        ? new Missed(end())
        : found(each -> each > number);
  }

  private Reading found(LongPredicate wanted) {
    List<Entry> entries =
        kept.stream()
            .filter(each -> wanted.test(each.number))
            .limit(Events.MOST)
            .map(each -> new Entry(id(each.number), each.event))
            .toList();
    return entries.isEmpty() ? new Quiet() : new News(entries);
  }

  private EventId id(long number) {
    return new EventId(prefix + number);
  }

  /** The number in an id of this ring; -1 where it is none. */
  private long number(EventId id) {
    String text = id.text();
    if (!text.startsWith(prefix)) {
      return -1;
    }
    String digits = text.substring(prefix.length());
    return digits.matches("0|[1-9][0-9]{0,17}") ? Long.parseLong(digits) : -1;
  }

  private record Numbered(long number, Event event) {}
}
