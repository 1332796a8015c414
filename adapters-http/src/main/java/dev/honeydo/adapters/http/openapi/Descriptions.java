package dev.honeydo.adapters.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.honeydo.adapters.http.exchange.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What people have written of the routes: one JSON file for each feature, in the resources of this
 * package. What a {@link Route} knows of itself is not in them, and added later.
 */
final class Descriptions {
  private static final String SHARED = "shared.json";
  private static final List<String> FEATURES =
      List.of(
          "auth.json",
          "sessions.json",
          "users.json",
          "todos.json",
          "live.json",
          "admin.json",
          "cache.json",
          "health.json",
          "pages.json");

  private final ObjectNode shared;
  private final List<ObjectNode> tags = new ArrayList<>();
  private final Map<String, Description> operations = new LinkedHashMap<>();

  private Descriptions(ObjectNode shared) {
    this.shared = shared;
  }

  /** Reads all of them. */
  static Descriptions read() {
    JsonMapper mapper = JsonMapper.builder().build();
    Descriptions descriptions = new Descriptions(read(mapper, SHARED));
    FEATURES.forEach(feature -> descriptions.add(read(mapper, feature)));
    return descriptions;
  }

  private static ObjectNode read(JsonMapper mapper, String name) {
    try (InputStream file = Descriptions.class.getResourceAsStream(name)) {
      if (file != null && mapper.readTree(file) instanceof ObjectNode object) {
        return object;
      }
      throw new IllegalStateException(name + " is not there, or is no object");
    } catch (IOException notJson) {
      throw new UncheckedIOException(name, notJson);
    }
  }

  private void add(ObjectNode feature) {
    ObjectNode tag = feature.withObject("/tag");
    tags.add(tag);
    for (String kind : List.of("schemas", "examples", "parameters")) {
      for (Map.Entry<String, JsonNode> named : feature.path(kind).properties()) {
        if (shared.withObject("/" + kind).replace(named.getKey(), named.getValue()) != null) {
          throw new IllegalStateException("there are two " + kind + " called " + named.getKey());
        }
      }
    }
    for (Map.Entry<String, JsonNode> operation : feature.path("operations").properties()) {
      var description = new Description(tag.path("name").asText(), operation.getValue());
      if (operations.put(operation.getKey(), description) != null) {
        throw new IllegalStateException("there are two of " + operation.getKey());
      }
    }
  }

  /** What is said of that route, if anything is. */
  Optional<Description> of(Route route) {
    return Optional.ofNullable(operations.get(route.method() + " " + route.path()));
  }

  /** What routes are described, each as {@code GET /api/todos}. */
  Set<String> described() {
    return Set.copyOf(operations.keySet());
  }

  /** The features, in their order. */
  List<ObjectNode> tags() {
    return List.copyOf(tags);
  }

  /** What is not of one route: title, security schemes, and named parts; to be changed freely. */
  ObjectNode shared() {
    return shared;
  }

  /**
   * What is said of one route.
   *
   * @param tag the feature that it is of
   */
  record Description(String tag, JsonNode entry) {
    /** A text that must be there. */
    String text(String member) {
      return entry.required(member).textValue();
    }

    /** Whether that is so. */
    boolean is(String member) {
      return entry.path(member).asBoolean();
    }

    /** The texts of a list, which need not be there. */
    List<String> list(String member) {
      List<String> texts = new ArrayList<>();
      entry.path(member).forEach(text -> texts.add(text.textValue()));
      return texts;
    }
  }
}
