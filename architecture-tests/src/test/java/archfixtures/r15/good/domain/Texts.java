package archfixtures.r15.good.domain;

import org.jspecify.annotations.NullMarked;

/** Functions without state. */
@NullMarked
public final class Texts {
  private static final int MOST = 10;

  private Texts() {}

  /** Cuts. */
  public static String cut(String text) {
    return text.substring(0, Math.min(MOST, text.length()));
  }
}
