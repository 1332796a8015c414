package dev.honeydo.application.port;

import dev.honeydo.domain.todo.Priority;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be counted of somebody's todos.
 *
 * @param overdue how many are open and were due before now
 * @param byPriority how many there are of each priority, open or completed; every one is named
 * @param completedPerDay how many of those that are completed now were so on each of the last
 *     {@value #DAYS} days of UTC, today the last of them
 */
public record TodoStatistics(
    long total,
    long completed,
    long overdue,
    Map<Priority, Long> byPriority,
    List<Day> completedPerDay) {
  /** How many days are counted one by one. */
  public static final int DAYS = 14;

  /** Copies what it is given. */
  public TodoStatistics {
    byPriority = Map.copyOf(byPriority);
    completedPerDay = List.copyOf(completedPerDay);
  }

  /** How many are not completed. */
  public long open() {
    return total - completed;
  }

  /** What was completed on one day. */
  public record Day(LocalDate date, long count) {}

  /** Adds up todos, one by one or as many as are alike. Of one thread. */
  public static final class Tally {
    private final Instant now;
    private final Map<Priority, Long> byPriority = new EnumMap<>(Priority.class);
    private final Map<LocalDate, Long> byDay = new HashMap<>();
    private long total;
    private long completed;
    private long overdue;

    /** Nothing yet, at that instant. */
    public Tally(Instant now) {
      this.now = now;
      for (Priority priority : Priority.values()) {
        byPriority.put(priority, 0L);
      }
    }

    /** Counts one todo. */
    public void count(Priority priority, Optional<Instant> completedAt, Optional<Instant> dueAt) {
      count(priority, completedAt.isPresent(), 1);
      completedAt.ifPresent(it -> completedOn(new Day(dayOf(it), 1)));
      if (completedAt.isEmpty() && dueAt.filter(now::isAfter).isPresent()) {
        overdue(1);
      }
    }

    /** Counts todos that are alike, but for the day on which they were completed. */
    public void count(Priority priority, boolean areCompleted, long count) {
      total += count;
      completed += areCompleted ? count : 0;
      byPriority.merge(priority, count, Long::sum);
    }

    /** Tells on which day todos were completed that are counted as completed. */
    public void completedOn(Day day) {
      byDay.merge(day.date(), day.count(), Long::sum);
    }

    /** Tells how many more of the todos that are counted as open are overdue. */
    public void overdue(long count) {
      overdue += count;
    }

    /** What was counted. */
    public TodoStatistics result() {
      LocalDate today = dayOf(now);
      List<Day> days = new ArrayList<>(DAYS);
      for (int ago = DAYS - 1; ago >= 0; ago--) {
        LocalDate day = today.minusDays(ago);
        days.add(new Day(day, byDay.getOrDefault(day, 0L)));
      }
      return new TodoStatistics(total, completed, overdue, byPriority, days);
    }

    private static LocalDate dayOf(Instant instant) {
      return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
  }
}
