package archfixtures.r11.bad.application.note;

import archfixtures.r11.bad.application.port.Notes;
import org.jspecify.annotations.NullMarked;

/** Stands in front of a port, and does something else besides. */
@NullMarked
public final class BadCachedNotes implements Notes {
  /** Clears. */
  public String clear() {
    return "cleared";
  }
}
