package archfixtures.r9.good.application.port;

import org.jspecify.annotations.NullMarked;

/** A port. */
@NullMarked
public interface Notes {
  /** An answer. */
  record Added() {}
}
