package archsample.application.port;

import archsample.domain.note.Note;
import archsample.domain.user.UserId;
import org.jspecify.annotations.NullMarked;

/** The record of notes. */
@NullMarked
public interface Notes {
  /** Adds a note. */
  Addition add(UserId owner, Note note);

  /** What became of an {@link #add}. */
  sealed interface Addition {}

  /** It is kept. */
  record Added() implements Addition {}
}
