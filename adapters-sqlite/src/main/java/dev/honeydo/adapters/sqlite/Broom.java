package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.Purge;
import java.time.Instant;

/**
 * Removes what has expired from one table, a little in each transaction, so that nobody who writes
 * waits long for their turn.
 *
 * @param port whose table it is
 * @param remove removes rows that had expired by an instant, so many at the most
 * @param left finds a row that had expired by an instant
 */
record Broom(String port, String remove, String left) {
  /** Some milliseconds' work, beside a flush. */
  private static final int ONE_TURN = 250;

  /** Removes what had expired by {@code now}, up to {@code most} rows. */
  Purge sweep(Database database, Instant now, int most) {
    int swept = 0;
    while (swept < most) {
      int turn = Math.min(ONE_TURN, most - swept);
      int removed = database.write(port, "purge", it -> it.change(remove, now, turn));
      if (removed < turn) {
        return new Purge(true);
      }
      swept += turn;
    }
    return new Purge(database.read(port, "purge", it -> it.first(left, Row::flag, now)).isEmpty());
  }

  /**
   * The first whole millisecond not before {@code instant}: how an end must be written down, lest
   * something end before it does.
   */
  static Instant end(Instant instant) {
    return Instant.ofEpochMilli(instant.plusNanos(999_999).toEpochMilli());
  }
}
