package dev.honeydo.adapters.sqlite;

import dev.honeydo.domain.todo.Heading;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.sqlite.Function;

/**
 * What SQL is taught of text, for migrations to fill new columns as the code would: {@code
 * honeydo_sort_key(heading)} and {@code honeydo_words(owner, text)}. JSON's quotes part words as
 * well as anything, so that tags need not be read first.
 */
final class TextFunctions {
  private TextFunctions() {}

  /** Makes the functions known on that connection. */
  static void teach(Connection connection) throws SQLException {
    Function.create(
        connection,
        "honeydo_sort_key",
        new Function() {
          @Override
          protected void xFunc() throws SQLException {
            result(new Heading(value_text(0)).sortKey());
          }
        });
    Function.create(
        connection,
        "honeydo_words",
        new Function() {
          @Override
          protected void xFunc() throws SQLException {
            ByteBuffer owner = ByteBuffer.wrap(value_blob(0));
            result(WordIndex.text(new UUID(owner.getLong(), owner.getLong()), value_text(1)));
          }
        });
  }
}
