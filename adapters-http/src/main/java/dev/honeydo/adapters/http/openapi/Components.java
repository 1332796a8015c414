package dev.honeydo.adapters.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.honeydo.adapters.http.exchange.BodyKind;
import dev.honeydo.adapters.http.exchange.Route;
import dev.honeydo.adapters.http.json.JsonText;
import dev.honeydo.adapters.http.problem.FieldCode;
import dev.honeydo.adapters.http.problem.ProblemExample;
import dev.honeydo.adapters.http.problem.ProblemJson;
import dev.honeydo.adapters.http.problem.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The named parts of the document; those that nothing names are left out of it in the end. */
final class Components {
  /** The header fields that every answer can have. */
  static final List<String> OF_EVERY_ANSWER =
      List.of(
          "X-Request-Id",
          "X-Content-Type-Options",
          "Access-Control-Allow-Origin",
          "Cache-Control",
          "Vary",
          "RateLimit-Policy",
          "RateLimit");

  private static final String PREFIX = "#/components/";
  private static final List<String> KINDS =
      List.of("schemas", "responses", "parameters", "examples", "headers");
  private static final Set<Integer> REPLAYED = Set.of(404, 409, 412);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final ObjectNode parts = JsonNodeFactory.instance.objectNode();

  /** Takes over what was written, and adds what follows from the code. */
  Components(ObjectNode shared) {
    for (String kind : KINDS) {
      parts.set(kind, shared.withObject("/" + kind));
    }
    parts.set("securitySchemes", shared.required("securitySchemes"));
    ObjectNode examples = parts.withObject("/examples");
    for (Map.Entry<String, JsonNode> example : examples.properties()) {
      ObjectNode wrapped = JsonNodeFactory.instance.objectNode();
      wrapped.put("summary", example.getKey().replace('_', ' '));
      wrapped.set("value", example.getValue());
      example.setValue(wrapped);
    }
    for (ProblemType type : ProblemType.values()) {
      ObjectNode example = examples.putObject(type.code());
      example.put("summary", type.title());
      example.put("description", type.cause() + " " + type.remedy());
      example.set("value", tree(ProblemExample.of(type)::write));
    }
    addCodes();
  }

  private void addCodes() {
    ObjectNode problemCode = parts.withObject("/schemas").putObject("ProblemCode");
    problemCode.put("type", "string");
    problemCode.put("description", "What programs go by.");
    ArrayNode problemCodes = problemCode.putArray("enum");
    for (ProblemType type : ProblemType.values()) {
      problemCodes.add(type.code());
    }
    ObjectNode fieldCode = parts.withObject("/schemas").putObject("FieldCode");
    fieldCode.put("type", "string");
    fieldCode.put("description", "What is wrong, for programs.");
    ArrayNode fieldCodes = fieldCode.putArray("enum");
    for (FieldCode code : FieldCode.values()) {
      fieldCodes.add(code.text());
    }
  }

  private static JsonNode tree(JsonText.Content content) {
    try {
      return MAPPER.readTree(JsonText.of(content));
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  /** A reference to a named part. */
  static ObjectNode reference(String kind, String name) {
    return JsonNodeFactory.instance.objectNode().put("$ref", PREFIX + kind + "/" + name);
  }

  /** The names of the ways in which a request can show whose it is. */
  List<String> securitySchemes() {
    return parts.path("securitySchemes").propertyStream().map(Map.Entry::getKey).toList();
  }

  /** The parameter of that name in the document. */
  JsonNode parameter(String name) {
    return parts.required("parameters").required(name);
  }

  /** References to those header fields; with a question mark it need not be there. */
  ObjectNode headers(List<String> names) {
    ObjectNode headers = JsonNodeFactory.instance.objectNode();
    for (String name : names) {
      String bare = name.replace("?", "");
      if (name.equals(bare)) {
        headers.set(name, reference("headers", name));
      } else {
        ObjectNode optional = parts.required("headers").required(bare).deepCopy();
        headers.set(bare, optional.without("required"));
      }
    }
    return headers;
  }

  /** A reference to the answer with those problems, which have one status. */
  ObjectNode problems(Route route, int status, Set<ProblemType> types) {
    boolean replayed = route.idempotent() && REPLAYED.contains(status);
    boolean patch = status == 415 && route.body() == BodyKind.MERGE_PATCH;
    String name =
        status
            + types.stream().map(ProblemType::code).collect(Collectors.joining(".", ".", ""))
            + (replayed ? ".replayed" : "")
            + (patch ? ".patch" : "");
    ObjectNode responses = parts.withObject("/responses");
    if (!responses.has(name)) {
      ObjectNode response = responses.putObject(name);
      response.put(
          "description", types.stream().map(ProblemType::title).collect(Collectors.joining("; ")));
      List<String> names = new ArrayList<>(OF_EVERY_ANSWER);
      names.addAll(ofProblems(status, replayed, patch));
      response.set("headers", headers(names));
      addProblems(response.putObject("content"), types);
    }
    return reference("responses", name);
  }

  private static List<String> ofProblems(int status, boolean replayed, boolean patch) {
    List<String> names = new ArrayList<>();
    switch (status) {
      case 401 -> names.add("WWW-Authenticate");
      case 429, 503 -> names.add("Retry-After");
      case 409 -> {
        if (replayed) {
          names.add("Retry-After?");
        }
      }
      default -> {
        // Nothing more.
      }
    }
    if (replayed) {
      names.add("Idempotent-Replayed");
    }
    if (patch) {
      names.add("Accept-Patch");
    }
    names.add("Content-Encoding");
    return names;
  }

  /** Adds those problems to what an answer can have in it. */
  void addProblems(ObjectNode content, Set<ProblemType> types) {
    ObjectNode media = content.putObject(ProblemJson.MEDIA_TYPE);
    media.set("schema", reference("schemas", "Problem"));
    ObjectNode examples = media.putObject("examples");
    for (ProblemType type : types) {
      examples.set(type.code(), reference("examples", type.code()));
    }
  }

  /** The parts that {@code paths} name, directly or through others, and the security schemes. */
  ObjectNode namedBy(JsonNode paths) {
    Set<String> reached = new LinkedHashSet<>();
    Deque<JsonNode> open = new ArrayDeque<>(List.of(paths));
    while (!open.isEmpty()) {
      for (String reference : references(open.pop())) {
        if (reached.add(reference)) {
          open.add(parts.requiredAt(reference.substring(PREFIX.length() - 1)));
        }
      }
    }
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    for (String kind : KINDS) {
      ObjectNode some = kept.putObject(kind);
      for (Map.Entry<String, JsonNode> part : parts.required(kind).properties()) {
        if (reached.contains(PREFIX + kind + "/" + part.getKey())) {
          some.set(part.getKey(), part.getValue());
        }
      }
    }
    kept.set("securitySchemes", parts.required("securitySchemes"));
    return kept;
  }

  private static Set<String> references(JsonNode node) {
    return new HashSet<>(node.findValuesAsText("$ref"));
  }
}
