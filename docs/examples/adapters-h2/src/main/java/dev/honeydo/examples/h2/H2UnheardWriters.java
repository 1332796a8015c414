package dev.honeydo.examples.h2;

import dev.honeydo.application.port.UnheardWriters;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The instances that write unheard as rows; whoever enters, leaves or looks takes a turn. */
final class H2UnheardWriters implements UnheardWriters {
  private final Database database;

  H2UnheardWriters(Database database) {
    this.database = database;
  }

  @Override
  public Noted enter(UUID instance, Instant at) {
    return inTurn(
        "enter",
        in -> {
          int noted =
              in.update(
                  "update unheard_writers set at = greatest(at, ?) where instance = ?",
                  at.toEpochMilli(),
                  instance.toString());
          if (noted == 0) {
            in.update(
                "insert into unheard_writers (instance, at) values (?, ?)",
                instance.toString(),
                at.toEpochMilli());
          }
          return new Noted();
        });
  }

  @Override
  public Departure leave(UUID instance) {
    return inTurn(
        "leave",
        in ->
            in.update("delete from unheard_writers where instance = ?", instance.toString()) == 1
                ? new Left()
                : new NotNoted());
  }

  @Override
  public List<UUID> present(Instant since) {
    return inTurn(
        "present",
        in -> {
          in.update(
              "delete from unheard_writers where at < ?", since.plusNanos(999_999).toEpochMilli());
          return in.all(
              row -> UUID.fromString(row.getString("instance")),
              "select instance from unheard_writers order by instance");
        });
  }

  private <T> T inTurn(String operation, Database.Work<T> work) {
    return database.run(
        "UnheardWriters",
        operation,
        in -> {
          in.all(row -> row.getInt("id"), "select id from session_turn for update");
          return work.in(in);
        });
  }
}
