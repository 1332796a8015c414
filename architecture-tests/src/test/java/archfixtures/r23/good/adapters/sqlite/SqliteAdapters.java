package archfixtures.r23.good.adapters.sqlite;

import archfixtures.r23.good.application.port.Notes;
import archfixtures.r23.good.application.port.RecordStore;
import org.jspecify.annotations.NullMarked;

/** The door, which hands out the port. */
@NullMarked
public record SqliteAdapters() implements RecordStore {
  /** The port. */
  public Notes notes() {
    return new SqliteNotes();
  }

  /** Another, made on the spot. */
  public Notes none() {
    return new Notes() {};
  }
}
