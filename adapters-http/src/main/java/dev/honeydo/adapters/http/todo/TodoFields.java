package dev.honeydo.adapters.http.todo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.honeydo.adapters.http.body.Fields;
import dev.honeydo.adapters.http.body.JsonType;
import dev.honeydo.adapters.http.json.Rfc3339;
import dev.honeydo.domain.InvalidValue;
import dev.honeydo.domain.Violation;
import dev.honeydo.domain.todo.DueDate;
import dev.honeydo.domain.todo.Heading;
import dev.honeydo.domain.todo.Priority;
import dev.honeydo.domain.todo.Tag;
import dev.honeydo.domain.todo.Tags;
import dev.honeydo.domain.todo.Task;
import dev.honeydo.domain.todo.TodoContent;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Reads what clients write of a todo: whole, where what is missing takes its default, or as a merge
 * patch (RFC 7396), where what is missing stays and null takes the default.
 */
final class TodoFields {
  private static final Set<String> READ_ONLY =
      Set.of("id", "completed_at", "created_at", "updated_at", "version");

  private static final JsonType<Heading> HEADING = JsonType.text(Heading::new);
  private static final JsonType<Task> TASK = JsonType.text(Task::new);
  private static final JsonType<Boolean> COMPLETED = JsonType.bool();
  private static final JsonType<Priority> PRIORITY = JsonType.text(TodoFields::priority);
  private static final JsonType<Optional<DueDate>> DUE_AT =
      JsonType.<Optional<DueDate>>text(text -> Optional.of(new DueDate(Rfc3339.parse(text))))
          .nullMeans(Optional.empty());
  private static final JsonType<Tags> TAGS = JsonType.list(JsonType.text(Tag::new), Tags::new);

  private TodoFields() {}

  /** The content that the object writes. */
  static TodoContent whole(ObjectNode object) {
    return whole(object, "");
  }

  /** The content that the object writes, which stands where {@code pointer} points. */
  static TodoContent whole(ObjectNode object, String pointer) {
    Fields fields = new Fields(object, READ_ONLY, pointer);
    Optional<Heading> heading = fields.required("heading", HEADING);
    Optional<Task> task = fields.optional("task", TASK);
    Optional<Boolean> completed = fields.optional("completed", COMPLETED);
    Optional<Priority> priority = fields.optional("priority", PRIORITY);
    Optional<Optional<DueDate>> dueAt = fields.optional("due_at", DUE_AT);
    Optional<Tags> tags = fields.optional("tags", TAGS);
    fields.check();
    return new TodoContent(
        heading.orElseThrow(),
        task.orElse(Task.NONE),
        completed.orElse(false),
        priority.orElse(Priority.NORMAL),
        dueAt.orElse(Optional.empty()),
        tags.orElse(Tags.NONE));
  }

  /** The change that the object asks for. */
  static UnaryOperator<TodoContent> patch(ObjectNode object) {
    return patch(object, "");
  }

  /** The change that the object asks for, which stands where {@code pointer} points. */
  static UnaryOperator<TodoContent> patch(ObjectNode object, String pointer) {
    Fields fields = new Fields(object, READ_ONLY, pointer);
    Optional<Heading> heading = fields.optional("heading", HEADING.notNull());
    Optional<Task> task = fields.optional("task", TASK.nullMeans(Task.NONE));
    Optional<Boolean> completed = fields.optional("completed", COMPLETED.nullMeans(false));
    Optional<Priority> priority = fields.optional("priority", PRIORITY.nullMeans(Priority.NORMAL));
    Optional<Optional<DueDate>> dueAt = fields.optional("due_at", DUE_AT);
    Optional<Tags> tags = fields.optional("tags", TAGS.nullMeans(Tags.NONE));
    fields.check();
    return content ->
        new TodoContent(
            heading.orElse(content.heading()),
            task.orElse(content.task()),
            completed.orElse(content.completed()),
            priority.orElse(content.priority()),
            dueAt.orElse(content.dueAt()),
            tags.orElse(content.tags()));
  }

  static Priority priority(String text) {
    return switch (text) {
      case "low" -> Priority.LOW;
      case "normal" -> Priority.NORMAL;
      case "high" -> Priority.HIGH;
      default ->
          throw new InvalidValue(Violation.NOT_ALLOWED, "must be one of low, normal and high");
    };
  }
}
