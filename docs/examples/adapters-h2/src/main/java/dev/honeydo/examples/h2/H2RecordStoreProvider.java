package dev.honeydo.examples.h2;

import dev.honeydo.application.port.RecordStore;
import dev.honeydo.application.port.RecordStoreProvider;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * Keeps the record in a file of H2's: {@code DB_URI=h2:./data/h2/record}.
 *
 * <p><b>This is an example to copy, not a place for what must not be lost.</b> With its defaults H2
 * answers before a change is on the disk, so that a power cut, and even a killed process, loses
 * changes that were answered or leaves a file that does not open again. To keep the record on one
 * machine use SQLite, which is what Honeydo does when {@code DB_URI} is not set.
 */
public final class H2RecordStoreProvider implements RecordStoreProvider {

  /** What {@link java.util.ServiceLoader} calls. */
  public H2RecordStoreProvider() {}

  @Override
  public String scheme() {
    return "h2";
  }

  @Override
  public RecordStore open(String uri, InstantSource clock) {
    return new H2RecordStore(Database.open(file(uri)), clock);
  }

  private static Path file(String uri) {
    String path = uri.substring(uri.indexOf(':') + 1);
    // Behind a semicolon H2 takes options, of which some run scripts.
    if (path.isBlank() || path.contains(";")) {
      throw malformed();
    }
    try {
      return Path.of(path).toAbsolutePath().normalize();
    } catch (InvalidPathException notAPath) {
      throw malformed();
    }
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException(
        "malformed: it must be h2: and the path of a file without options, as h2:./data/h2/record");
  }
}
