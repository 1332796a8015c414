package archfixtures.r12.good.application.note;

import org.jspecify.annotations.NullMarked;

/** A use case. */
@NullMarked
public final class WriteNote {
  /** What became of it. */
  public sealed interface Outcome {}

  /** Done. */
  public record Written() implements Outcome {}
}
