package archfixtures.r11.bad.application.note;

import org.jspecify.annotations.NullMarked;

/** Does two things, and names one in its own way. */
@NullMarked
public final class BadMoveNote {
  /** Moves. */
  public Outcome handle(Command command) {
    return new Moved(command.text());
  }

  /** Moves back. */
  public Outcome undo(Command command) {
    return new Moved(command.text());
  }

  /** What to move. */
  public record Command(String text) {}

  /** What became of it. */
  public sealed interface Outcome {}

  /** Done. */
  public record Moved(String text) implements Outcome {}
}
