package archsample.adapters.sqlite;

import archsample.application.port.Notes;
import archsample.domain.note.Note;
import archsample.domain.user.UserId;
import org.jspecify.annotations.NullMarked;

/** Notes in a table. */
@NullMarked
record SqliteNotes() implements Notes {
  @Override
  public Addition add(UserId owner, Note note) {
    return new Added();
  }
}
