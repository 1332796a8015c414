package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.HealthProbe;
import java.sql.SQLException;
import java.util.List;

/**
 * Asks a reading connection for nothing, then has the writing one insert, find and delete a row of
 * the table {@code health_probes} and commit. A disk that is full or does not answer shows here.
 */
final class SqliteHealthProbe implements HealthProbe {
  private static final String PORT = "HealthProbe";
  private static final String OPERATION = "probe";

  private final Database database;

  SqliteHealthProbe(Database database) {
    this.database = database;
  }

  @Override
  public Passed probe() {
    boolean _ = database.read(PORT, OPERATION, it -> it.first("SELECT 1", Row::flag).isPresent());
    return database.write(PORT, OPERATION, SqliteHealthProbe::insertFindDelete);
  }

  private static Passed insertFindDelete(SqliteConnection connection) throws SQLException {
    int inserted = connection.change("INSERT INTO health_probes DEFAULT VALUES");
    int found = connection.all("SELECT id FROM health_probes", Row::number).size();
    int deleted = connection.change("DELETE FROM health_probes");
    if (inserted != 1 || found != 1 || deleted != 1) {
      throw new SQLException("a row was not found as it was written");
    }
    return new Passed(List.of("ping", "insert", "find", "delete"));
  }
}
