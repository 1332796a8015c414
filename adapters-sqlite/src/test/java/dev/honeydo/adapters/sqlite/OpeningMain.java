package dev.honeydo.adapters.sqlite;

import dev.honeydo.adapters.sqlite.SqliteAdapters.DataDirectoryInUse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/** Opens a data directory, prints what came of it, and keeps it open until its input ends. */
final class OpeningMain {
  static final String OPENED = "opened";

  private OpeningMain() {}

  public static void main(String[] arguments) throws IOException {
    try (var _ = SqliteAdapters.open(Path.of(arguments[0]), InstantSource.system())) {
      System.out.println(OPENED);
      int _ = System.in.read();
    } catch (DataDirectoryInUse refused) {
      System.out.println(refused.getMessage());
    }
  }
}
