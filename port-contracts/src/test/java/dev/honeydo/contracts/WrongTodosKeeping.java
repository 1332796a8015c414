package dev.honeydo.contracts;

import static dev.honeydo.contracts.TodosDefect.adding;
import static dev.honeydo.contracts.TodosDefect.finding;
import static dev.honeydo.contracts.WrongDouble.breaking;

import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.Todos;
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
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Doubles that lose or change what they are given to keep. */
final class WrongTodosKeeping {
  private WrongTodosKeeping() {}

  private static final Instant LAST_IN_NANOS = Instant.parse("2262-04-11T23:47:16.854Z");

  static final List<WrongDouble<Todos>> ALL =
      List.of(
          breaking(
              "TODO-1",
              "does not find at once what says no more than a heading",
              finding((it, _, _, answer) ->
                  answer.filter(todo ->
                      !it.calls.are("add", "find")
                          || !todo.equals(with(Specimens.todo(), todo.id()))))),
          breaking(
              "TODO-2",
              "cuts headings to 254 chars",
              adding(headed(it -> it.substring(0, Math.min(it.length(), 254))))),
          breaking(
              "TODO-3",
              "cuts tasks to 16 382 chars",
              adding(tasked(it -> it.substring(0, Math.min(it.length(), 16_382))))),
          breaking("TODO-4", "trims tasks", adding(tasked(String::strip))),
          breaking(
              "TODO-4",
              "makes all line breaks alike",
              adding(tasked(it -> it.replace("\r\n", "\n").replace('\r', '\n')))),
          breaking(
              "TODO-5",
              "composes what is decomposed",
              adding(tasked(it -> Normalizer.normalize(it, Normalizer.Form.NFC)))),
          breaking("TODO-6", "drops backslashes", adding(headed(it -> it.replace("\\", "")))),
          breaking(
              "TODO-7",
              "keeps nineteen tags",
              adding(tagged(it -> it.subList(0, Math.min(it.size(), 19))))),
          breaking(
              "TODO-7",
              "sorts tags from twenty on",
              adding(
                  tagged(it ->
                      it.size() < Tags.MOST
                          ? it
                          : it.stream()
                              .sorted((a, b) -> a.value().compareTo(b.value()))
                              .toList()))),
          breaking(
              "TODO-8",
              "takes tags for the same whatever their case",
              adding(tagged(WrongTodosKeeping::caseless))),
          breaking(
              "TODO-9",
              "knows two priorities",
              adding(it -> isFull(it) ? changed(WrongTodosKeeping::atLeastNormal).apply(it) : it)),
          breaking(
              "TODO-10",
              "takes the last change for the completion",
              adding(it ->
                  isFull(it)
                      ? dated(it, it.completedAt().map(_ -> it.updatedAt()), it.updatedAt())
                      : it)),
          breaking(
              "TODO-11",
              "does not keep when a todo was changed hours later",
              adding(it ->
                  it.updatedAt().isAfter(it.createdAt().plusSeconds(3600))
                      ? dated(it, it.completedAt(), it.createdAt())
                      : it)),
          breaking(
              "TODO-12",
              "rounds instants before 1970 towards it",
              adding(
                  due(it -> it.plusSeconds(it.getEpochSecond() < 0 && it.getNano() > 0 ? 1 : 0)))),
          breaking(
              "TODO-13",
              "knows no year 0",
              adding(due(it -> latest(it, Instant.parse("0001-01-01T00:00:00Z"))))),
          breaking(
              "TODO-14",
              "counts nanoseconds in a long",
              adding(due(it -> it.isAfter(LAST_IN_NANOS) ? LAST_IN_NANOS : it))),
          breaking(
              "TODO-15",
              "takes zero for absent",
              adding(
                  changed(it ->
                      content(
                          it,
                          it.priority(),
                          it.dueAt().filter(due -> !due.value().equals(Instant.EPOCH)))))),
          breaking(
              "TODO-16",
              "counts versions in a double",
              adding(it -> versioned(it, new Version((long) (double) it.version().value())))),
          breaking(
              "TODO-17",
              "finds any todo where there is none of that id",
              finding((it, owner, id, answer) ->
                  it.owners.containsKey(id)
                      ? answer
                      : answer.or(() ->
                          it
                              .right
                              .page(owner, new PageRequest(1, Optional.empty()))
                              .items()
                              .stream()
                              .findFirst()))),
          breaking(
              "TODO-18",
              "forgets the owner when finding what was just added",
              finding((it, owner, id, answer) ->
                  it.calls.are("add", "find")
                      ? it.right.find(it.owners.getOrDefault(id, owner), id)
                      : answer)),
          breaking(
              "TODO-19",
              "does not find at first what was added by others",
              finding((it, _, id, answer) ->
                  answer.filter(_ -> it.owners.containsKey(id) || !it.calls.are("find")))),
          breaking(
              "TODO-20",
              "loses one of those that are added at once",
              finding((it, _, id, answer) -> answer.filter(_ -> !it.isFirstAddedInARace(id)))));

  private static Todo with(Todo it, TodoId id) {
    return new Todo(
        id, it.content(), it.completedAt(), it.createdAt(), it.updatedAt(), it.version());
  }

  private static UnaryOperator<Todo> changed(UnaryOperator<TodoContent> change) {
    return todo ->
        new Todo(
            todo.id(),
            change.apply(todo.content()),
            todo.completedAt(),
            todo.createdAt(),
            todo.updatedAt(),
            todo.version());
  }

  private static UnaryOperator<Todo> headed(UnaryOperator<String> change) {
    return changed(it ->
        new TodoContent(
            new Heading(change.apply(it.heading().value())),
            it.task(),
            it.completed(),
            it.priority(),
            it.dueAt(),
            it.tags()));
  }

  private static UnaryOperator<Todo> tasked(UnaryOperator<String> change) {
    return changed(it ->
        new TodoContent(
            it.heading(),
            new Task(change.apply(it.task().value())),
            it.completed(),
            it.priority(),
            it.dueAt(),
            it.tags()));
  }

  private static UnaryOperator<Todo> tagged(UnaryOperator<List<Tag>> change) {
    return changed(it ->
        new TodoContent(
            it.heading(),
            it.task(),
            it.completed(),
            it.priority(),
            it.dueAt(),
            new Tags(change.apply(it.tags().values()))));
  }

  private static UnaryOperator<Todo> due(UnaryOperator<Instant> change) {
    return changed(it ->
        content(it, it.priority(), it.dueAt().map(due -> new DueDate(change.apply(due.value())))));
  }

  private static TodoContent content(TodoContent it, Priority priority, Optional<DueDate> dueAt) {
    return new TodoContent(it.heading(), it.task(), it.completed(), priority, dueAt, it.tags());
  }

  private static Todo dated(Todo it, Optional<Instant> completedAt, Instant updatedAt) {
    return new Todo(it.id(), it.content(), completedAt, it.createdAt(), updatedAt, it.version());
  }

  private static Todo versioned(Todo it, Version version) {
    return new Todo(
        it.id(), it.content(), it.completedAt(), it.createdAt(), it.updatedAt(), version);
  }

  private static List<Tag> caseless(List<Tag> tags) {
    return tags.stream()
        .filter(it ->
            tags.stream()
                .filter(other -> lower(other).equals(lower(it)))
                .findFirst()
                .filter(it::equals)
                .isPresent())
        .toList();
  }

  private static String lower(Tag tag) {
    return tag.value().toLowerCase(Locale.ROOT);
  }

  private static TodoContent atLeastNormal(TodoContent it) {
    Priority priority = it.priority() == Priority.LOW ? Priority.NORMAL : it.priority();
    return content(it, priority, it.dueAt());
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static boolean isFull(Todo todo) {
    return todo.content().heading().equals(Specimens.fullContent().heading());
  }
}
