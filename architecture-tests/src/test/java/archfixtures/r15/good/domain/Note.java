package archfixtures.r15.good.domain;

import java.util.List;
import org.jspecify.annotations.NullMarked;

/** A value. */
@NullMarked
public record Note(String text, List<String> tags) {
  /** None. */
  public static final Note NONE = new Note("", List.of());

  /** Copies. */
  public Note {
    tags = List.copyOf(tags);
  }

  /** Another note. */
  public Note settled() {
    return NONE;
  }
}
