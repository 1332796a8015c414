package archfixtures.r11.good.application.note;

import org.jspecify.annotations.NullMarked;

/** A step that is done in several ways. */
@NullMarked
public interface Stamping {
  /** Stamps. */
  Stamped stamp(String text);

  /** What came of it. */
  record Stamped(String text) {}
}
