package dev.honeydo.adapters.http.todo;

import dev.honeydo.adapters.http.exchange.Answer;
import dev.honeydo.adapters.http.exchange.BodyKind;
import dev.honeydo.adapters.http.exchange.Caching;
import dev.honeydo.adapters.http.exchange.Conditions;
import dev.honeydo.adapters.http.exchange.Exchange;
import dev.honeydo.adapters.http.exchange.Route;
import dev.honeydo.adapters.http.exchange.Sources;
import dev.honeydo.adapters.http.json.JsonText;
import dev.honeydo.adapters.http.json.Renditions;
import dev.honeydo.adapters.http.json.Renditions.Rendition;
import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.ProblemType;
import dev.honeydo.adapters.http.problem.Refused;
import dev.honeydo.application.cache.Prefetch;
import dev.honeydo.application.todo.CreateTodo;
import dev.honeydo.application.todo.DeleteTodo;
import dev.honeydo.application.todo.EditTodo;
import dev.honeydo.application.todo.TodoQueries;
import dev.honeydo.domain.Precondition;
import dev.honeydo.domain.Version;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.todo.TodoId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A user's todos, one by one. */
public final class TodoRoutes {
  private static final String TODO = "todo";
  private static final String ALL = "/api/todos";
  private static final String ONE = "/api/todos/{id}";

  /** A todo looks the same to everybody who sees it. */
  private static final String ALWAYS = "";

  private final CreateTodo createTodo;
  private final Sources<TodoQueries> todoQueries;
  private final Prefetch prefetch;
  private final EditTodo editTodo;
  private final DeleteTodo deleteTodo;
  private final boolean requireIfMatch;
  private final Renditions renditions = new Renditions();

  /** Wires the routes. */
  public TodoRoutes(
      CreateTodo createTodo,
      Sources<TodoQueries> todoQueries,
      Prefetch prefetch,
      EditTodo editTodo,
      DeleteTodo deleteTodo,
      boolean requireIfMatch) {
    this.createTodo = createTodo;
    this.todoQueries = todoQueries;
    this.prefetch = prefetch;
    this.editTodo = editTodo;
    this.deleteTodo = deleteTodo;
    this.requireIfMatch = requireIfMatch;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        route("POST", ALL, this::create).taking(BodyKind.JSON).once(),
        route("GET", ONE, this::show).within(this::prefetched),
        route("PUT", ONE, this::replace).taking(BodyKind.JSON),
        route("PATCH", ONE, this::patch).taking(BodyKind.MERGE_PATCH),
        route("DELETE", ONE, this::delete));
  }

  private static Route route(String method, String path, Route.Handler handler) {
    return Route.of(method, path, Caching.REVALIDATE, handler).forUsers();
  }

  private Answer create(Exchange exchange) {
    TodoContent content = TodoFields.whole(exchange.body());
    Optional<TodoId> id = exchange.seed().map(seed -> new TodoId(seed.value()));
    return switch (createTodo.handle(new CreateTodo.Command(exchange.user(), content, id))) {
      case CreateTodo.Created(Todo todo) ->
          shown(201, todo).with("Location", ALL + "/" + todo.id());
    };
  }

  private Answer prefetched(Exchange exchange, Supplier<Answer> handling) {
    return prefetch.todo(
        () -> exchange.wantsRecord() ? Optional.empty() : TodoId.parse(exchange.argument()),
        handling);
  }

  private Answer show(Exchange exchange) {
    Todo todo =
        todoQueries
            .of(exchange)
            .find(exchange.user(), idOf(exchange))
            .orElseThrow(TodoRoutes::notFound);
    Rendition kept = renditions.find(todo, ALWAYS);
    Rendition rendition = kept == null ? renditions.keep(todo, ALWAYS, rendered(todo)) : kept;
    return (Conditions.isFresh(exchange, rendition.etag())
            ? Answer.empty(304)
            : Answer.json(200, rendition.body()))
        .with("ETag", rendition.etag());
  }

  private Answer replace(Exchange exchange) {
    Precondition precondition = precondition(exchange).precondition();
    TodoContent content = TodoFields.whole(exchange.body());
    return edit(exchange, precondition, _ -> content);
  }

  private Answer patch(Exchange exchange) {
    Precondition precondition = precondition(exchange).precondition();
    return edit(exchange, precondition, TodoFields.patch(exchange.body()));
  }

  private Answer edit(
      Exchange exchange, Precondition precondition, UnaryOperator<TodoContent> edit) {
    var command = new EditTodo.Command(exchange.user(), idOf(exchange), precondition, edit);
    return switch (editTodo.handle(command)) {
      case EditTodo.Edited(Todo todo) -> shown(200, todo);
      case EditTodo.VersionMismatch(Version current) ->
          exchange.problem(Problem.versionMismatch(TODO, Optional.of(current)));
      case EditTodo.NotFound() -> exchange.problem(Problem.of(ProblemType.NOT_FOUND));
    };
  }

  private Answer delete(Exchange exchange) {
    Conditions.Expectation expectation = precondition(exchange);
    return expectation.existing()
        ? deleteExisting(exchange)
        : answerTo(exchange, delete(exchange, expectation.precondition()));
  }

  /**
   * {@code If-Match: *} admits every version but not what is deleted already: a first try that
   * admits none tells which version there is, and each further one means that it has changed.
   */
  private Answer deleteExisting(Exchange exchange) {
    DeleteTodo.Outcome outcome = delete(exchange, Precondition.oneOf(Set.of()));
    while (outcome instanceof DeleteTodo.VersionMismatch(Optional<Version> current)
        && current.isPresent()) {
      outcome = delete(exchange, Precondition.oneOf(Set.of(current.get())));
    }
    return answerTo(exchange, outcome);
  }

  private DeleteTodo.Outcome delete(Exchange exchange, Precondition precondition) {
    return deleteTodo.handle(new DeleteTodo.Command(exchange.user(), idOf(exchange), precondition));
  }

  private static Answer answerTo(Exchange exchange, DeleteTodo.Outcome outcome) {
    return switch (outcome) {
      case DeleteTodo.Deleted() -> Answer.empty(204);
      case DeleteTodo.VersionMismatch(Optional<Version> current) ->
          exchange.problem(Problem.versionMismatch(TODO, current));
      case DeleteTodo.NotFound() -> exchange.problem(Problem.of(ProblemType.NOT_FOUND));
    };
  }

  private Conditions.Expectation precondition(Exchange exchange) {
    if (requireIfMatch) {
      Conditions.require(exchange);
    }
    return Conditions.ofChange(
        exchange,
        TODO,
        () -> todoQueries.record().find(exchange.user(), idOf(exchange)).map(Todo::version));
  }

  private static Answer shown(int status, Todo todo) {
    Rendition rendition = rendered(todo);
    return Answer.json(status, rendition.body()).with("ETag", rendition.etag());
  }

  private static Rendition rendered(Todo todo) {
    return new Rendition(
        JsonText.of(json -> TodoJson.write(json, todo)), Conditions.etag(todo.version()));
  }

  private static TodoId idOf(Exchange exchange) {
    return TodoId.parse(exchange.argument()).orElseThrow(TodoRoutes::notFound);
  }

  private static Refused notFound() {
    return new Refused(Problem.of(ProblemType.NOT_FOUND));
  }
}
