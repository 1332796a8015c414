package dev.honeydo.contracts;

import static dev.honeydo.contracts.Specimens.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.TodoStatistics;
import dev.honeydo.application.port.TodoStatistics.Day;
import dev.honeydo.application.port.Todos;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.todo.Priority;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What there is can be counted, and what is completed deleted at once. */
interface TodosCounting extends TodosSubject {

  @Test
  @DisplayName("TODO-104 of nothing there is nothing, on each of fourteen days up to today")
  default void countsNothingAtAll() {
    Instant noon = Instant.parse("2026-03-10T12:00:00Z");
    TodoStatistics none = todos().statistics(Specimens.userId(), noon);
    assertThat(none.total() + none.completed() + none.overdue()).isZero();
    assertThat(none.byPriority())
        .isEqualTo(Map.of(Priority.LOW, 0L, Priority.NORMAL, 0L, Priority.HIGH, 0L));
    assertThat(none.completedPerDay())
        .hasSize(14)
        .startsWith(new Day(LocalDate.parse("2026-02-25"), 0))
        .endsWith(new Day(LocalDate.parse("2026-03-10"), 0));
  }

  @Test
  @DisplayName("TODO-105 all, completed ones and those of each priority are counted")
  default void countsTodos() {
    UserId owner = Specimens.userId();
    var _ = Draft.of("a").priority(Priority.HIGH).addedTo(todos(), owner);
    var _ = Draft.of("b").priority(Priority.HIGH).completedAt(NOW).addedTo(todos(), owner);
    var _ = Draft.of("c").priority(Priority.LOW).addedTo(todos(), owner);
    TodoStatistics statistics = todos().statistics(owner, NOW);
    assertThat(statistics.total()).isEqualTo(3);
    assertThat(statistics.completed()).isEqualTo(1);
    assertThat(statistics.open()).isEqualTo(2);
    assertThat(statistics.byPriority())
        .isEqualTo(Map.of(Priority.LOW, 1L, Priority.NORMAL, 0L, Priority.HIGH, 2L));
  }

  @Test
  @DisplayName("TODO-106 overdue is what is open and was due before now")
  default void countsOverdue() {
    UserId owner = Specimens.userId();
    Draft draft = Draft.of("a");
    var _ = draft.dueAt(NOW.minusMillis(1)).addedTo(todos(), owner);
    var _ = draft.dueAt(NOW.minusMillis(1)).completedAt(NOW).addedTo(todos(), owner);
    var _ = draft.dueAt(NOW).addedTo(todos(), owner);
    var _ = draft.addedTo(todos(), owner);
    assertThat(todos().statistics(owner, NOW).overdue()).isEqualTo(1);
  }

  @Test
  @DisplayName("TODO-107 what was completed is counted on its day of UTC, to the millisecond")
  default void countsDays() {
    UserId owner = Specimens.userId();
    Instant now = Instant.parse("2026-03-10T00:00:00Z");
    for (String instant :
        List.of(
            "2026-02-24T23:59:59.999Z",
            "2026-02-25T00:00:00Z",
            "2026-02-25T12:00:00Z",
            "2026-03-09T23:59:59.999Z",
            "2026-03-10T00:00:00Z",
            "2026-03-10T23:59:59.999Z",
            "2026-03-11T00:00:00Z",
            "1969-12-31T23:59:59.999Z")) {
      var _ = Draft.of("a").completedAt(Instant.parse(instant)).addedTo(todos(), owner);
    }
    TodoStatistics statistics = todos().statistics(owner, now);
    assertThat(statistics.completedPerDay().stream().map(Day::count))
        .containsExactly(2L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L, 2L);
    assertThat(statistics.completed()).isEqualTo(8);
  }

  @Test
  @DisplayName("TODO-108 only the owner's are counted, and none that is deleted")
  default void countsLiveOnly() {
    UserId owner = Specimens.userId();
    var _ = Draft.of("a").addedTo(todos(), owner);
    var _ = Draft.of("a").addedTo(todos(), Specimens.userId());
    Todo deleted = Draft.of("a").addedTo(todos(), owner);
    assertThat(todos().delete(owner, deleted.id(), Precondition.NONE, NOW))
        .isEqualTo(new Todos.Deleted());
    assertThat(todos().statistics(owner, NOW).total()).isEqualTo(1);
  }

  @Test
  @DisplayName("TODO-109 deleting what is completed leaves what is open, and counts what went")
  default void deletesCompleted() {
    UserId owner = Specimens.userId();
    Todo open = Draft.of("a").addedTo(todos(), owner);
    Todo one = Draft.of("b").completedAt(NOW).addedTo(todos(), owner);
    Todo two = Draft.of("c").completedAt(NOW).addedTo(todos(), owner);
    assertThat(todos().deleteCompleted(owner, NOW)).isEqualTo(new Todos.Clearance(2));
    assertThat(todos().find(owner, open.id())).contains(open);
    assertThat(todos().find(owner, one.id())).isEmpty();
    assertThat(todos().find(owner, two.id())).isEmpty();
    assertThat(todos().deleteCompleted(owner, NOW)).isEqualTo(new Todos.Clearance(0));
  }

  @Test
  @DisplayName("TODO-110 what went because it was completed is already deleted")
  default void remembersCompleted() {
    UserId owner = Specimens.userId();
    Todo todo = Draft.of("b").completedAt(NOW).addedTo(todos(), owner);
    var _ = todos().deleteCompleted(owner, NOW);
    assertThat(todos().delete(owner, todo.id(), Precondition.NONE, NOW))
        .isEqualTo(new Todos.AlreadyDeleted());
  }

  @Test
  @DisplayName("TODO-111 deleting what is completed leaves what others have completed")
  default void deletesOwnCompleted() {
    UserId other = Specimens.userId();
    Todo kept = Draft.of("b").completedAt(NOW).addedTo(todos(), other);
    var _ = todos().deleteCompleted(Specimens.userId(), NOW);
    assertThat(todos().find(other, kept.id())).contains(kept);
  }
}
