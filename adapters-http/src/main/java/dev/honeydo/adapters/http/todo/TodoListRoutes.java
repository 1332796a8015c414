package dev.honeydo.adapters.http.todo;

import static dev.honeydo.adapters.http.todo.ListParameters.Q;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.honeydo.adapters.http.exchange.Answer;
import dev.honeydo.adapters.http.exchange.Caching;
import dev.honeydo.adapters.http.exchange.Conditions;
import dev.honeydo.adapters.http.exchange.Exchange;
import dev.honeydo.adapters.http.exchange.Route;
import dev.honeydo.adapters.http.exchange.Sources;
import dev.honeydo.adapters.http.json.JsonText;
import dev.honeydo.adapters.http.json.Renditions;
import dev.honeydo.adapters.http.json.Renditions.Rendition;
import dev.honeydo.adapters.http.list.ListLimit;
import dev.honeydo.adapters.http.list.SealedCursors;
import dev.honeydo.adapters.http.problem.Problem;
import dev.honeydo.adapters.http.problem.ProblemType;
import dev.honeydo.adapters.http.problem.Refused;
import dev.honeydo.application.cache.Prefetch;
import dev.honeydo.application.port.ChangePosition;
import dev.honeydo.application.port.TodoChange;
import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.TodoStatistics;
import dev.honeydo.application.port.Todos;
import dev.honeydo.application.todo.DeleteCompletedTodos;
import dev.honeydo.application.todo.TodoQueries;
import dev.honeydo.domain.InvalidValue;
import dev.honeydo.domain.Violation;
import dev.honeydo.domain.todo.Priority;
import dev.honeydo.domain.todo.SearchTerms;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.UserId;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Many of a user's todos at once: lists, searches, counts and what has changed. */
public final class TodoListRoutes {
  private static final String ALL = "/api/todos";
  private static final String SINCE = "since";

  private final Sources<TodoQueries> todoQueries;
  private final Prefetch prefetch;
  private final DeleteCompletedTodos deleteCompletedTodos;
  private final Cursors cursors;
  private final Renditions renditions = new Renditions();

  /** Wires the routes. */
  public TodoListRoutes(
      Sources<TodoQueries> todoQueries,
      Prefetch prefetch,
      DeleteCompletedTodos deleteCompletedTodos,
      SealedCursors cursors) {
    this.todoQueries = todoQueries;
    this.prefetch = prefetch;
    this.deleteCompletedTodos = deleteCompletedTodos;
    this.cursors = new Cursors(cursors);
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        route("GET", ALL, this::list)
            .accepting(TodoListRequest.PARAMETERS)
            .within(this::prefetched),
        route("DELETE", ALL, this::deleteCompleted).accepting(TodoListRequest.COMPLETED),
        route("GET", ALL + "/search", this::search).accepting(Q, ListLimit.NAME),
        route("GET", ALL + "/stats", this::statistics),
        route("GET", ALL + "/changes", this::changes).accepting(SINCE, ListLimit.NAME));
  }

  private static Route route(String method, String path, Route.Handler handler) {
    return Route.of(method, path, Caching.REVALIDATE, handler).forUsers();
  }

  private Answer prefetched(Exchange exchange, Supplier<Answer> handling) {
    return prefetch.page(
        owner -> exchange.wantsRecord() ? Optional.empty() : part(exchange, owner), handling);
  }

  private Optional<Prefetch.Part> part(Exchange exchange, UserId owner) {
    try {
      TodoListRequest request = TodoListRequest.of(exchange.query(), owner, cursors);
      return Optional.of(new Prefetch.Part(request.query(), request.page()));
    } catch (Refused onceTheyAreLetIn) {
      return Optional.empty();
    }
  }

  private Answer list(Exchange exchange) {
    TodoListRequest request = TodoListRequest.of(exchange.query(), exchange.user(), cursors);
    TodoQueries queries = todoQueries.of(exchange);
    TodoPage page = queries.page(exchange.user(), request.query(), request.page());
    Rendition rendition;
    if (request.total()) {
      long total = queries.count(exchange.user(), request.query().filter()).value();
      rendition = rendered(exchange.user(), request, page, Optional.of(total));
    } else {
      ListVariant variant =
          new ListVariant(exchange.user(), request.filters(), cursors.keysInUse());
      Rendition kept = renditions.find(page, variant);
      rendition =
          kept == null
              ? renditions.keep(
                  page, variant, rendered(exchange.user(), request, page, Optional.empty()))
              : kept;
    }
    return (Conditions.isFresh(exchange, rendition.etag())
            ? Answer.empty(304)
            : Answer.json(200, rendition.body()))
        .with("ETag", rendition.etag());
  }

  /** What a cursor depends on besides the page that it leads away from. */
  private record ListVariant(UserId owner, String filters, Object keys) {}

  private Rendition rendered(
      UserId owner, TodoListRequest request, TodoPage page, Optional<Long> total) {
    Optional<String> next =
        request
            .query()
            .order()
            .next(page)
            .map(place -> cursors.write(place, owner, request.filters()));
    byte[] body =
        JsonText.of(json -> {
          json.writeStartObject();
          writeItems(json, page.items());
          JsonText.writeNullable(json, "next_cursor", next);
          if (total.isPresent()) {
            json.writeNumberField("total", total.get());
          }
          json.writeEndObject();
        });
    return new Rendition(body, etagOf(body));
  }

  private Answer search(Exchange exchange) {
    ListParameters parameters = new ListParameters(exchange.query());
    Optional<SearchTerms> terms = parameters.required(Q, ListParameters::terms);
    int limit = parameters.limit();
    parameters.check();
    List<Todo> found = todoQueries.of(exchange).search(exchange.user(), terms.orElseThrow(), limit);
    return Answer.json(
        200,
        json -> {
          json.writeStartObject();
          writeItems(json, found);
          json.writeEndObject();
        });
  }

  private static void writeItems(JsonGenerator json, List<Todo> items) throws IOException {
    json.writeArrayFieldStart("items");
    for (Todo todo : items) {
      TodoJson.write(json, todo);
    }
    json.writeEndArray();
  }

  private Answer statistics(Exchange exchange) {
    TodoStatistics statistics = todoQueries.of(exchange).statistics(exchange.user());
    return Answer.json(
        200,
        json -> {
          json.writeStartObject();
          json.writeNumberField("total", statistics.total());
          json.writeNumberField("completed", statistics.completed());
          json.writeNumberField("open", statistics.open());
          json.writeNumberField("overdue", statistics.overdue());
          json.writeObjectFieldStart("by_priority");
          for (Priority priority : Priority.values()) {
            json.writeNumberField(
                TodoJson.text(priority), statistics.byPriority().getOrDefault(priority, 0L));
          }
          json.writeEndObject();
          json.writeArrayFieldStart("completed_per_day");
          for (TodoStatistics.Day day : statistics.completedPerDay()) {
            json.writeStartObject();
            json.writeStringField("date", day.date().toString());
            json.writeNumberField("count", day.count());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private Answer changes(Exchange exchange) {
    ListParameters parameters = new ListParameters(exchange.query());
    int limit = parameters.limit();
    parameters.check();
    Optional<ChangePosition> since =
        exchange
            .query()
            .get(SINCE)
            .filter(cursor -> !cursor.isEmpty())
            .map(cursor ->
                cursors
                    .readChange(cursor, exchange.user())
                    .orElseThrow(() -> new Refused(Problem.of(ProblemType.INVALID_CURSOR))));
    return switch (todoQueries.record().changes(exchange.user(), since, limit)) {
      case Todos.Forgotten() -> exchange.problem(Problem.of(ProblemType.CURSOR_EXPIRED));
      case Todos.Changes changes -> shown(changes, cursors.write(changes.next(), exchange.user()));
    };
  }

  private static Answer shown(Todos.Changes changes, String next) {
    return Answer.json(
        200,
        json -> {
          json.writeStartObject();
          json.writeArrayFieldStart("changes");
          for (TodoChange change : changes.items()) {
            write(json, change);
          }
          json.writeEndArray();
          json.writeStringField("next_cursor", next);
          json.writeBooleanField("has_more", changes.more());
          json.writeEndObject();
        });
  }

  private static void write(JsonGenerator json, TodoChange change) throws IOException {
    json.writeStartObject();
    switch (change) {
      case TodoChange.Upsert(Todo todo) -> {
        json.writeStringField("type", "upsert");
        json.writeFieldName("todo");
        TodoJson.write(json, todo);
      }
      case TodoChange.Deletion(TodoId id, Instant deletedAt) -> {
        json.writeStringField("type", "delete");
        json.writeStringField("id", id.toString());
        JsonText.writeInstant(json, "deleted_at", deletedAt);
      }
    }
    json.writeEndObject();
  }

  private Answer deleteCompleted(Exchange exchange) {
    ListParameters parameters = new ListParameters(exchange.query());
    boolean _ =
        parameters.required(TodoListRequest.COMPLETED, TodoListRoutes::onlyTrue).isPresent();
    parameters.check();
    var command = new DeleteCompletedTodos.Command(exchange.user());
    return switch (deleteCompletedTodos.handle(command)) {
      case DeleteCompletedTodos.Deleted(long count) ->
          Answer.json(
              200,
              json -> {
                json.writeStartObject();
                json.writeNumberField("deleted", count);
                json.writeEndObject();
              });
    };
  }

  /** What is open is deleted one by one: a slip of a character must not cost it. */
  private static boolean onlyTrue(String text) {
    if (!text.equals("true")) {
      throw new InvalidValue(Violation.NOT_ALLOWED, "must be true");
    }
    return true;
  }

  /** A list has no version of its own: its validator is what it says. */
  private static String etagOf(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      byte[] enough = Arrays.copyOf(digest, 16);
      return "\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(enough) + "\"";
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
