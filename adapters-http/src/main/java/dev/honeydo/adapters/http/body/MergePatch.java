package dev.honeydo.adapters.http.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** JSON merge patches (RFC 7396) of objects whose members nobody has named beforehand. */
public final class MergePatch {
  private MergePatch() {}

  /** The target with the patch applied: null removes a member, an object goes into its own. */
  public static ObjectNode apply(ObjectNode target, ObjectNode patch) {
    ObjectNode merged = target.deepCopy();
    merge(merged, patch);
    return merged;
  }

  private static void merge(ObjectNode target, ObjectNode patch) {
    for (Map.Entry<String, JsonNode> member : patch.properties()) {
      String name = member.getKey();
      switch (member.getValue()) {
        case ObjectNode inner -> {
          // Whatever else stood there is no object: the patch goes into an empty one, so that its
          // nulls go, too.
          ObjectNode into =
              target.get(name) instanceof ObjectNode existing
                  ? existing
                  : JsonNodeFactory.instance.objectNode();
          merge(into, inner);
          target.set(name, into);
        }
        case JsonNode removed when removed.isNull() -> target.remove(name);
        case JsonNode value -> target.set(name, value);
      }
    }
  }
}
