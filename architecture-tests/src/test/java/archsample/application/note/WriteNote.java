package archsample.application.note;

import archsample.application.port.Notes;
import archsample.domain.note.Note;
import archsample.domain.user.UserId;
import org.jspecify.annotations.NullMarked;

/** Writes a note. */
@NullMarked
public final class WriteNote {
  private final Notes notes;

  /** Wires the use case. */
  public WriteNote(Notes notes) {
    this.notes = notes;
  }

  /** Writes it. */
  public Outcome handle(Command command) {
    return switch (notes.add(command.owner(), command.note())) {
      case Notes.Added() -> new Written(command.note());
    };
  }

  /** What to write. */
  public record Command(UserId owner, Note note) {}

  /** What became of it. */
  public sealed interface Outcome {}

  /** It is written. */
  public record Written(Note note) implements Outcome {}
}
