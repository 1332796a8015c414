package archfixtures.r4.bad.contracts;

import archfixtures.r4.bad.application.note.WriteNote;
import org.jspecify.annotations.NullMarked;

/** A contract that knows a use case. */
@NullMarked
public interface BadNotesContract {
  /** The use case. */
  WriteNote writeNote();
}
