package archfixtures.r11.bad.application.note;

import org.jspecify.annotations.NullMarked;

/** A use case that is made of another. */
@NullMarked
public final class BadCopyNote {
  private final BadFindNote findNote;

  /** Wires it. */
  public BadCopyNote(BadFindNote findNote) {
    this.findNote = findNote;
  }

  /** Copies. */
  public Outcome handle(Command command) {
    return new Copied(findNote.handle(new BadFindNote.Command(command.text())));
  }

  /** What to copy. */
  public record Command(String text) {}

  /** What became of it. */
  public sealed interface Outcome {}

  /** Done. */
  public record Copied(String text) implements Outcome {}
}
