package dev.honeydo.adapters.http.todo;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.honeydo.domain.todo.Todo;
import java.io.IOException;

/** Lets benchmarks write a todo as the API does. */
public final class TodoJsonAccess {
  private TodoJsonAccess() {}

  /** Writes it. */
  public static void write(JsonGenerator json, Todo todo) throws IOException {
    TodoJson.write(json, todo);
  }
}
