package dev.honeydo.adapters.sqlite;

import dev.honeydo.domain.todo.SearchScope;
import dev.honeydo.domain.todo.SearchTerms;
import dev.honeydo.domain.todo.Tag;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.todo.Words;
import dev.honeydo.domain.user.UserId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The words of live todos, in the full-text table {@code todo_words}. What it gets is parted
 * already, and each word has its owner in front: 32 hexadecimal digits.
 *
 * <p>Words hold letters, digits and marks alone, so that between quotes nothing of them is syntax.
 */
final class WordIndex {
  private static final String ADD =
      "INSERT INTO todo_words (heading, tags, task, rowid) VALUES (?, ?, ?, ?)";
  private static final String ADD_LAST =
      "INSERT INTO todo_words (heading, tags, task, rowid) VALUES (?, ?, ?, last_insert_rowid())";
  private static final String REMOVE = "DELETE FROM todo_words WHERE rowid = ?";

  private WordIndex() {}

  /** Adds the words of what stands in the row that this connection inserted last. */
  static void add(SqliteConnection connection, UserId owner, TodoContent content)
      throws SQLException {
    int _ = connection.change(ADD_LAST, texts(owner, content).toArray());
  }

  /** Adds the words of what stands in the row of that number. */
  static void add(SqliteConnection connection, long row, UserId owner, TodoContent content)
      throws SQLException {
    List<Object> values = new ArrayList<>(texts(owner, content));
    values.add(row);
    int _ = connection.change(ADD, values.toArray());
  }

  private static List<String> texts(UserId owner, TodoContent content) {
    List<String> tags =
        content.tags().values().stream()
            .map(Tag::value)
            .flatMap(tag -> Words.of(tag).stream())
            .toList();
    return List.of(
        text(owner.value(), content.heading().value()),
        text(owner.value(), tags),
        text(owner.value(), content.task().value()));
  }

  /** Removes the words of the row of that number. */
  static void remove(SqliteConnection connection, long row) throws SQLException {
    int _ = connection.change(REMOVE, row);
  }

  /** The words of the text, as the table gets them. */
  static String text(UUID owner, String text) {
    return text(owner, Words.of(text));
  }

  private static String text(UUID owner, Collection<String> words) {
    String prefix = digits(owner);
    return new LinkedHashSet<>(words).stream().map(prefix::concat).collect(Collectors.joining(" "));
  }

  /** The expression that matches where all of the terms are within the scope. */
  static String match(UserId owner, SearchTerms terms, SearchScope scope) {
    String columns =
        switch (scope) {
          case HEADING -> "{heading}";
          case LABELS -> "{heading tags}";
          case EVERYTHING -> "{heading tags task}";
        };
    String prefix = digits(owner.value());
    String whole =
        terms.words().stream()
            .map(word -> '"' + prefix + word + "\" AND ")
            .collect(Collectors.joining());
    return columns + " : (" + whole + '"' + prefix + terms.prefix() + "\" *)";
  }

  /**
   * The expression that matches where all words of the tag are words of tags, as they are wherever
   * the tag is; none for a tag without words.
   */
  static Optional<String> match(UserId owner, Tag tag) {
    String words = text(owner.value(), tag.value());
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of("{tags} : (\"" + words.replace(" ", "\" AND \"") + "\")");
  }

  private static String digits(UUID owner) {
    return owner.toString().replace("-", "");
  }
}
