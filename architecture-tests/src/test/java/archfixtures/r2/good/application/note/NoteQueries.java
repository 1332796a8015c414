package archfixtures.r2.good.application.note;

import archfixtures.r2.good.application.port.Notes;
import archfixtures.r2.good.domain.Note;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.NullMarked;

/** Reads. */
@NullMarked
public record NoteQueries(Notes notes, ReentrantLock lock) {
  /** All notes. */
  public List<Note> all() {
    return notes.all().stream().filter(it -> !it.text().isEmpty()).toList();
  }
}
