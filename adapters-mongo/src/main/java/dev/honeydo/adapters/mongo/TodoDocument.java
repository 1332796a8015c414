package dev.honeydo.adapters.mongo;

import dev.honeydo.domain.Moments;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.todo.DueDate;
import dev.honeydo.domain.todo.Heading;
import dev.honeydo.domain.todo.Priority;
import dev.honeydo.domain.todo.SearchScope;
import dev.honeydo.domain.todo.Tag;
import dev.honeydo.domain.todo.Tags;
import dev.honeydo.domain.todo.Task;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;

/**
 * How a todo is stored: {@code {_id, owner, heading, task, completed, completedAt?, priority,
 * dueAt?, tags, createdAt, updatedAt, version}}; what is left of one that was deleted: {@code {_id,
 * owner, version, deletedAt}}; and of both, once somebody has read it, {@code seq} ({@link
 * MongoTodoChanges}).
 *
 * <p>Live ones also have what is made of these, for indexes: {@code headingKey}; {@code rank}, a
 * number that rises with the priority; {@code dueRising} and {@code dueFalling}, in which what is
 * never due is late and early; and {@code words}, each with the letter of a part of the todo that
 * has it in front.
 */
final class TodoDocument {
  /** What goes when a todo is deleted. */
  private static final List<String> LIVE_FIELDS =
      List.of(
          "heading",
          "task",
          "completed",
          "completedAt",
          "priority",
          "dueAt",
          "tags",
          "createdAt",
          "updatedAt",
          "headingKey",
          "rank",
          "dueRising",
          "dueFalling",
          "words",
          "seq");

  /** A moment before every instant that a todo can have. */
  static final Date BEFORE_ALL = Date.from(Moments.EARLIEST.minusMillis(1));

  /** A moment after every instant that a todo can have. */
  static final Date AFTER_ALL = Date.from(Moments.LATEST.plusMillis(1));

  private TodoDocument() {}

  static Document of(UserId owner, Todo todo) {
    TodoContent content = todo.content();
    Document document =
        new Document("_id", todo.id().value())
            .append("owner", owner.value())
            .append("heading", content.heading().value())
            .append("task", content.task().value())
            .append("completed", content.completed())
            .append("priority", content.priority().name())
            .append("tags", content.tags().values().stream().map(Tag::value).toList())
            .append("createdAt", Date.from(todo.createdAt()))
            .append("updatedAt", Date.from(todo.updatedAt()))
            .append("version", todo.version().value());
    todo.completedAt().ifPresent(it -> document.append("completedAt", Date.from(it)));
    content.dueAt().ifPresent(it -> document.append("dueAt", Date.from(it.value())));
    document.putAll(derived(content));
    return document;
  }

  /** What is made of a content, for indexes. */
  static Document derived(TodoContent content) {
    Optional<Date> dueAt = content.dueAt().map(it -> Date.from(it.value()));
    List<String> words = new ArrayList<>();
    for (SearchScope scope : SearchScope.values()) {
      scope.words(content).forEach(word -> words.add(word(scope, word)));
    }
    return new Document("headingKey", content.heading().sortKey())
        .append("rank", rank(content.priority()))
        .append("dueRising", dueAt.orElse(AFTER_ALL))
        .append("dueFalling", dueAt.orElse(BEFORE_ALL))
        .append("words", words);
  }

  static String word(SearchScope scope, String word) {
    return switch (scope) {
      case HEADING -> "h" + word;
      case LABELS -> "l" + word;
      case EVERYTHING -> "e" + word;
    };
  }

  static int rank(Priority priority) {
    return switch (priority) {
      case LOW -> 0;
      case NORMAL -> 1;
      case HIGH -> 2;
    };
  }

  /** The update that leaves of a todo that it was there. */
  static Document deletion(Instant at) {
    Document gone = new Document();
    LIVE_FIELDS.forEach(it -> gone.append(it, ""));
    return new Document("$set", new Document("deletedAt", Date.from(at)))
        .append("$inc", new Document("version", 1L))
        .append("$unset", gone);
  }

  static boolean isLive(Document document) {
    return !document.containsKey("deletedAt");
  }

  static Todo todo(Document document) {
    return new Todo(
        new TodoId(document.get("_id", UUID.class)),
        content(document),
        Optional.ofNullable(document.getDate("completedAt")).map(Date::toInstant),
        document.getDate("createdAt").toInstant(),
        document.getDate("updatedAt").toInstant(),
        version(document));
  }

  static TodoContent content(Document document) {
    return new TodoContent(
        new Heading(document.getString("heading")),
        new Task(document.getString("task")),
        document.getBoolean("completed"),
        Priority.valueOf(document.getString("priority")),
        Optional.ofNullable(document.getDate("dueAt")).map(it -> new DueDate(it.toInstant())),
        new Tags(document.getList("tags", String.class).stream().map(Tag::new).toList()));
  }

  static Version version(Document document) {
    return new Version(document.getLong("version"));
  }
}
