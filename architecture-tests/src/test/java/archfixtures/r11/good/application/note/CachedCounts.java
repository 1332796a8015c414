package archfixtures.r11.good.application.note;

import archfixtures.r11.good.application.port.Counts;
import org.jspecify.annotations.NullMarked;

/** Stands in front of a port. */
@NullMarked
public final class CachedCounts implements Counts {
  private final Counts store;

  /** Wires it. */
  public CachedCounts(Counts store) {
    this.store = store;
  }

  @Override
  public Count count(String text) {
    return store.count(text);
  }
}
