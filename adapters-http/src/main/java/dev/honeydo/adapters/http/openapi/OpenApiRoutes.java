package dev.honeydo.adapters.http.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.honeydo.adapters.http.exchange.Answer;
import dev.honeydo.adapters.http.exchange.Caching;
import dev.honeydo.adapters.http.exchange.Conditions;
import dev.honeydo.adapters.http.exchange.Exchange;
import dev.honeydo.adapters.http.exchange.Route;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Serves the description of everything that is served; made when it is first asked for. */
public final class OpenApiRoutes {
  private final Supplier<List<Route>> routes;
  private final String version;
  private final Optional<URI> publicUrl;
  private @Nullable Documents made;

  /**
   * Wires the routes.
   *
   * @param routes everything that is served, these included
   */
  public OpenApiRoutes(Supplier<List<Route>> routes, String version, Optional<URI> publicUrl) {
    this.routes = routes;
    this.version = version;
    this.publicUrl = publicUrl;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.of(
            "GET",
            "/openapi.json",
            Caching.SHARED,
            exchange -> answer(exchange, documents().current())),
        Route.of(
            "GET",
            "/openapi-3.0.json",
            Caching.SHARED,
            exchange -> answer(exchange, documents().older())));
  }

  private static Answer answer(Exchange exchange, Document document) {
    Answer answer =
        Conditions.isFresh(exchange, document.etag())
            ? Answer.empty(304)
            : Answer.json(200, document.bytes());
    return answer.with("ETag", document.etag());
  }

  private synchronized Documents documents() {
    Documents known = made;
    if (known == null) {
      ObjectNode document = OpenApiDocument.of(routes.get(), version, publicUrl);
      known = new Documents(Document.of(document), Document.of(OlderOpenApi.of(document)));
      made = known;
    }
    return known;
  }

  private record Documents(Document current, Document older) {}

  @SuppressWarnings("ArrayRecordComponent") // Shared, and written by nobody.
  private record Document(byte[] bytes, String etag) {
    static Document of(ObjectNode document) {
      byte[] bytes = document.toString().getBytes(UTF_8);
      return new Document(bytes, Conditions.etagOf(bytes));
    }
  }
}
