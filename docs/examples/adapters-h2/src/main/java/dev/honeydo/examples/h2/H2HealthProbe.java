package dev.honeydo.examples.h2;

import dev.honeydo.application.port.HealthProbe;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Tries the database on a row that is nobody's. */
final class H2HealthProbe implements HealthProbe {
  private final Database database;

  H2HealthProbe(Database database) {
    this.database = database;
  }

  @Override
  public Passed probe() {
    return database.run(
        "HealthProbe",
        "probe",
        in -> {
          String id = UUID.randomUUID().toString();
          expectOne(in.update("insert into health_trials (id) values (?)", id));
          expectOne(
              in.all(row -> row.getString("id"), "select id from health_trials where id = ?", id)
                  .size());
          expectOne(in.update("delete from health_trials where id = ?", id));
          return new Passed(List.of("insert", "find", "delete"));
        });
  }

  private static void expectOne(int rows) throws SQLException {
    if (rows != 1) {
      throw new SQLException("a row that was just written was met " + rows + " times");
    }
  }
}
