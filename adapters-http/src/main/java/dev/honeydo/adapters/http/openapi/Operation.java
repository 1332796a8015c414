package dev.honeydo.adapters.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.honeydo.adapters.http.exchange.Audience;
import dev.honeydo.adapters.http.exchange.BodyKind;
import dev.honeydo.adapters.http.exchange.Route;
import dev.honeydo.adapters.http.exchange.RouteLimit;
import dev.honeydo.adapters.http.openapi.Descriptions.Description;
import dev.honeydo.adapters.http.problem.ProblemType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One route as an operation: what is written of it, and what it knows of itself. */
final class Operation {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern IN_BRACES = Pattern.compile("\\{(\\w+)}");

  private final Route route;
  private final Description description;
  private final Components components;

  Operation(Route route, Description description, Components components) {
    this.route = route;
    this.description = description;
    this.components = components;
  }

  ObjectNode node() {
    ObjectNode node = NODES.objectNode();
    node.put("operationId", description.text("id"));
    node.put("summary", description.text("summary"));
    node.put("description", description.text("description") + ofTheRoute());
    node.putArray("tags").add(description.tag());
    node.set("security", security());
    ArrayNode parameters = parameters();
    if (!parameters.isEmpty()) {
      node.set("parameters", parameters);
    }
    if (route.body() != BodyKind.NONE) {
      node.set("requestBody", requestBody());
    }
    node.set("responses", responses());
    return node;
  }

  private String ofTheRoute() {
    String limit =
        route.limit() == RouteLimit.NONE
            ? ""
            : " Counts against the limit `" + route.limit().name().toLowerCase(Locale.ROOT) + "`.";
    return (route.audience() == Audience.ADMINS ? " For admins." : "") + limit;
  }

  private ArrayNode security() {
    ArrayNode security = NODES.arrayNode();
    if (route.needsLogin()) {
      components.securitySchemes().forEach(scheme -> security.addObject().putArray(scheme));
    }
    return security;
  }

  private ArrayNode parameters() {
    List<String> names = new ArrayList<>();
    Matcher inBraces = IN_BRACES.matcher(route.path());
    while (inBraces.find()) {
      names.add(inBraces.group(1));
    }
    names.addAll(description.list("parameters"));
    Set<String> inQuery = new TreeSet<>();
    for (String name : description.list("parameters")) {
      inQuery.add(components.parameter(name).path("name").asText());
    }
    if (!inQuery.equals(new TreeSet<>(route.parameters()))) {
      throw new IllegalStateException(
          route.method()
              + " "
              + route.path()
              + " takes "
              + route.parameters()
              + ", described is "
              + inQuery);
    }
    names.addAll(description.list("fields"));
    if (description.is("precondition")) {
      names.add("If-Match");
    }
    if (description.is("precondition") || description.is("conditional")) {
      names.add("If-None-Match");
    }
    if (route.idempotent()) {
      names.add("Idempotency-Key");
    }
    ArrayNode parameters = NODES.arrayNode();
    names.forEach(name -> parameters.add(Components.reference("parameters", name)));
    return parameters;
  }

  private ObjectNode requestBody() {
    ObjectNode body = NODES.objectNode();
    body.put("required", true);
    ObjectNode content = body.putObject("content");
    for (String mediaType : route.body().mediaTypes()) {
      content.set(mediaType, media(description.entry().required("request")));
    }
    return body;
  }

  private static ObjectNode media(JsonNode entry) {
    ObjectNode media = NODES.objectNode();
    media.set("schema", Components.reference("schemas", entry.required("schema").textValue()));
    ObjectNode examples = media.putObject("examples");
    for (JsonNode example : entry.required("examples")) {
      examples.set(example.textValue(), Components.reference("examples", example.textValue()));
    }
    return media;
  }

  private ObjectNode responses() {
    ObjectNode responses = NODES.objectNode();
    Set<ProblemType> more = EnumSet.noneOf(ProblemType.class);
    description.list("problems").forEach(code -> more.add(typeOf(code)));
    if (description.is("precondition")) {
      more.add(ProblemType.VERSION_MISMATCH);
    }
    Map<Integer, Set<ProblemType>> problems = RouteProblems.of(route, more);
    for (Map.Entry<String, JsonNode> answer :
        description.entry().required("answers").properties()) {
      responses.set(answer.getKey(), answer(answer.getValue()));
    }
    if (description.is("conditional")) {
      responses.set("304", notModified());
    }
    problems.forEach((status, types) -> {
      String key = Integer.toString(status);
      if (responses.get(key) instanceof ObjectNode own) {
        components.addProblems(own.withObject("/content"), types);
      } else {
        responses.set(key, components.problems(route, status, types));
      }
    });
    return responses;
  }

  private static ProblemType typeOf(String code) {
    return ProblemType.valueOf(code.toUpperCase(Locale.ROOT));
  }

  private ObjectNode answer(JsonNode entry) {
    ObjectNode answer = NODES.objectNode();
    answer.put("description", entry.required("description").textValue());
    List<String> headers = new ArrayList<>(Components.OF_EVERY_ANSWER);
    entry.path("headers").forEach(name -> headers.add(name.textValue()));
    if (route.idempotent()) {
      headers.add("Idempotent-Replayed");
    }
    if (route.method().equals("GET") && route.needsLogin()) {
      headers.add("Server-Timing");
    }
    ObjectNode content = NODES.objectNode();
    if (entry.has("schema")) {
      content.set("application/json", media(entry));
    }
    for (Map.Entry<String, JsonNode> kind : entry.path("content").properties()) {
      content.set(kind.getKey(), media(kind.getValue()));
    }
    if (!content.isEmpty()) {
      headers.add("Content-Encoding");
    }
    answer.set("headers", components.headers(headers));
    if (!content.isEmpty()) {
      answer.set("content", content);
    }
    return answer;
  }

  private ObjectNode notModified() {
    ObjectNode answer = NODES.objectNode();
    answer.put("description", "The client has it already.");
    List<String> headers = new ArrayList<>(Components.OF_EVERY_ANSWER);
    headers.add("ETag");
    if (route.needsLogin()) {
      headers.add("Server-Timing");
    }
    answer.set("headers", components.headers(headers));
    return answer;
  }
}
