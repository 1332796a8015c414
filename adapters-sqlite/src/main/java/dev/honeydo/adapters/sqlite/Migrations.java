package dev.honeydo.adapters.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/**
 * The steps from an empty database to the schema of this code. Step <i>n</i> takes a database from
 * version <i>n</i> - 1 to <i>n</i>, in one transaction; the version is kept in the database itself
 * ({@code PRAGMA user_version}).
 *
 * @param scripts SQL, in order; what was released is never changed, only followed by another
 */
record Migrations(List<String> scripts) {
  private static final List<String> RESOURCES =
      List.of(
          "1-record.sql",
          "2-revocation.sql",
          "3-idempotency.sql",
          "4-lists.sql",
          "5-job-runs.sql",
          "6-caches.sql",
          "7-fewer-indexes.sql");

  /** Thrown for a database whose version is higher than the last step's. */
  static final class NewerSchema extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NewerSchema(long found, int known) {
      super("its schema has version " + found + ", this Honeydo knows versions up to " + known);
    }
  }

  Migrations {
    scripts = List.copyOf(scripts);
  }

  /** The steps that come with this code. */
  static Migrations bundled() {
    return new Migrations(RESOURCES.stream().map(Migrations::resource).toList());
  }

  /**
   * Takes the steps that the database has not taken yet and answers its version.
   *
   * @throws NewerSchema when it has taken steps that are not known here
   */
  int apply(SqliteConnection connection) throws SQLException {
    long found = connection.first("PRAGMA user_version", Row::number).orElseThrow();
    if (found > scripts.size()) {
      throw new NewerSchema(found, scripts.size());
    }
    for (int version = (int) found + 1; version <= scripts.size(); version++) {
      connection.begin();
      connection.run(scripts.get(version - 1));
      connection.run("PRAGMA user_version = " + version);
      connection.commit();
    }
    return scripts.size();
  }

  private static String resource(String name) {
    try (InputStream script = Migrations.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(script, name).readAllBytes(), UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
