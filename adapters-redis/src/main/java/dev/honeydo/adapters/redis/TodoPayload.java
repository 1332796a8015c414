package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.TodoStatistics;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.todo.DueDate;
import dev.honeydo.domain.todo.Heading;
import dev.honeydo.domain.todo.Priority;
import dev.honeydo.domain.todo.Tag;
import dev.honeydo.domain.todo.Tags;
import dev.honeydo.domain.todo.Task;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.todo.TodoId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Todos and what is known of many of them, field by field. */
final class TodoPayload {
  /** About what statistics take in memory. */
  static final int STATISTICS_BYTES = 1_500;

  private static final int BYTES = 450;
  private static final int TAG_BYTES = 80;

  private TodoPayload() {}

  static int weight(Todo todo) {
    TodoContent content = todo.content();
    int letters = content.heading().value().length() + content.task().value().length();
    return BYTES + 2 * letters + TAG_BYTES * content.tags().values().size();
  }

  static int weight(List<?> todos) {
    int sum = 0;
    for (Object each : todos) {
      sum += each instanceof Todo todo ? weight(todo) : 0;
    }
    return sum;
  }

  static void write(Output out, Todo todo) {
    TodoContent content = todo.content();
    out.id(todo.id().value())
        .text(content.heading().value())
        .text(content.task().value())
        .flag(content.completed())
        .constant(content.priority())
        .maybe(content.dueAt(), (it, due) -> it.moment(due.value()))
        .count(content.tags().values().size());
    content.tags().values().forEach(tag -> out.text(tag.value()));
    out.maybe(todo.completedAt(), Output::moment)
        .moment(todo.createdAt())
        .moment(todo.updatedAt())
        .number(todo.version().value());
  }

  static Todo read(Input in) {
    return new Todo(
        new TodoId(in.id()),
        readContent(in),
        in.maybe(Input::moment),
        in.moment(),
        in.moment(),
        new Version(in.number()));
  }

  private static TodoContent readContent(Input in) {
    return new TodoContent(
        new Heading(in.text()),
        new Task(in.text()),
        in.flag(),
        in.constant(Priority.class),
        in.maybe(it -> new DueDate(it.moment())),
        readTags(in));
  }

  private static Tags readTags(Input in) {
    int size = in.size();
    List<Tag> tags = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      tags.add(new Tag(in.text()));
    }
    return new Tags(tags);
  }

  static void write(Output out, List<Todo> todos) {
    out.count(todos.size());
    todos.forEach(todo -> write(out, todo));
  }

  static List<Todo> readList(Input in) {
    int size = in.size();
    List<Todo> todos = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      todos.add(read(in));
    }
    return List.copyOf(todos);
  }

  static void write(Output out, TodoPage page) {
    write(out, page.items());
    out.flag(page.more());
  }

  static TodoPage readPage(Input in) {
    return new TodoPage(readList(in), in.flag());
  }

  static void write(Output out, TodoStatistics statistics) {
    out.number(statistics.total()).number(statistics.completed()).number(statistics.overdue());
    out.count(statistics.byPriority().size());
    statistics.byPriority().forEach((priority, count) -> out.constant(priority).number(count));
    out.count(statistics.completedPerDay().size());
    statistics
        .completedPerDay()
        .forEach(day -> out.number(day.date().toEpochDay()).number(day.count()));
  }

  static TodoStatistics readStatistics(Input in) {
    return new TodoStatistics(
        in.number(), in.number(), in.number(), readPriorities(in), readDays(in));
  }

  private static Map<Priority, Long> readPriorities(Input in) {
    Map<Priority, Long> counts = new EnumMap<>(Priority.class);
    for (int left = in.size(); left > 0; left--) {
      counts.put(in.constant(Priority.class), in.number());
    }
    return counts;
  }

  private static List<TodoStatistics.Day> readDays(Input in) {
    List<TodoStatistics.Day> days = new ArrayList<>();
    for (int left = in.size(); left > 0; left--) {
      days.add(new TodoStatistics.Day(LocalDate.ofEpochDay(in.number()), in.number()));
    }
    return days;
  }
}
