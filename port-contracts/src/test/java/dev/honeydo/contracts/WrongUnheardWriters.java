package dev.honeydo.contracts;

import static dev.honeydo.contracts.Specimens.NOW;
import static dev.honeydo.contracts.WrongDouble.breaking;
import static dev.honeydo.contracts.WrongDouble.inARace;
import static dev.honeydo.contracts.WrongDouble.leaking;

import dev.honeydo.application.port.UnheardWriters;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Every wrong double of unheard writers. */
final class WrongUnheardWriters {
  private WrongUnheardWriters() {}

  static List<WrongDouble<UnheardWriters>> all() {
    return Stream.of(ENTERING, LEAVING, FORGETTING, LEAKING).flatMap(List::stream).toList();
  }

  private static final List<WrongDouble<UnheardWriters>> ENTERING =
      List.of(
          breaking(
              "UNHEARD-1",
              "shows somebody when there is nobody",
              right ->
                  new Spoilt(right) {
                    @Override
                    public List<UUID> present(Instant since) {
                      List<UUID> answer = super.present(since);
                      return calls.are("present") && answer.isEmpty()
                          ? List.of(UUID.randomUUID())
                          : answer;
                    }
                  }),
          breaking(
              "UNHEARD-2",
              "does not show at once who is alone",
              right ->
                  new Spoilt(right) {
                    @Override
                    public List<UUID> present(Instant since) {
                      List<UUID> answer = super.present(since);
                      return calls.are("enter", "present") && answer.size() == 1 && !inARace()
                          ? List.of()
                          : answer;
                    }
                  }),
          breaking(
              "UNHEARD-3",
              "keeps the first instant",
              right ->
                  new Spoilt(right) {
                    @Override
                    public Noted enter(UUID instance, Instant at) {
                      return entered.containsKey(instance) && !inARace()
                          ? new Noted()
                          : super.enter(instance, at);
                    }
                  }),
          breaking(
              "UNHEARD-4",
              "keeps the last instant given",
              right ->
                  new Spoilt(right) {
                    @Override
                    public Noted enter(UUID instance, Instant at) {
                      if (entered.containsKey(instance) && !inARace()) {
                        var _ = super.leave(instance);
                      }
                      return super.enter(instance, at);
                    }
                  }),
          breaking(
              "UNHEARD-5",
              "compares ids as signed numbers",
              right ->
                  new Spoilt(right) {
                    @Override
                    public List<UUID> present(Instant since) {
                      return super.present(since).stream().sorted().toList();
                    }
                  }),
          breaking(
              "UNHEARD-6",
              "shows only whom it has noted itself, once it has noted one",
              right ->
                  new Spoilt(right) {
                    @Override
                    public List<UUID> present(Instant since) {
                      List<UUID> answer = super.present(since);
                      return calls.count("enter") == 1
                          ? answer.stream().filter(entered::containsKey).toList()
                          : answer;
                    }
                  }),
          breaking(
              "UNHEARD-7",
              "keeps one only when it is closed",
              right ->
                  new Spoilt(right) {
                    @Override
                    public List<UUID> present(Instant since) {
                      List<UUID> answer = super.present(since);
                      return right instanceof Reopened ? answer.stream().limit(1).toList() : answer;
                    }
                  }),
          breaking(
              "UNHEARD-8",
              "loses one of many that enter at once",
              right ->
                  new Spoilt(right) {
                    @Override
                    public List<UUID> present(Instant since) {
                      List<UUID> answer = super.present(since);
                      return !inARace() && raced.size() > 1 && calls.count("leave") == 0
                          ? answer.stream().skip(1).toList()
                          : answer;
                    }
                  }),
          breaking(
              "UNHEARD-9",
              "loses the latest of many instants",
              right ->
                  new Spoilt(right) {
                    @Override
                    public Noted enter(UUID instance, Instant at) {
                      boolean late = inARace() && at.isAfter(NOW.plusMillis(1));
                      return super.enter(instance, late ? at.minusMillis(1) : at);
                    }
                  }));

  private static final List<WrongDouble<UnheardWriters>> LEAVING =
      List.of(
          breaking(
              "UNHEARD-10",
              "shows who has left beside who has not",
              right ->
                  new Spoilt(right) {
                    @Override
                    public List<UUID> present(Instant since) {
                      List<UUID> answer = super.present(since);
                      return calls.are("enter", "enter", "leave", "present")
                          ? plus(answer, left)
                          : answer;
                    }
                  }),
          breaking(
              "UNHEARD-10",
              "lets all leave when one does",
              right ->
                  new Spoilt(right) {
                    @Override
                    public List<UUID> present(Instant since) {
                      List<UUID> answer = super.present(since);
                      return calls.are("enter", "enter", "leave", "present") ? List.of() : answer;
                    }
                  }),
          breaking(
              "UNHEARD-11",
              "says of whom it does not know that they have left",
              right ->
                  new Spoilt(right) {
                    @Override
                    public Departure leave(UUID instance) {
                      Departure answer = super.leave(instance);
                      return calls.are("enter", "leave") && !inARace() ? new Left() : answer;
                    }
                  }),
          breaking(
              "UNHEARD-12",
              "lets one leave twice",
              right ->
                  new Spoilt(right) {
                    @Override
                    public Departure leave(UUID instance) {
                      boolean again = left.contains(instance) && !inARace();
                      Departure answer = super.leave(instance);
                      return again ? new Left() : answer;
                    }
                  }),
          breaking(
              "UNHEARD-13",
              "lets nobody enter who has left",
              right ->
                  new Spoilt(right) {
                    @Override
                    public Noted enter(UUID instance, Instant at) {
                      return left.contains(instance) ? new Noted() : super.enter(instance, at);
                    }
                  }),
          breaking(
              "UNHEARD-13",
              "remembers the instants of those who have left",
              right ->
                  new Spoilt(right) {
                    private final Map<UUID, Instant> latest = new ConcurrentHashMap<>();

                    @Override
                    public Noted enter(UUID instance, Instant at) {
                      Instant later =
                          latest.merge(
                              instance, at, (one, other) -> one.isAfter(other) ? one : other);
                      return super.enter(instance, left.contains(instance) ? later : at);
                    }
                  }),
          breaking(
              "UNHEARD-14",
              "shows whom it has shown, though they have left elsewhere",
              right -> new Stubborn(right, NOW::equals)),
          breaking(
              "UNHEARD-15",
              "shows who has left once it was closed",
              right ->
                  new Spoilt(right) {
                    @Override
                    public List<UUID> present(Instant since) {
                      List<UUID> answer = super.present(since);
                      return right instanceof Reopened(_, Spoilt before)
                          ? plus(answer, before.left)
                          : answer;
                    }
                  }),
          breaking(
              "UNHEARD-16",
              "says to all who leave at once that they have left",
              right ->
                  new Spoilt(right) {
                    @Override
                    public Departure leave(UUID instance) {
                      Departure answer = super.leave(instance);
                      return inARace() ? new Left() : answer;
                    }
                  }),
          breaking(
              "UNHEARD-17",
              "lets nobody leave who has entered among many",
              right ->
                  new Spoilt(right) {
                    @Override
                    public Departure leave(UUID instance) {
                      Departure answer = super.leave(instance);
                      if (inARace() && raced.contains(instance)) {
                        var _ = super.enter(instance, NOW);
                      }
                      return answer;
                    }
                  }));

  private static final List<WrongDouble<UnheardWriters>> FORGETTING =
      List.of(
          breaking(
              "UNHEARD-18",
              "takes for dead who has entered at that instant",
              right ->
                  new Spoilt(right) {
                    @Override
                    public List<UUID> present(Instant since) {
                      return super.present(isClose(since) ? since.plusMillis(1) : since);
                    }
                  }),
          breaking(
              "UNHEARD-18",
              "takes for alive who has entered a millisecond before",
              right ->
                  new Spoilt(right) {
                    @Override
                    public List<UUID> present(Instant since) {
                      return super.present(isClose(since) ? since.minusMillis(1) : since);
                    }
                  }),
          breaking(
              "UNHEARD-19",
              "shows the dead to who asks for longer ago",
              right ->
                  new Spoilt(right) {
                    @Override
                    public List<UUID> present(Instant since) {
                      List<UUID> answer = super.present(since);
                      return plus(
                          answer,
                          dead.entrySet().stream()
                              .filter(it -> !it.getValue().isBefore(since))
                              .map(Map.Entry::getKey)
                              .toList());
                    }
                  }),
          breaking(
              "UNHEARD-20",
              "lets the dead leave",
              right ->
                  new Spoilt(right) {
                    @Override
                    public Departure leave(UUID instance) {
                      Departure answer = super.leave(instance);
                      return dead.containsKey(instance) ? new Left() : answer;
                    }
                  }),
          breaking(
              "UNHEARD-21",
              "lets the dead be dead",
              right ->
                  new Spoilt(right) {
                    @Override
                    public Noted enter(UUID instance, Instant at) {
                      return dead.containsKey(instance) && !inARace()
                          ? new Noted()
                          : super.enter(instance, at);
                    }
                  }),
          breaking(
              "UNHEARD-22",
              "shows whom it has shown, though they were found dead elsewhere",
              right -> new Stubborn(right, since -> !since.equals(NOW))),
          breaking(
              "UNHEARD-23",
              "does not hear among many of who was there before",
              right ->
                  new Spoilt(right) {
                    private final Set<UUID> before = ConcurrentHashMap.newKeySet();

                    @Override
                    public Noted enter(UUID instance, Instant at) {
                      if (inARace() && before.contains(instance)) {
                        return new Noted();
                      }
                      if (!inARace()) {
                        before.add(instance);
                      }
                      return super.enter(instance, at);
                    }
                  }));

  private static final List<WrongDouble<UnheardWriters>> LEAKING =
      List.of(
          leaking("UNHEARD-24", UnheardWriters.class, "enter"),
          leaking("UNHEARD-25", UnheardWriters.class, "leave"),
          leaking("UNHEARD-26", UnheardWriters.class, "present"));

  private static List<UUID> plus(List<UUID> answer, Collection<UUID> others) {
    return Stream.concat(answer.stream(), others.stream())
        .distinct()
        .sorted(Comparator.comparing(UUID::toString))
        .toList();
  }

  /** The store, opened again after {@code before} was closed. */
  record Reopened(UnheardWriters store, UnheardWriters before) implements UnheardWriters {
    @Override
    public Noted enter(UUID instance, Instant at) {
      return store.enter(instance, at);
    }

    @Override
    public Departure leave(UUID instance) {
      return store.leave(instance);
    }

    @Override
    public List<UUID> present(Instant since) {
      return store.present(since);
    }
  }

  /** The double: asks the right writers, and remembers what it was asked. */
  private static class Spoilt implements UnheardWriters {
    /** What it was asked, in turn. */
    final Calls calls = new Calls();

    /** Who has entered this view, was not found dead and has not left; the instant given last. */
    final Map<UUID, Instant> entered = new ConcurrentHashMap<>();

    /** Who has entered this view among many. */
    final Set<UUID> raced = ConcurrentHashMap.newKeySet();

    /** Who has left this view. */
    final Set<UUID> left = ConcurrentHashMap.newKeySet();

    /** Who has entered this view and was found dead by it; the instant given last. */
    final Map<UUID, Instant> dead = new ConcurrentHashMap<>();

    private final UnheardWriters right;

    Spoilt(UnheardWriters right) {
      this.right = right;
    }

    /** Whether some have entered at that instant, and some a millisecond before. */
    boolean isClose(Instant since) {
      return entered.containsValue(since) && entered.containsValue(since.minusMillis(1));
    }

    @Override
    public Noted enter(UUID instance, Instant at) {
      calls.note("enter");
      dead.remove(instance);
      entered.put(instance, at);
      if (inARace()) {
        raced.add(instance);
      }
      return right.enter(instance, at);
    }

    @Override
    public Departure leave(UUID instance) {
      calls.note("leave");
      Departure answer = right.leave(instance);
      if (answer instanceof Left) {
        entered.remove(instance);
        left.add(instance);
      }
      return answer;
    }

    @Override
    public List<UUID> present(Instant since) {
      calls.note("present");
      List<UUID> answer = right.present(since);
      entered.forEach((instance, at) -> {
        if (at.isBefore(since) && !answer.contains(instance)) {
          dead.put(instance, at);
        }
      });
      entered.keySet().removeAll(new HashSet<>(dead.keySet()));
      return answer;
    }
  }

  /** Shows again to who asks the same whom it has shown to them once. */
  private static final class Stubborn extends Spoilt {
    private final Set<List<Object>> shown = ConcurrentHashMap.newKeySet();
    private final Predicate<Instant> which;

    Stubborn(UnheardWriters right, Predicate<Instant> which) {
      super(right);
      this.which = which;
    }

    @Override
    public List<UUID> present(Instant since) {
      List<UUID> answer = super.present(since);
      List<UUID> before =
          shown.stream()
              .filter(it -> it.getFirst().equals(since) && which.test(since))
              .map(it -> (UUID) it.getLast())
              .toList();
      if (!inARace()) {
        answer.forEach(it -> shown.add(List.of(since, it)));
      }
      return before.isEmpty() ? answer : plus(answer, before);
    }
  }
}
