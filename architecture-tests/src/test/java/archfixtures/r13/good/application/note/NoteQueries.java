package archfixtures.r13.good.application.note;

import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** Reads. */
@NullMarked
public final class NoteQueries {
  /** One. */
  public Optional<String> one() {
    return Optional.empty();
  }

  static boolean isPublic() {
    return false;
  }
}
