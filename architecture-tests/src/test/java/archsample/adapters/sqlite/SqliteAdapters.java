package archsample.adapters.sqlite;

import archsample.application.port.Notes;
import org.jspecify.annotations.NullMarked;

/** The door. */
@NullMarked
public final class SqliteAdapters {
  /** The record of notes. */
  public Notes notes() {
    return new SqliteNotes();
  }
}
