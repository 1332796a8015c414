package dev.honeydo.adapters.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.honeydo.adapters.http.exchange.Route;
import dev.honeydo.adapters.http.openapi.OpenApiDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Holds what goes over the wire against the document that the server has of itself: every answer
 * must be one that is described, to the last field, and every request that is not refused, too.
 */
final class Contract {
  private static final String IRI = "https://honeydo.test/openapi.json";

  /** What the protocol, the fetch standard and browsers have, and no operation decides on. */
  private static final Set<String> OF_THE_PROTOCOL =
      Set.of(
          ":status",
          "connection",
          "content-length",
          "content-type",
          "date",
          "transfer-encoding",
          "content-security-policy",
          "cross-origin-opener-policy",
          "cross-origin-resource-policy",
          "referrer-policy",
          "service-worker-allowed",
          "access-control-allow-credentials",
          "access-control-expose-headers");

  private static volatile @Nullable Contract current;

  /** A limit that is larger is as good as this one, which is what is described. */
  private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final JsonNode document;
  private final Map<List<String>, JsonNode> paths = new TreeMap<>(Contract::literalsFirst);
  private final SchemaRegistry answers;

  /** Without formats: the validator knows fewer instants than RFC 3339. */
  private final SchemaRegistry requests;

  private final Map<String, Boolean> seen = new ConcurrentHashMap<>();

  Contract(JsonNode document) {
    this.document = document;
    for (Map.Entry<String, JsonNode> path : document.required("paths").properties()) {
      paths.put(segments(path.getKey()), path.getValue());
    }
    JsonNode closed = document.deepCopy();
    closed.required("components").required("schemas").forEach(Contract::close);
    answers = registry(closed, true);
    requests = registry(closed, false);
  }

  private static SchemaRegistry registry(JsonNode document, boolean formats) {
    return SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_2020_12,
        builder ->
            builder
                .schemas(Map.of(IRI, document.toString()))
                .schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(formats).build()));
  }

  /** Knows from now on what a server serves; every server of the tests serves the same. */
  static synchronized void know(List<Route> routes) {
    if (current == null) {
      current = new Contract(OpenApiDocument.of(routes, "1.2.3", Optional.empty()));
    }
  }

  /** The contract of the servers of the tests. */
  static Contract current() {
    Contract known = current;
    if (known == null) {
      throw new IllegalStateException("no server has been started");
    }
    return known;
  }

  /** An answer has no field that is not described; a request says so itself. */
  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && object.has("properties")
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
  }

  private static int literalsFirst(List<String> one, List<String> other) {
    return String.join("/", one).compareTo(String.join("/", other));
  }

  private static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }

  /** Which operations were seen with which status, each as {@code GET /api/todos 200}. */
  Set<String> seen() {
    return seen.keySet();
  }

  /**
   * Checks one exchange.
   *
   * @throws AssertionError when it is not as described
   */
  void check(Sent sent, Came came) {
    List<String> faults = new ArrayList<>();
    JsonNode item = item(sent.path());
    boolean head = sent.method().equals("HEAD");
    JsonNode operation = item.path((head ? "get" : sent.method()).toLowerCase(Locale.ROOT));
    if (item.isMissingNode() || operation.isMissingNode()) {
      // OPTIONS is everywhere, and no operation.
      if (!(sent.method().equals("OPTIONS") && came.status() == 204)) {
        checkRefusal(item.isMissingNode() ? 404 : 405, came, head, faults);
      }
    } else {
      checkAnswer(operation, came, head, faults);
      if (came.status() < 400 && !hasRefusedParts(came)) {
        checkRequest(operation, sent, faults);
      }
      String name = sent.method() + " " + operation.path("operationId").asText();
      Boolean _ = seen.put(name + " " + came.status(), true);
    }
    if (!faults.isEmpty()) {
      throw new AssertionError(
          sent.method()
              + " "
              + sent.path()
              + " "
              + came.status()
              + " is not as /openapi.json describes it: "
              + String.join("; ", faults)
              + "\n"
              + new String(came.body(), StandardCharsets.UTF_8));
    }
  }

  /** Whether a batch was served of which not everything was: that may be as it likes. */
  private static boolean hasRefusedParts(Came came) {
    return came.contentType().equals("application/json")
        && new String(came.body(), StandardCharsets.UTF_8).contains("\"problem\":");
  }

  private JsonNode item(String path) {
    String known = path.startsWith("/api/v1/") ? "/api/" + path.substring(8) : path;
    List<String> wanted = segments(known);
    JsonNode found = document.path("none");
    for (Map.Entry<List<String>, JsonNode> candidate : paths.entrySet()) {
      if (fits(candidate.getKey(), wanted)) {
        boolean literal = candidate.getKey().equals(wanted);
        if (literal || found.isMissingNode()) {
          found = candidate.getValue();
        }
      }
    }
    return found;
  }

  private static boolean fits(List<String> template, List<String> wanted) {
    if (template.size() != wanted.size()) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      boolean any = template.get(i).startsWith("{") && !wanted.get(i).isEmpty();
      if (!any && !template.get(i).equals(wanted.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** What is no operation is refused, and with a problem. */
  private void checkRefusal(int usual, Came came, boolean head, List<String> faults) {
    if (came.status() != usual && came.status() != 400 && came.status() < 413) {
      faults.add("it is no operation");
    }
    if (!head) {
      validate(schema("Problem"), tree(came.body(), faults), "body", faults);
    }
  }

  private void checkAnswer(JsonNode operation, Came came, boolean head, List<String> faults) {
    JsonNode answer = resolved(operation.path("responses").path(Integer.toString(came.status())));
    if (answer.isMissingNode()) {
      faults.add("the status is not described");
      return;
    }
    checkHeaders(answer.path("headers"), came, faults);
    String type = came.contentType();
    JsonNode content = answer.path("content");
    if (content.isMissingNode()) {
      if (came.body().length > 0 || !type.isEmpty()) {
        faults.add("no body is described");
      }
      return;
    }
    JsonNode media = content.path(type);
    if (media.isMissingNode()) {
      faults.add("the content type is not described: " + type);
    } else if (!head && type.endsWith("json")) {
      JsonNode body = tree(came.body(), faults);
      validate(IRI + media.required("schema").required("$ref").textValue(), body, "body", faults);
      String code = body.path("code").asText();
      if (type.equals("application/problem+json") && !media.path("examples").has(code)) {
        faults.add("the code is not described: " + code);
      }
    }
  }

  private void checkHeaders(JsonNode described, Came came, List<String> faults) {
    Map<String, String> names = new TreeMap<>();
    for (Map.Entry<String, JsonNode> header : described.properties()) {
      names.put(header.getKey().toLowerCase(Locale.ROOT), header.getKey());
      JsonNode definition = resolved(header.getValue());
      List<String> values = came.headers().getOrDefault(lowered(header.getKey()), List.of());
      if (values.isEmpty() && definition.path("required").asBoolean()) {
        faults.add("it lacks " + header.getKey());
      }
      for (String value : values) {
        validate(definition.required("schema"), value, header.getKey(), faults);
      }
    }
    for (String name : came.headers().keySet()) {
      if (!names.containsKey(name) && !OF_THE_PROTOCOL.contains(name)) {
        faults.add("the header is not described: " + name);
      }
    }
  }

  private void checkRequest(JsonNode operation, Sent sent, List<String> faults) {
    checkParameters(operation.path("parameters"), sent, faults);
    JsonNode requestBody = operation.path("requestBody");
    if (requestBody.isMissingNode()) {
      return;
    }
    String type = mediaType(sent.header("content-type"));
    JsonNode media = requestBody.required("content").path(type);
    if (media.isMissingNode()) {
      faults.add("the request's content type is not described: " + type);
      return;
    }
    String schema = IRI + media.required("schema").required("$ref").textValue();
    JsonNode body = tree(sent.body(), faults);
    report(requests.getSchema(SchemaLocation.of(schema)).validate(body), "request", faults);
  }

  private void checkParameters(JsonNode parameters, Sent sent, List<String> faults) {
    Map<String, String> query = query(sent.query());
    for (JsonNode reference : parameters) {
      JsonNode parameter = resolved(reference);
      String name = parameter.required("name").textValue();
      String value =
          switch (parameter.required("in").textValue()) {
            case "query" -> query.remove(name);
            case "header" -> sent.header(lowered(name));
            default -> "";
          };
      if (value == null && parameter.path("required").asBoolean()) {
        faults.add("the request lacks " + name);
      }
      if (value != null && !value.isEmpty()) {
        validate(parameter.required("schema"), value, name, faults);
      }
    }
    if (!query.isEmpty()) {
      faults.add("the parameters are not described: " + query.keySet());
    }
  }

  private static Map<String, String> query(String query) {
    Map<String, String> values = new TreeMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
        String _ = values.put(pair.substring(0, equals), value);
      }
    }
    return values;
  }

  private void validate(JsonNode schema, String text, String what, List<String> faults) {
    JsonNode target = schema.has("$ref") ? resolved(schema) : schema;
    JsonNode value = TextNode.valueOf(text);
    try {
      value =
          switch (target.path("type").asText()) {
            case "integer" -> BigIntegerNode.valueOf(new BigInteger(text).min(MOST));
            case "boolean" -> MAPPER.readTree(text);
            default -> value;
          };
    } catch (NumberFormatException | JsonProcessingException notOne) {
      // It stays a text, which is then not of the type.
    }
    report(requests.getSchema(target).validate(value), what, faults);
  }

  private void validate(String iri, JsonNode value, String what, List<String> faults) {
    report(answers.getSchema(SchemaLocation.of(iri)).validate(value), what, faults);
  }

  private static void report(List<Error> errors, String what, List<String> faults) {
    errors.forEach(
        error -> faults.add(what + error.getInstanceLocation() + " " + error.getMessage()));
  }

  /** What is wrong with a value by the schema that {@code #/components/…} refers to. */
  List<String> faults(String reference, JsonNode value) {
    List<String> faults = new ArrayList<>();
    validate(IRI + reference, value, "", faults);
    return faults;
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").textValue().substring(1)) : node;
  }

  private static String schema(String name) {
    return IRI + "#/components/schemas/" + name;
  }

  private static JsonNode tree(byte[] body, List<String> faults) {
    try {
      return MAPPER.readTree(body);
    } catch (IOException notJson) {
      faults.add("the body is not JSON");
      return IntNode.valueOf(0);
    }
  }

  private static String lowered(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String mediaType(String contentType) {
    return lowered(contentType.split("[;,]", 2)[0].strip());
  }

  /**
   * A request.
   *
   * @param headers in lower case
   */
  @SuppressWarnings("ArrayRecordComponent") // Shared, and written by nobody.
  record Sent(String method, String path, String query, Map<String, String> headers, byte[] body) {
    static Sent of(HttpRequest request) {
      Map<String, String> headers = new TreeMap<>();
      request
          .headers()
          .map()
          .forEach((name, values) -> headers.put(lowered(name), String.join(", ", values)));
      String query = request.uri().getRawQuery();
      byte[] body = request.bodyPublisher().map(Sent::collected).orElse(new byte[0]);
      return new Sent(
          request.method(), request.uri().getRawPath(), query == null ? "" : query, headers, body);
    }

    private static byte[] collected(HttpRequest.BodyPublisher publisher) {
      var subscriber = HttpResponse.BodySubscribers.ofByteArray();
      publisher.subscribe(
          new Flow.Subscriber<ByteBuffer>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
              subscriber.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer bytes) {
              subscriber.onNext(List.of(bytes));
            }

            @Override
            public void onError(Throwable failure) {
              subscriber.onError(failure);
            }

            @Override
            public void onComplete() {
              subscriber.onComplete();
            }
          });
      return subscriber.getBody().toCompletableFuture().join();
    }

    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /**
   * An answer.
   *
   * @param headers in lower case
   */
  @SuppressWarnings("ArrayRecordComponent") // Shared, and written by nobody.
  record Came(int status, Map<String, List<String>> headers, byte[] body) {
    static Came of(HttpResponse<byte[]> response) {
      Map<String, List<String>> headers = new TreeMap<>();
      response.headers().map().forEach((name, values) -> headers.put(lowered(name), values));
      boolean zipped = headers.getOrDefault("content-encoding", List.of()).contains("gzip");
      byte[] body = response.body();
      return new Came(response.statusCode(), headers, zipped ? unzipped(body) : body);
    }

    private static byte[] unzipped(byte[] body) {
      if (body.length == 0) {
        return body;
      }
      try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(body))) {
        return stream.readAllBytes();
      } catch (IOException notZipped) {
        throw new AssertionError("it is not gzip, though it says so", notZipped);
      }
    }

    String contentType() {
      return headers.containsKey("content-type")
          ? mediaType(headers.get("content-type").getFirst())
          : "";
    }
  }
}
