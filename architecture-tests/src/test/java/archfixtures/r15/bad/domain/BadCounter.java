package archfixtures.r15.bad.domain;

import org.jspecify.annotations.NullMarked;

/** Shared by everybody, changed by anybody. */
@NullMarked
public final class BadCounter {
  private static int next;

  private BadCounter() {}

  /** Counts. */
  public static int next() {
    return next++;
  }
}
