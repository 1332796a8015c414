package archfixtures.r13.bad.application.note;

import org.jspecify.annotations.NullMarked;

/** A bare number. */
@NullMarked
public final class BadNoteQueries {
  /** How many. */
  public int count() {
    return 0;
  }
}
