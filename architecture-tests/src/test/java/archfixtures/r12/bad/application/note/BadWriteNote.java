package archfixtures.r12.bad.application.note;

import org.jspecify.annotations.NullMarked;

/** Anybody may add an outcome. */
@NullMarked
public final class BadWriteNote {
  /** What became of it. */
  public interface Outcome {}
}
