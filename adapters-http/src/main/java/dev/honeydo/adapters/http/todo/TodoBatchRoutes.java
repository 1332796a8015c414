package dev.honeydo.adapters.http.todo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.honeydo.adapters.http.body.FieldErrors;
import dev.honeydo.adapters.http.body.Fields;
import dev.honeydo.adapters.http.body.JsonType;
import dev.honeydo.adapters.http.exchange.Answer;
import dev.honeydo.adapters.http.exchange.BodyKind;
import dev.honeydo.adapters.http.exchange.Caching;
import dev.honeydo.adapters.http.exchange.Conditions;
import dev.honeydo.adapters.http.exchange.Exchange;
import dev.honeydo.adapters.http.exchange.Route;
import dev.honeydo.adapters.http.problem.FieldCode;
import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.ProblemType;
import dev.honeydo.adapters.http.problem.Refused;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.todo.CreateTodo;
import dev.honeydo.application.todo.DeleteTodo;
import dev.honeydo.application.todo.EditTodo;
import dev.honeydo.domain.InvalidValue;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.Violation;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Several operations in one request, in their order, each on its own: what is wrong with one is
 * said in its place and keeps no other from being done.
 */
public final class TodoBatchRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(TodoBatchRoutes.class);
  private static final int MOST = 100;
  private static final JsonType<List<ObjectNode>> OPERATIONS =
      JsonType.list(JsonType.object(it -> it), TodoBatchRoutes::counted);
  private static final JsonType<String> TEXT = JsonType.text(it -> it);
  private static final JsonType<ObjectNode> OBJECT = JsonType.object(it -> it);
  private static final JsonType<Version> VERSION = JsonType.text(TodoBatchRoutes::version);

  private final CreateTodo createTodo;
  private final EditTodo editTodo;
  private final DeleteTodo deleteTodo;
  private final boolean requireIfMatch;

  /** Wires the route. */
  public TodoBatchRoutes(
      CreateTodo createTodo, EditTodo editTodo, DeleteTodo deleteTodo, boolean requireIfMatch) {
    this.createTodo = createTodo;
    this.editTodo = editTodo;
    this.deleteTodo = deleteTodo;
    this.requireIfMatch = requireIfMatch;
  }

  /** The route. */
  public List<Route> routes() {
    return List.of(
        Route.of("POST", "/api/todos/batch", Caching.REVALIDATE, this::run)
            .forUsers()
            .taking(BodyKind.LARGE_JSON)
            .once());
  }

  private Answer run(Exchange exchange) {
    Fields fields = new Fields(exchange.body(), Set.of());
    Optional<List<ObjectNode>> given = fields.required("operations", OPERATIONS);
    fields.check();
    List<ObjectNode> operations = given.orElseThrow();
    List<Kind> kinds = kinds(operations);
    List<Result> results = new ArrayList<>(operations.size());
    for (int i = 0; i < operations.size(); i++) {
      Fields operation = new Fields(operations.get(i), Set.of(), "/operations/" + i);
      results.add(result(exchange, kinds.get(i), operation, i));
    }
    return Answer.json(
        200,
        json -> {
          json.writeStartObject();
          json.writeArrayFieldStart("results");
          for (Result result : results) {
            json.writeStartObject();
            json.writeNumberField("status", result.status());
            if (result.todo().isPresent()) {
              json.writeFieldName("todo");
              TodoJson.write(json, result.todo().get());
            }
            if (result.problem().isPresent()) {
              json.writeFieldName("problem");
              exchange.write(json, result.problem().get());
            }
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static List<ObjectNode> counted(List<ObjectNode> operations) {
    if (operations.isEmpty()) {
      throw new InvalidValue(Violation.TOO_SHORT, "must have at least one operation");
    }
    if (operations.size() > MOST) {
      throw new InvalidValue(Violation.TOO_LONG, "must have at most " + MOST + " operations");
    }
    return operations;
  }

  /** What each is to do; where that cannot be told of one, nothing is done at all. */
  private static List<Kind> kinds(List<ObjectNode> operations) {
    FieldErrors errors = new FieldErrors();
    List<Kind> kinds = new ArrayList<>(operations.size());
    for (int i = 0; i < operations.size(); i++) {
      switch (operations.get(i).path("op").asText()) {
        case "create" -> kinds.add(Kind.CREATE);
        case "patch" -> kinds.add(Kind.PATCH);
        case "delete" -> kinds.add(Kind.DELETE);
        default ->
            errors.add(
                "/operations/" + i + "/op",
                FieldCode.NOT_ALLOWED,
                "must be one of create, patch and delete");
      }
    }
    errors.check();
    return kinds;
  }

  private Result result(Exchange exchange, Kind kind, Fields operation, int index) {
    UserId user = exchange.user();
    try {
      Optional<String> _ = operation.required("op", TEXT);
      return switch (kind) {
        case CREATE ->
            create(user, operation, exchange.seed().map(seed -> new TodoId(seed.derived(index))));
        case PATCH -> patch(user, operation);
        case DELETE -> delete(user, operation);
      };
    } catch (Refused refused) {
      return Result.of(refused.problem());
    } catch (PortUnavailable down) {
      if (exchange.seed().isPresent()) {
        // Under a key the batch is to be tried again as a whole, which makes nothing twice.
        throw down;
      }
      LOG.warn("an operation of a batch failed: {}", down.getMessage());
      return Result.of(Problem.of(ProblemType.DEPENDENCY_UNAVAILABLE));
    }
  }

  private Result create(UserId user, Fields operation, Optional<TodoId> id) {
    Optional<ObjectNode> todo = operation.required("todo", OBJECT);
    operation.check();
    TodoContent content = TodoFields.whole(todo.orElseThrow(), operation.pointer("todo"));
    return switch (createTodo.handle(new CreateTodo.Command(user, content, id))) {
      case CreateTodo.Created(Todo created) -> Result.of(201, created);
    };
  }

  private Result patch(UserId user, Fields operation) {
    Optional<String> id = operation.required("id", TEXT);
    Optional<ObjectNode> patch = operation.required("patch", OBJECT);
    Optional<Version> version = operation.optional("if_match", VERSION.notNull());
    operation.check();
    UnaryOperator<TodoContent> edit =
        TodoFields.patch(patch.orElseThrow(), operation.pointer("patch"));
    var command = new EditTodo.Command(user, id(id), precondition(version), edit);
    return switch (editTodo.handle(command)) {
      case EditTodo.Edited(Todo todo) -> Result.of(200, todo);
      case EditTodo.VersionMismatch(Version current) ->
          Result.of(Problem.versionMismatch("todo", Optional.of(current)));
      case EditTodo.NotFound() -> Result.of(Problem.of(ProblemType.NOT_FOUND));
    };
  }

  private Result delete(UserId user, Fields operation) {
    Optional<String> id = operation.required("id", TEXT);
    Optional<Version> version = operation.optional("if_match", VERSION.notNull());
    operation.check();
    var command = new DeleteTodo.Command(user, id(id), precondition(version));
    return switch (deleteTodo.handle(command)) {
      case DeleteTodo.Deleted() -> new Result(204, Optional.empty(), Optional.empty());
      case DeleteTodo.VersionMismatch(Optional<Version> current) ->
          Result.of(Problem.versionMismatch("todo", current));
      case DeleteTodo.NotFound() -> Result.of(Problem.of(ProblemType.NOT_FOUND));
    };
  }

  private static TodoId id(Optional<String> text) {
    return text.flatMap(TodoId::parse)
        .orElseThrow(() -> new Refused(Problem.of(ProblemType.NOT_FOUND)));
  }

  private Precondition precondition(Optional<Version> version) {
    if (requireIfMatch && version.isEmpty()) {
      throw new Refused(Problem.of(ProblemType.PRECONDITION_REQUIRED));
    }
    return version.map(it -> Precondition.oneOf(Set.of(it))).orElse(Precondition.NONE);
  }

  private static Version version(String text) {
    return Conditions.version(text)
        .orElseThrow(() ->
            new InvalidValue(Violation.INVALID_FORMAT, "must be a version, for example \"1\""));
  }

  private enum Kind {
    CREATE,
    PATCH,
    DELETE
  }

  private record Result(int status, Optional<Todo> todo, Optional<Problem> problem) {
    static Result of(int status, Todo todo) {
      return new Result(status, Optional.of(todo), Optional.empty());
    }

    static Result of(Problem problem) {
      return new Result(problem.type().status(), Optional.empty(), Optional.of(problem));
    }
  }
}
