package dev.honeydo.adapters.http.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.honeydo.adapters.http.problem.FieldCode;
import dev.honeydo.adapters.http.problem.Refused;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of one object and collects what is wrong with them.
 *
 * <p>Values are to be used only after {@link #check} has returned: until then an empty one may mean
 * an error.
 */
public final class Fields {
  private final ObjectNode object;
  private final Set<String> readOnly;
  private final String place;
  private final FieldErrors errors = new FieldErrors();
  private final Set<String> known = new HashSet<>();

  /**
   * Reads this object.
   *
   * @param readOnly members that clients see but do not write
   */
  public Fields(ObjectNode object, Set<String> readOnly) {
    this(object, readOnly, "");
  }

  /**
   * Reads an object that stands within another.
   *
   * @param readOnly members that clients see but do not write
   * @param place a JSON pointer (RFC 6901) to the object
   */
  public Fields(ObjectNode object, Set<String> readOnly, String place) {
    this.object = object;
    this.readOnly = readOnly;
    this.place = place;
  }

  /** A member that must be there and not null. */
  public <T> Optional<T> required(String name, JsonType<T> type) {
    JsonNode node = take(name);
    if (node == null) {
      errors.add(pointer(name), FieldCode.REQUIRED, "must be given");
      return Optional.empty();
    }
    return type.notNull().read(node, pointer(name), errors);
  }

  /** A member that need not be there; empty where it is not. */
  public <T> Optional<T> optional(String name, JsonType<T> type) {
    JsonNode node = take(name);
    return node == null ? Optional.empty() : type.read(node, pointer(name), errors);
  }

  /**
   * Goes on only where every member that is there is known and every value is good.
   *
   * @throws Refused with {@code validation_failed}
   */
  public void check() {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (readOnly.contains(name)) {
        errors.add(pointer(name), FieldCode.READ_ONLY, "is the server's to write");
      } else if (!known.contains(name)) {
        errors.add(pointer(name), FieldCode.UNKNOWN_FIELD, "is not a field of this request");
      }
    }
    errors.check();
  }

  private @Nullable JsonNode take(String name) {
    known.add(name);
    return object.get(name);
  }

  /** The pointer to a member. */
  public String pointer(String name) {
    return place + '/' + name.replace("~", "~0").replace("/", "~1");
  }
}
