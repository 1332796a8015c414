package archfixtures.r13.bad.application.note;

import org.jspecify.annotations.NullMarked;

/** A use case that says nothing. */
@NullMarked
public final class BadWriteNote {
  /** Writes. */
  public void handle(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("empty");
    }
  }
}
