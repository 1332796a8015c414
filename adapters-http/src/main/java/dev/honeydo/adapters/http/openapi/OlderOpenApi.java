package dev.honeydo.adapters.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/**
 * Says in OpenAPI 3.0.3 what is said in 3.1: {@code nullable} for a second type, one example for
 * several, and nothing that 3.0 has no name for.
 */
final class OlderOpenApi {
  /** What is no schema, and may look like one. */
  private static final Set<String> DATA = Set.of("value", "example", "default", "enum");

  private OlderOpenApi() {}

  /** The document in 3.0.3; the one that is given is not changed. */
  static ObjectNode of(ObjectNode document) {
    ObjectNode older = document.deepCopy();
    older.put("openapi", "3.0.3");
    ObjectNode info = older.withObject("/info");
    info.remove("summary");
    info.withObject("/license").remove("identifier");
    rewrite(older);
    return older;
  }

  private static void rewrite(JsonNode node) {
    if (node instanceof ObjectNode object) {
      if (object.get("type") instanceof ArrayNode types) {
        object.set("type", types.get(0));
        object.put("nullable", true);
      }
      if (object.get("examples") instanceof ArrayNode examples) {
        object.remove("examples");
        object.set("example", examples.get(0));
      }
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        if (!DATA.contains(member.getKey())) {
          rewrite(member.getValue());
        }
      }
    } else {
      node.forEach(OlderOpenApi::rewrite);
    }
  }
}
