package dev.honeydo.adapters.http.event;

import dev.honeydo.adapters.http.auth.SessionWatch;
import dev.honeydo.adapters.http.event.OpenStreams.Seat;
import dev.honeydo.adapters.http.exchange.Answer;
import dev.honeydo.application.event.EventQueries;
import dev.honeydo.application.port.Event;
import dev.honeydo.application.port.EventId;
import dev.honeydo.application.port.Events;
import dev.honeydo.domain.auth.SessionId;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * One client's stream: reads what is new and writes it, on the request's own thread, until the
 * session ends, the client is gone or the server stops.
 *
 * <p>What is read is written only once the session was found to live. A client that takes nothing
 * in holds up this thread alone, until the connection has been idle for too long; what it misses
 * meanwhile it reads later, or is told to read anew. Of one thread.
 */
final class EventStream implements Answer.Stream {
  private static final Duration PROBE = Duration.ofMillis(200);

  private final EventQueries events;
  private final EventPace pace;
  private final Seat seat;
  private final SessionWatch watch;
  private final Duration retry;
  private EventId place;
  private int looks;
  private int doubts;

  EventStream(
      EventQueries events,
      EventPace pace,
      Seat seat,
      SessionWatch watch,
      Duration retry,
      EventId place) {
    this.events = events;
    this.pace = pace;
    this.seat = seat;
    this.watch = watch;
    this.retry = retry;
    this.place = place;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    try {
      seat.sitDown();
      out.write(EventFrames.opening(retry, place));
      out.flush();
      boolean on = true;
      while (on && seat.isFree()) {
        Events.Reading reading = events.read(watch.session().owner(), place, pace.look());
        if (seat.isProbed()) {
          probe(out);
        }
        on = step(reading, out);
      }
    } finally {
      seat.leave();
    }
  }

  @Override
  public void abandon() {
    seat.leave();
  }

  /** The first time a client that is gone says so, the second time we know. */
  private void probe(OutputStream out) throws IOException {
    for (int times = 0; times < 2; times++) {
      tell(out, EventFrames.beat());
      out.flush();
      seat.pause(PROBE);
    }
  }

  private boolean step(Events.Reading reading, OutputStream out) throws IOException {
    return switch (watch.look()) {
      case LIVE -> {
        doubts = 0;
        yield written(reading, out);
      }
      case ENDED -> false;
      case NOBODY_KNOWS -> {
        doubts++;
        beat(out);
        if (!(reading instanceof Events.Quiet)) {
          seat.pause(pace.look());
        }
        yield doubts < pace.inDoubt();
      }
    };
  }

  private boolean written(Events.Reading reading, OutputStream out) throws IOException {
    return switch (reading) {
      case Events.Quiet() -> {
        beat(out);
        yield true;
      }
      case Events.Missed(EventId end) -> {
        tell(out, EventFrames.resync(end));
        out.flush();
        place = end;
        yield true;
      }
      case Events.News news -> {
        yield told(news, out);
      }
    };
  }

  private boolean told(Events.News news, OutputStream out) throws IOException {
    for (Events.Entry entry : news.entries()) {
      if (entry.event() instanceof Event.SessionRevoked(SessionId ended)
          && ended.equals(watch.session().id())) {
        out.flush();
        return false;
      }
      tell(out, EventFrames.of(entry));
    }
    out.flush();
    place = news.end();
    return true;
  }

  private void tell(OutputStream out, byte[] frame) throws IOException {
    out.write(frame);
    looks = 0;
  }

  private void beat(OutputStream out) throws IOException {
    looks++;
    if (looks >= pace.looksPerBeat()) {
      tell(out, EventFrames.beat());
      out.flush();
    }
  }
}
