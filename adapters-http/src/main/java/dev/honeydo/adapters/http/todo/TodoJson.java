package dev.honeydo.adapters.http.todo;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.honeydo.adapters.http.json.JsonText;
import dev.honeydo.domain.todo.DueDate;
import dev.honeydo.domain.todo.Priority;
import dev.honeydo.domain.todo.Tag;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoContent;
import java.io.IOException;

/** How todos look in JSON. */
public final class TodoJson {
  private TodoJson() {}

  /** Writes a todo as an object. */
  public static void write(JsonGenerator json, Todo todo) throws IOException {
    TodoContent content = todo.content();
    json.writeStartObject();
    json.writeStringField("id", todo.id().toString());
    json.writeStringField("heading", content.heading().value());
    json.writeStringField("task", content.task().value());
    json.writeBooleanField("completed", content.completed());
    json.writeStringField("priority", text(content.priority()));
    JsonText.writeInstant(json, "due_at", content.dueAt().map(DueDate::value));
    json.writeArrayFieldStart("tags");
    for (Tag tag : content.tags().values()) {
      json.writeString(tag.value());
    }
    json.writeEndArray();
    JsonText.writeInstant(json, "completed_at", todo.completedAt());
    JsonText.writeInstant(json, "created_at", todo.createdAt());
    JsonText.writeInstant(json, "updated_at", todo.updatedAt());
    json.writeNumberField("version", todo.version().value());
    json.writeEndObject();
  }

  static String text(Priority priority) {
    return switch (priority) {
      case LOW -> "low";
      case NORMAL -> "normal";
      case HIGH -> "high";
    };
  }
}
