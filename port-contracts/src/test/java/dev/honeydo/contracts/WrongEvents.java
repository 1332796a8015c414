package dev.honeydo.contracts;

import static dev.honeydo.contracts.WrongDouble.breaking;
import static dev.honeydo.contracts.WrongDouble.inARace;

import dev.honeydo.application.port.Event;
import dev.honeydo.application.port.EventId;
import dev.honeydo.application.port.Events;
import dev.honeydo.contracts.reference.InMemoryEvents;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Every wrong double of events. */
final class WrongEvents {
  private WrongEvents() {}

  private static final List<WrongDouble<Events>> TELLING =
      List.of(
          breaking(
              "EVENT-1",
              "loses due dates",
              right ->
                  new Spoilt(right) {
                    @Override
                    Reading read(News news) {
                      return new News(
                          news.entries().stream()
                              .map(it -> new Entry(it.id(), withoutDueDate(it.event())))
                              .toList());
                    }
                  }),
          breaking(
              "EVENT-2",
              "turns deletions round",
              right ->
                  new Spoilt(right) {
                    @Override
                    Reading read(News news) {
                      List<Event> events =
                          new ArrayList<>(news.entries().stream().map(Entry::event).toList());
                      if (events.stream().allMatch(it -> it instanceof Event.TodoDeleted)) {
                        Collections.reverse(events);
                      }
                      List<Entry> turned = new ArrayList<>();
                      for (int i = 0; i < events.size(); i++) {
                        turned.add(new Entry(news.entries().get(i).id(), events.get(i)));
                      }
                      return new News(turned);
                    }
                  }),
          breaking(
              "EVENT-3",
              "tells of an update again to whoever reads on from it",
              right ->
                  new Spoilt(right) {
                    private final Set<Entry> updates = ConcurrentHashMap.newKeySet();

                    @Override
                    public Reading read(UserId owner, EventId after, Duration patience) {
                      Reading reading = super.read(owner, after, patience);
                      return reading instanceof News news
                          ? new News(
                              Stream.concat(
                                      updates.stream().filter(it -> it.id().equals(after)),
                                      news.entries().stream())
                                  .toList())
                          : reading;
                    }

                    @Override
                    Reading read(News news) {
                      news.entries().stream()
                          .filter(it -> it.event() instanceof Event.TodoUpdated)
                          .forEach(updates::add);
                      return news;
                    }
                  }),
          breaking(
              "EVENT-4",
              "tells everybody whose session has ended",
              right ->
                  new Spoilt(right) {
                    private final Set<UserId> readers = ConcurrentHashMap.newKeySet();

                    @Override
                    public EventId end(UserId owner) {
                      readers.add(owner);
                      return super.end(owner);
                    }

                    @Override
                    public Announcement publish(UserId owner, Event event) {
                      if (event instanceof Event.SessionRevoked) {
                        readers.stream()
                            .filter(it -> !it.equals(owner))
                            .forEach(it -> {
                              Announcement _ = super.publish(it, event);
                            });
                      }
                      return super.publish(owner, event);
                    }
                  }),
          breaking(
              "EVENT-5",
              "does not hear of the upheavals of other views",
              right ->
                  new Spoilt(right) {
                    private final AtomicInteger own = new AtomicInteger();

                    @Override
                    public Announcement publish(UserId owner, Event event) {
                      own.addAndGet(event instanceof Event.Overhauled ? 1 : 0);
                      return super.publish(owner, event);
                    }

                    @Override
                    Reading read(News news) {
                      List<Entry> heard =
                          news.entries().stream()
                              .filter(
                                  it -> !(it.event() instanceof Event.Overhauled) || own.get() > 0)
                              .toList();
                      return heard.isEmpty() ? new Quiet() : new News(heard);
                    }
                  }),
          breaking(
              "EVENT-6",
              "loses one of those that are told at the same time",
              right ->
                  new Spoilt(right) {
                    private final AtomicInteger raced = new AtomicInteger();

                    @Override
                    public Announcement publish(UserId owner, Event event) {
                      return inARace() && raced.incrementAndGet() == 7
                          ? new Announcement()
                          : super.publish(owner, event);
                    }
                  }),
          breaking(
              "EVENT-7",
              "tells all that there is at once",
              right ->
                  new Spoilt(right) {
                    @Override
                    public Reading read(UserId owner, EventId after, Duration patience) {
                      Reading reading = super.read(owner, after, patience);
                      return reading instanceof News news
                              && super.read(owner, news.end(), Duration.ZERO) instanceof News more
                          ? new News(
                              Stream.concat(news.entries().stream(), more.entries().stream())
                                  .toList())
                          : reading;
                    }
                  }));

  private static final List<WrongDouble<Events>> MISSING =
      List.of(
          breaking(
              "EVENT-8",
              "takes numbers that it has not given for places before the first event",
              right ->
                  new Spoilt(right) {
                    @Override
                    Reading missed(Missed answer, UserId owner, EventId after) {
                      return after.text().equals("0-0") ? new Quiet() : answer;
                    }
                  }),
          breaking(
              "EVENT-9",
              "does not say that something is cut off",
              right ->
                  new Spoilt(right) {
                    private final AtomicInteger published = new AtomicInteger();

                    @Override
                    public Announcement publish(UserId owner, Event event) {
                      published.incrementAndGet();
                      return super.publish(owner, event);
                    }

                    @Override
                    Reading missed(Missed answer, UserId owner, EventId after) {
                      return published.get() > InMemoryEvents.KEPT ? new Quiet() : answer;
                    }
                  }),
          breaking(
              "EVENT-10",
              "forgets nothing",
              right ->
                  new Spoilt(right) {
                    @Override
                    public Forgetting forget(UserId owner) {
                      return new Forgetting();
                    }
                  }),
          breaking(
              "EVENT-11",
              "sends whoever has missed something to a place that it does not know",
              right ->
                  new Spoilt(right) {
                    @Override
                    Reading missed(Missed answer, UserId owner, EventId after) {
                      return new Missed(new EventId("nowhere"));
                    }
                  }),
          breaking(
              "EVENT-12",
              "tells nobody while its store is gone",
              right ->
                  new Spoilt(right) {
                    @Override
                    public Announcement publish(UserId owner, Event event) {
                      return isGone() ? new Announcement() : super.publish(owner, event);
                    }
                  }),
          breaking(
              "EVENT-13",
              "goes on after an outage as if nothing had been",
              right ->
                  new Spoilt(right) {
                    @Override
                    Reading missed(Missed answer, UserId owner, EventId after) {
                      return ((InMemoryEvents) right).outages() > 0 ? new Quiet() : answer;
                    }
                  }));

  private static final List<WrongDouble<Events>> WAITING =
      List.of(
          breaking(
              "EVENT-14",
              "waits for nothing",
              right ->
                  new Spoilt(right) {
                    @Override
                    public Reading read(UserId owner, EventId after, Duration patience) {
                      return super.read(owner, after, Duration.ZERO);
                    }
                  }),
          breaking(
              "EVENT-15",
              "says that something is missing where nothing came",
              right ->
                  new Spoilt(right) {
                    @Override
                    public Reading read(UserId owner, EventId after, Duration patience) {
                      Reading reading = super.read(owner, after, patience);
                      boolean inVain = reading instanceof Quiet && patience.isPositive();
                      return inVain && !Thread.currentThread().isInterrupted()
                          ? new Missed(end(owner))
                          : reading;
                    }
                  }),
          breaking(
              "EVENT-16",
              "keeps to itself that a reader was interrupted",
              right ->
                  new Spoilt(right) {
                    @Override
                    public Reading read(UserId owner, EventId after, Duration patience) {
                      Reading reading = super.read(owner, after, patience);
                      boolean _ = Thread.interrupted();
                      return reading;
                    }
                  }));

  static final List<WrongDouble<Events>> ALL =
      Stream.of(TELLING, MISSING, WAITING).flatMap(List::stream).toList();

  private static Event withoutDueDate(Event event) {
    return switch (event) {
      case Event.TodoCreated(Todo todo) -> new Event.TodoCreated(withoutDueDate(todo));
      case Event.TodoUpdated(Todo todo) -> new Event.TodoUpdated(withoutDueDate(todo));
      case Event.TodoDeleted _, Event.SessionRevoked _, Event.Overhauled() -> event;
    };
  }

  private static Todo withoutDueDate(Todo todo) {
    TodoContent content = todo.content();
    return new Todo(
        todo.id(),
        new TodoContent(
            content.heading(),
            content.task(),
            content.completed(),
            content.priority(),
            Optional.empty(),
            content.tags()),
        todo.completedAt(),
        todo.createdAt(),
        todo.updatedAt(),
        todo.version());
  }

  /** The double: asks the right events. */
  private static class Spoilt implements Events {
    final Events right;

    Spoilt(Events right) {
      this.right = right;
    }

    boolean isGone() {
      return !((InMemoryEvents) right).isAvailable();
    }

    @Override
    public Announcement publish(UserId owner, Event event) {
      return right.publish(owner, event);
    }

    @Override
    public EventId end(UserId owner) {
      return right.end(owner);
    }

    @Override
    public Reading read(UserId owner, EventId after, Duration patience) {
      return switch (right.read(owner, after, patience)) {
        case News news -> read(news);
        case Quiet quiet -> quiet;
        case Missed missed -> missed(missed, owner, after);
      };
    }

    Reading read(News news) {
      return news;
    }

    Reading missed(Missed answer, UserId owner, EventId after) {
      return answer;
    }

    @Override
    public Forgetting forget(UserId owner) {
      return right.forget(owner);
    }
  }
}
