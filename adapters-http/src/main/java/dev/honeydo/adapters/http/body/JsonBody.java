package dev.honeydo.adapters.http.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.honeydo.adapters.http.problem.ProblemType;
import dev.honeydo.adapters.http.problem.Refused;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Map;

/**
 * Reads a body that must be one JSON object (RFC 8259) in UTF-8.
 *
 * <p>Refused as malformed: bytes that are not UTF-8, a key that stands twice in an object at any
 * depth, text behind the object, anything but an object at the top, half a surrogate pair, and what
 * goes beyond {@link JsonLimits}. A byte order mark in front is skipped (RFC 8259, section 8.1,
 * allows that; some editors write one).
 */
public final class JsonBody {
  private static final ObjectReader READER = reader();

  private JsonBody() {}

  /**
   * The object that the bytes write.
   *
   * @throws Refused with {@code malformed_request} when they do not
   */
  public static ObjectNode parse(byte[] bytes) {
    String text = decode(bytes);
    JsonNode node;
    try {
      node = READER.readTree(text);
    } catch (JsonProcessingException malformed) {
      // Jackson's messages may repeat the text, which may hold a secret; the place is enough.
      var place = malformed.getLocation();
      throw new Refused(
          ProblemType.MALFORMED_REQUEST,
          place == null || place.getLineNr() < 1
              ? "The body is not well-formed JSON."
              : "The body is not well-formed JSON: see line "
                  + place.getLineNr()
                  + ", column "
                  + place.getColumnNr()
                  + ".");
    }
    if (!(node instanceof ObjectNode object)) {
      throw new Refused(ProblemType.MALFORMED_REQUEST, "The body must be one JSON object.");
    }
    // Only an escape can smuggle in half a character: UTF-8 has none.
    if (text.contains("\\u") && !isWhole(object)) {
      throw new Refused(ProblemType.MALFORMED_REQUEST, "The body has an unpaired surrogate.");
    }
    return object;
  }

  /** Whether every string and every name in it is of whole characters (RFC 7493, section 2.1). */
  private static boolean isWhole(JsonNode node) {
    if (node.isTextual()) {
      return isWhole(node.textValue());
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (!isWhole(member.getKey())) {
        return false;
      }
    }
    for (JsonNode child : node) {
      if (!isWhole(child)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWhole(String text) {
    return text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }

  private static String decode(byte[] bytes) {
    try {
      CharBuffer text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      boolean marked = text.hasRemaining() && text.get(0) == '\uFEFF';
      return marked ? text.subSequence(1, text.length()).toString() : text.toString();
    } catch (CharacterCodingException notUtf8) {
      throw new Refused(ProblemType.MALFORMED_REQUEST, "The body is not UTF-8.");
    }
  }

  private static ObjectReader reader() {
    JsonFactory factory =
        JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.sharedBoundedPool())
            .streamReadConstraints(new JsonLimits())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            // Names come from clients: they are not to be kept for the life of the process.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();
    return JsonMapper.builder(factory)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .build()
        .readerFor(JsonNode.class);
  }
}
