package dev.honeydo.adapters.http.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.honeydo.adapters.http.exchange.Route;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The description of what is served, as OpenAPI 3.1: made of the routes and of what is written of
 * them. A route of which nothing is written is not in it, and neither is what is written of a route
 * that is not there.
 */
public final class OpenApiDocument {
  private OpenApiDocument() {}

  /** What routes something is written of, each as {@code GET /api/todos}. */
  public static Set<String> described() {
    return Descriptions.read().described();
  }

  /**
   * The document.
   *
   * @param version of the build
   * @param publicUrl where clients find the server; where it is not known they find it where they
   *     have found the document
   * @throws IllegalStateException when what is written does not fit the routes
   */
  public static ObjectNode of(List<Route> routes, String version, Optional<URI> publicUrl) {
    Descriptions descriptions = Descriptions.read();
    Components components = new Components(descriptions.shared());
    ObjectNode paths = JsonNodeFactory.instance.objectNode();
    for (Route route : routes) {
      descriptions
          .of(route)
          .ifPresent(description -> {
            ObjectNode operation = new Operation(route, description, components).node();
            pathItem(paths, route.path()).set(route.method().toLowerCase(Locale.ROOT), operation);
          });
    }
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("openapi", "3.1.0");
    ObjectNode info = descriptions.shared().required("info").deepCopy();
    document.set("info", info.put("version", version));
    ObjectNode server = document.putArray("servers").addObject();
    server.put("url", publicUrl.map(OpenApiDocument::withoutSlash).orElse("/"));
    server.put("description", "This installation, in production or wherever it runs.");
    server.put("x-internal", false);
    var tags = document.putArray("tags");
    descriptions.tags().stream()
        .filter(
            tag -> paths.findValues("tags").toString().contains(tag.required("name").toString()))
        .forEach(tags::add);
    document.set("paths", paths);
    document.set("components", components.namedBy(paths));
    return document;
  }

  private static ObjectNode pathItem(ObjectNode paths, String path) {
    return paths.get(path) instanceof ObjectNode there ? there : paths.putObject(path);
  }

  private static String withoutSlash(URI url) {
    return url.toString().replaceFirst("/+$", "");
  }
}
