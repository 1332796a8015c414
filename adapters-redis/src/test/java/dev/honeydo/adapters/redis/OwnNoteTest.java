package dev.honeydo.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.UnheardWriters;
import dev.honeydo.contracts.TestClock;
import dev.honeydo.contracts.reference.InMemoryUnheardWriters;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The note is there whenever it is relied on, also where the record did not say what it did. */
final class OwnNoteTest {
  private final UUID self = UUID.randomUUID();
  private final TestClock clock = new TestClock();
  private final Silent record = new Silent();
  private final OwnNote note = new OwnNote(record, self, clock, new Unsynced(10));

  @Test
  void aNoteThatIsNotNeededIsTakenBack() {
    note.enter().close();
    assertThat(record.present(Instant.MIN)).containsExactly(self);

    note.tend();

    assertThat(record.present(Instant.MIN)).isEmpty();
  }

  @Test
  void whatWasPerhapsTakenBackIsMadeAnewBeforeItIsReliedOn() {
    note.enter().close();
    record.silent = true;
    assertThatThrownBy(note::tend).isInstanceOf(PortUnavailable.class);
    record.silent = false;

    try (OwnNote.Noted _ = note.enter()) {
      assertThat(record.present(Instant.MIN)).containsExactly(self);
    }
  }

  @Test
  void whatWasPerhapsMadeIsTakenBack() {
    record.silent = true;
    assertThatThrownBy(note::enter).isInstanceOf(PortUnavailable.class);
    record.silent = false;

    note.tend();

    assertThat(record.present(Instant.MIN)).isEmpty();
  }

  /** Does what it is asked to, and while it is silent says that it does not know. */
  private static final class Silent implements UnheardWriters {
    private final InMemoryUnheardWriters writers = new InMemoryUnheardWriters();
    private boolean silent;

    @Override
    public Noted enter(UUID instance, Instant at) {
      return said("enter", writers.enter(instance, at));
    }

    @Override
    public Departure leave(UUID instance) {
      return said("leave", writers.leave(instance));
    }

    @Override
    public List<UUID> present(Instant since) {
      return said("present", writers.present(since));
    }

    private <T> T said(String operation, T answer) {
      if (silent) {
        throw new PortUnavailable("UnheardWriters", operation, new IllegalStateException("late"));
      }
      return answer;
    }
  }
}
