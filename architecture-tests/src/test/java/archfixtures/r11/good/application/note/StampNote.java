package archfixtures.r11.good.application.note;

import org.jspecify.annotations.NullMarked;

/** A use case that is given a way to do its step. */
@NullMarked
public final class StampNote {
  private final Stamping stamping;

  /** Wires it. */
  public StampNote(Stamping stamping) {
    this.stamping = stamping;
  }

  /** Stamps. */
  public Outcome handle(Command command) {
    return new Done(stamping.stamp(command.text()));
  }

  /** What to stamp. */
  public record Command(String text) {}

  /** What became of it. */
  public sealed interface Outcome {}

  /** Done. */
  public record Done(Stamping.Stamped stamped) implements Outcome {}
}
