package archfixtures.r4.bad.application.note;

import org.jspecify.annotations.NullMarked;

/** A use case. */
@NullMarked
public final class WriteNote {
  /** What to write. */
  public record Command(String text) {}
}
