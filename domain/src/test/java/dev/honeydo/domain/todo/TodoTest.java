package dev.honeydo.domain.todo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.honeydo.domain.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class TodoTest {
  private static final Instant NOW = Instant.parse("2026-11-20T20:07:03.120Z");
  private static final Instant LATER = NOW.plusMillis(1);
  private static final TodoContent OPEN = TodoContent.of(new Heading("Buy bread"));
  private static final TodoContent DONE = with(OPEN.heading(), true);

  private final TodoId id = new TodoId(new UUID(1, 2));
  private final Todo open = Todo.create(id, OPEN, NOW);
  private final Todo done = Todo.create(id, DONE, NOW);

  @Test
  void aNewTodoIsInItsFirstVersion() {
    assertThat(Todo.create(id, OPEN, NOW.plusNanos(999_999)))
        .isEqualTo(new Todo(id, OPEN, Optional.empty(), NOW, NOW, Version.FIRST));
  }

  @Test
  void aTodoCanBeDoneFromTheBeginning() {
    assertThat(done.completedAt()).contains(NOW);
  }

  @Test
  void anotherContentIsOneVersionOn() {
    TodoContent other = TodoContent.of(new Heading("Buy cheese"));
    assertThat(open.edited(other, LATER))
        .isEqualTo(new Todo(id, other, Optional.empty(), NOW, LATER, new Version(2)));
  }

  @Test
  void theSameContentIsTheSameTodo() {
    assertThat(open.edited(TodoContent.of(new Heading(" Buy bread ")), LATER)).isSameAs(open);
  }

  @Test
  void completingNotesWhen() {
    assertThat(open.edited(DONE, LATER).completedAt()).contains(LATER);
  }

  @Test
  void reopeningForgetsWhen() {
    assertThat(done.edited(OPEN, LATER).completedAt()).isEmpty();
  }

  @Test
  void editingWhatIsDoneKeepsWhenItWasDone() {
    assertThat(done.edited(with(new Heading("Buy cheese"), true), LATER).completedAt())
        .contains(NOW);
  }

  @Test
  void completingAgainNotesWhenAgain() {
    Todo again = done.edited(OPEN, LATER).edited(DONE, LATER.plusMillis(1));
    assertThat(again.completedAt()).contains(LATER.plusMillis(1));
    assertThat(again.version()).isEqualTo(new Version(3));
  }

  @Test
  void whenTheClockGoesBackTheLastChangeStays() {
    Todo edited = open.edited(DONE, NOW.minusSeconds(9));
    assertThat(edited.updatedAt()).isEqualTo(NOW);
    assertThat(edited.completedAt()).contains(NOW);
  }

  @Test
  void completedAtIsThereExactlyWhileItIsCompleted() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Todo(id, DONE, Optional.empty(), NOW, NOW, Version.FIRST));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Todo(id, OPEN, Optional.of(NOW), NOW, NOW, Version.FIRST));
  }

  @Test
  void nothingChangesBeforeItIsMade() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Todo(id, OPEN, Optional.empty(), NOW, NOW.minusMillis(1), Version.FIRST));
  }

  @Test
  void instantsAreCutToMilliseconds() {
    Instant fine = NOW.plusNanos(1);
    assertThat(new Todo(id, DONE, Optional.of(fine), fine, fine, Version.FIRST))
        .isEqualTo(new Todo(id, DONE, Optional.of(NOW), NOW, NOW, Version.FIRST));
  }

  private static TodoContent with(Heading heading, boolean completed) {
    return new TodoContent(
        heading, Task.NONE, completed, Priority.NORMAL, Optional.empty(), Tags.NONE);
  }
}
