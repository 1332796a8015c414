package archfixtures.r12.bad.application.note;

import org.jspecify.annotations.NullMarked;

/** An outcome that is no record. */
@NullMarked
public final class BadMoveNote {
  /** What became of it. */
  public sealed interface Outcome {}

  /** Done. */
  public static final class Moved implements Outcome {}
}
