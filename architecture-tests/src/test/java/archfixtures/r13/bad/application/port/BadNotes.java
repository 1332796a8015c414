package archfixtures.r13.bad.application.port;

import org.jspecify.annotations.NullMarked;

/** A port that answers with what nobody has to look at. */
@NullMarked
public interface BadNotes {
  /** Removed or not. */
  boolean remove(String id);

  /** Removed, perhaps. */
  void clear();

  /** Nobody has said what this is. */
  void close();
}
