package archfixtures.r12.bad.application.port;

import org.jspecify.annotations.NullMarked;

/** Anybody may add a result. */
@NullMarked
public interface BadNotes {
  /** What became of it. */
  interface Addition {}

  /** Done. */
  record Added() implements Addition {}
}
