package dev.honeydo.adapters.sqlite;

import dev.honeydo.domain.Version;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One row of a result, its columns read from left to right: each call reads the next one. */
final class Row {

  /** Makes a value of the columns of a row. */
  @FunctionalInterface
  interface Reader<T> {
    /** Reads as many columns as the query selects. */
    T read(Row row) throws SQLException;
  }

  private final ResultSet result;
  private int column;

  Row(ResultSet result) {
    this.result = result;
  }

  long number() throws SQLException {
    return result.getLong(++column);
  }

  boolean flag() throws SQLException {
    return number() != 0;
  }

  String text() throws SQLException {
    return result.getString(++column);
  }

  Optional<String> optionalText() throws SQLException {
    return Optional.ofNullable(result.getString(++column));
  }

  UUID id() throws SQLException {
    ByteBuffer bytes = ByteBuffer.wrap(result.getBytes(++column));
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  Instant instant() throws SQLException {
    return Instant.ofEpochMilli(number());
  }

  Optional<Instant> optionalInstant() throws SQLException {
    Instant instant = instant();
    return result.wasNull() ? Optional.empty() : Optional.of(instant);
  }

  Version version() throws SQLException {
    return new Version(number());
  }
}
