package archfixtures.r11.good.application.note;

import archfixtures.r11.good.application.port.Notes;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** Reads. */
@NullMarked
public final class NoteQueries {
  private final Notes notes;

  /** Wires them. */
  public NoteQueries(Notes notes) {
    this.notes = notes;
  }

  /** One. */
  public Optional<Notes> one() {
    return Optional.of(notes);
  }

  /** Another. */
  public Optional<Notes> other() {
    return Optional.of(notes);
  }
}
