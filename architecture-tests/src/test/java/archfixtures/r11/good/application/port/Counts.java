package archfixtures.r11.good.application.port;

import org.jspecify.annotations.NullMarked;

/** A port. */
@NullMarked
public interface Counts {
  /** Counts. */
  Count count(String text);

  /** How many. */
  record Count(int value) {}
}
