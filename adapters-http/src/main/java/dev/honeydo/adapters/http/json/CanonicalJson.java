package dev.honeydo.adapters.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes JSON so that equal values have equal bytes: members in the order of their names, numbers
 * by their value ({@code 1}, {@code 1.0} and {@code 1e0} are one), no white space.
 */
public final class CanonicalJson {
  private CanonicalJson() {}

  /** The bytes of a value. */
  public static byte[] of(JsonNode value) {
    return JsonText.of(json -> write(json, value));
  }

  private static void write(JsonGenerator json, JsonNode value) throws IOException {
    switch (value.getNodeType()) {
      case OBJECT -> writeObject(json, value);
      case ARRAY -> {
        json.writeStartArray();
        for (JsonNode item : value) {
          write(json, item);
        }
        json.writeEndArray();
      }
      case NUMBER -> json.writeNumber(canonical(value.decimalValue()));
      case STRING -> json.writeString(value.textValue());
      case BOOLEAN -> json.writeBoolean(value.booleanValue());
      case NULL -> json.writeNull();
      case BINARY, MISSING, POJO -> throw new IllegalStateException("not of a JSON text");
    }
  }

  private static void writeObject(JsonGenerator json, JsonNode object) throws IOException {
    Map<String, JsonNode> members = new TreeMap<>();
    object.properties().forEach(it -> members.put(it.getKey(), it.getValue()));
    json.writeStartObject();
    for (Map.Entry<String, JsonNode> member : members.entrySet()) {
      json.writeFieldName(member.getKey());
      write(json, member.getValue());
    }
    json.writeEndObject();
  }

  /**
   * The digits without zeros at their end, and the power of ten. (To strip the zeros is not left to
   * {@link BigDecimal}: its exponent may not reach that far.)
   */
  private static String canonical(BigDecimal number) {
    BigInteger digits = number.unscaledValue();
    if (digits.signum() == 0) {
      return "0";
    }
    long exponent = -(long) number.scale();
    BigInteger[] split = digits.divideAndRemainder(BigInteger.TEN);
    while (split[1].signum() == 0) {
      digits = split[0];
      exponent++;
      split = digits.divideAndRemainder(BigInteger.TEN);
    }
    return digits + "e" + exponent;
  }
}
