package archfixtures.r19.good.contracts;

import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/** Keeps one run from another. */
@NullMarked
public interface NotesContract {
  /** A key of its own. */
  default String key() {
    return UUID.randomUUID().toString();
  }
}
