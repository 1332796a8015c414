package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.UnheardWriters;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The instances that write unheard, one row of the table {@code unheard_writers} each. Who looks
 * for them writes only where one has died.
 */
final class SqliteUnheardWriters implements UnheardWriters {
  private static final String PORT = "UnheardWriters";

  private static final String ENTER =
      "INSERT INTO unheard_writers (instance, at) VALUES (?, ?)"
          + " ON CONFLICT (instance) DO UPDATE SET at = max(at, excluded.at)";
  static final String LEAVE = "DELETE FROM unheard_writers WHERE instance = ?";
  private static final String ALL = "SELECT instance, at FROM unheard_writers ORDER BY instance";
  private static final String FORGET = "DELETE FROM unheard_writers WHERE at < ?";

  private final Database database;

  SqliteUnheardWriters(Database database) {
    this.database = database;
  }

  private record Writer(UUID instance, Instant at) {}

  @Override
  public Noted enter(UUID instance, Instant at) {
    int _ = database.write(PORT, "enter", it -> it.change(ENTER, instance, at));
    return new Noted();
  }

  @Override
  public Departure leave(UUID instance) {
    int left = database.write(PORT, "leave", it -> it.change(LEAVE, instance));
    return left == 1 ? new Left() : new NotNoted();
  }

  @Override
  public List<UUID> present(Instant since) {
    List<Writer> all =
        database.read(
            PORT, "present", it -> it.all(ALL, row -> new Writer(row.id(), row.instant())));
    List<UUID> alive =
        all.stream().filter(it -> !it.at().isBefore(since)).map(Writer::instance).toList();
    if (alive.size() < all.size()) {
      int _ = database.write(PORT, "present", it -> it.change(FORGET, Broom.end(since)));
    }
    return alive;
  }
}
