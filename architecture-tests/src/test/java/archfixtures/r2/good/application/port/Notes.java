package archfixtures.r2.good.application.port;

import archfixtures.r2.good.domain.Note;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** A port. */
@NullMarked
public interface Notes {
  /** All. */
  List<Note> all();
}
