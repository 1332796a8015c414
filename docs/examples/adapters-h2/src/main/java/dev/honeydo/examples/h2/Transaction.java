package dev.honeydo.examples.h2;

import dev.honeydo.application.port.Purge;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Statements within one transaction. What is given for a {@code ?} is text, a number, a boolean, a
 * {@code String[]} or bytes, or null.
 */
final class Transaction {
  /** The SQLSTATE of a unique constraint that a statement would have broken. */
  private static final String NOT_UNIQUE = "23505";

  private final Connection connection;

  Transaction(Connection connection) {
    this.connection = connection;
  }

  /** Runs a script without parameters. */
  void execute(String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(script);
    }
  }

  /**
   * How many rows the statement changed.
   *
   * @throws IllegalStateException when it would break a unique constraint: whoever gave a new thing
   *     an old id is mistaken, and the store is well
   */
  int update(String sql, @Nullable Object... parameters) throws SQLException {
    try {
      return execute(sql, parameters);
    } catch (SQLException failed) {
      if (NOT_UNIQUE.equals(failed.getSQLState())) {
        throw new IllegalStateException("the same is there already: " + sql);
      }
      throw failed;
    }
  }

  private int execute(String sql, @Nullable Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepare(sql, parameters)) {
      return statement.executeUpdate();
    }
  }

  /**
   * Whether the statement, which may break a unique constraint, did not. A refused one changes
   * nothing.
   */
  boolean updatesUnlessTaken(String sql, @Nullable Object... parameters) throws SQLException {
    try {
      execute(sql, parameters);
      return true;
    } catch (SQLException failed) {
      if (NOT_UNIQUE.equals(failed.getSQLState())) {
        return false;
      }
      throw failed;
    }
  }

  /** Deletes rows of a table whose {@code end}, a column of it, has come; so many at the most. */
  Purge purge(String table, String end, long now, int most) throws SQLException {
    String ended = " from " + table + " where " + end + " <= ? limit ?";
    update("delete" + ended, now, most);
    return new Purge(all(row -> row.getLong(end), "select " + end + ended, now, 1).isEmpty());
  }

  /** All rows, in their order. */
  <T> List<T> all(Row<T> row, String sql, @Nullable Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepare(sql, parameters);
        ResultSet result = statement.executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(row.of(result));
      }
      return rows;
    }
  }

  /** The first row, or empty where there is none. */
  <T> Optional<T> first(Row<T> row, String sql, @Nullable Object... parameters)
      throws SQLException {
    return all(row, sql, parameters).stream().findFirst();
  }

  private PreparedStatement prepare(String sql, @Nullable Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int at = 0; at < parameters.length; at++) {
      statement.setObject(at + 1, parameters[at]);
    }
    return statement;
  }

  /** Reads the row at which the result stands. */
  @FunctionalInterface
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }
}
