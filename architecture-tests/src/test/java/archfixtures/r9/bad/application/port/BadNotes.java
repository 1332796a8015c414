package archfixtures.r9.bad.application.port;

import org.jspecify.annotations.NullMarked;

/** A class where a port should be. */
@NullMarked
public abstract class BadNotes {
  /** Counts. */
  public abstract int count();
}
