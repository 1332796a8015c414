package archfixtures.r11.good.application.note;

import org.jspecify.annotations.NullMarked;

/** A step that there is more than one of. */
@NullMarked
public interface Signature {
  /** What to sign with. */
  String text();
}
