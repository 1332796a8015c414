package archfixtures.r11.bad.application.note;

import archfixtures.r11.bad.application.port.Notes;
import org.jspecify.annotations.NullMarked;

/** Open to be extended. */
@NullMarked
public class BadWriteNote {
  private final Notes notes;

  /** Wires it. */
  public BadWriteNote(Notes notes) {
    this.notes = notes;
  }

  /** Writes. */
  public Outcome handle(Command command) {
    return new Written(command.text() + notes);
  }

  /** What to write. */
  public record Command(String text) {}

  /** What became of it. */
  public sealed interface Outcome {}

  /** Done. */
  public record Written(String text) implements Outcome {}
}
