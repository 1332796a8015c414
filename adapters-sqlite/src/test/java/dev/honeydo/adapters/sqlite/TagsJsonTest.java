package dev.honeydo.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.contracts.Specimens;
import dev.honeydo.domain.todo.Tag;
import dev.honeydo.domain.todo.Tags;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class TagsJsonTest {
  private static final Tags NASTY =
      new Tags(
          List.of(
              new Tag("\""),
              new Tag("\\"),
              new Tag("\\\""),
              new Tag("\",\""),
              new Tag("]"),
              new Tag("["),
              new Tag("\\u0041"),
              new Tag("a,b"),
              new Tag("\u00a0x\ufffd\ufeff"),
              new Tag(Specimens.UNICODE.substring(0, 8)),
              new Tag(Specimens.BEE.repeat(50))));

  @Test
  @DisplayName("tags are read as they were written")
  void readsWhatItWrote() {
    assertThat(TagsJson.read(TagsJson.write(NASTY))).isEqualTo(NASTY);
    assertThat(TagsJson.read(TagsJson.write(Tags.NONE))).isEqualTo(Tags.NONE);
  }

  @Test
  @DisplayName("SQLite's json_each sees the very same tags")
  void sqliteReadsTheSame() throws SQLException {
    try (var connection = SqliteConnection.open("jdbc:sqlite::memory:", List.of())) {
      List<Tag> seen =
          connection.all(
              "SELECT value FROM json_each(?) ORDER BY key",
              row -> new Tag(row.text()),
              TagsJson.write(NASTY));
      assertThat(seen).isEqualTo(NASTY.values());
    }
  }
}
