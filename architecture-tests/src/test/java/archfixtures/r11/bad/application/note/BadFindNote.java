package archfixtures.r11.bad.application.note;

import org.jspecify.annotations.NullMarked;

/** Answers with a bare value. */
@NullMarked
public final class BadFindNote {
  /** Finds. */
  public String handle(Command command) {
    return command.text();
  }

  /** What to find. */
  public record Command(String text) {}
}
