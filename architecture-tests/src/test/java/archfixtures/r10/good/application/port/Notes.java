package archfixtures.r10.good.application.port;

import archfixtures.r10.good.domain.Note;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/** A port that speaks of notes. */
@NullMarked
public interface Notes {
  /** Finds. */
  Optional<Note> find(UUID id) throws PortUnavailable;

  /** Lists. */
  Page page(int limit, boolean newestFirst);

  /** Some notes. */
  record Page(List<Note> notes, Optional<Instant> next) {
    private static final Object NOT_A_COMPONENT = new Object();

    /** Copies. */
    public Page {
      notes = List.copyOf(notes);
      assert NOT_A_COMPONENT != null;
    }
  }
}
