package archfixtures.r15.bad.domain;

import org.jspecify.annotations.NullMarked;

/** An array is never constant. */
@NullMarked
public enum BadColours {
  /** Red. */
  RED;
  static final String[] NAMES = {"red"};
}
