package archfixtures.r9.good.application.port;

import org.jspecify.annotations.NullMarked;

/** A value of it. */
@NullMarked
public enum Order {
  /** Newest first. */
  NEWEST
}
