package dev.honeydo.adapters.http.event;

import dev.honeydo.adapters.http.auth.SessionWatch;
import dev.honeydo.adapters.http.event.OpenStreams.Seat;
import dev.honeydo.adapters.http.exchange.Answer;
import dev.honeydo.adapters.http.exchange.Caching;
import dev.honeydo.adapters.http.exchange.Exchange;
import dev.honeydo.adapters.http.exchange.Route;
import dev.honeydo.application.auth.Authenticate;
import dev.honeydo.application.event.EventQueries;
import dev.honeydo.application.port.EventId;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What changes for a user, as a stream of server-sent events. */
public final class EventRoutes {
  private static final int SOONEST_RETRY = 2_500;
  private static final int RETRIES = 2_000;

  /** An id that no store gives: whoever has been told another than ours has missed something. */
  private static final EventId NOBODYS = new EventId("unknown");

  private final EventQueries events;
  private final Authenticate authenticate;
  private final EventPace pace;
  private final OpenStreams streams;

  /** Wires the routes. */
  public EventRoutes(
      EventQueries events, Authenticate authenticate, EventPace pace, OpenStreams streams) {
    this.events = events;
    this.authenticate = authenticate;
    this.pace = pace;
    this.streams = streams;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(Route.of("GET", "/api/events", Caching.NO_STORE, this::follow).forUsers());
  }

  private Answer follow(Exchange exchange) {
    UserId user = exchange.user();
    Seat seat = streams.take(user);
    try {
      EventStream stream =
          new EventStream(
              events,
              pace,
              seat,
              SessionWatch.over(exchange, authenticate),
              retry(seat),
              place(exchange, user));
      // A proxy that buffers would keep the news to itself (nginx).
      return Answer.stream("text/event-stream", stream).with("X-Accel-Buffering", "no");
    } catch (RuntimeException | Error failed) {
      seat.leave();
      throw failed;
    }
  }

  private EventId place(Exchange exchange, UserId user) {
    Optional<String> last = exchange.header("Last-Event-ID").filter(it -> !it.isBlank());
    return last.isEmpty() ? events.end(user) : EventId.parse(last.get().strip()).orElse(NOBODYS);
  }

  /** Not the same for all, who would all come back at once; an object's hash is as good as any. */
  private static Duration retry(Seat seat) {
    return Duration.ofMillis(SOONEST_RETRY + Math.floorMod(seat.hashCode(), RETRIES));
  }
}
