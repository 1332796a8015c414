package dev.honeydo.bootstrap;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Requests as editors send them out of a file: one behind each {@code ###}, with variables in
 * double braces that stand for what the file defines or for what an earlier answer said. What
 * statuses a request may get stands in a comment, {@code # expect 201 409}.
 */
final class RequestFile {
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{([^}]+)}}");
  private static final Pattern DEFINITION = Pattern.compile("@(\\w+)\\s*=\\s*(.*)");

  private final Map<String, String> variables = new HashMap<>();
  private final Map<String, Api.Answer> answers = new HashMap<>();
  private final List<Request> requests = new ArrayList<>();

  private RequestFile() {}

  /**
   * Reads the file.
   *
   * @param given variables that stand for those of the same name in the file
   */
  static RequestFile of(String text, Map<String, String> given) {
    RequestFile file = new RequestFile();
    String[] parts = text.split("(?m)^###", -1);
    for (String line : parts[0].lines().toList()) {
      Matcher definition = DEFINITION.matcher(line);
      if (definition.matches()) {
        file.variables.put(definition.group(1), definition.group(2).strip());
      }
    }
    file.variables.putAll(given);
    for (int i = 1; i < parts.length; i++) {
      file.requests.add(Request.of(parts[i]));
    }
    return file;
  }

  /** The requests, in their order. */
  List<Request> requests() {
    return List.copyOf(requests);
  }

  /** Sends a request whose predecessors have been sent. */
  Api.Answer send(Request request) {
    Api api = Api.at(java.net.URI.create(filled("{{host}}")));
    for (Map.Entry<String, String> header : request.headers().entrySet()) {
      api = api.with(header.getKey(), filled(header.getValue()));
    }
    String target = filled(request.target()).substring(filled("{{host}}").length());
    Api.Answer answer = api.send(request.method(), target, filled(request.body()));
    answers.put(request.name(), answer);
    return answer;
  }

  private String filled(String text) {
    return VARIABLE.matcher(text).replaceAll(it -> Matcher.quoteReplacement(value(it.group(1))));
  }

  private String value(String name) {
    if (name.equals("$guid")) {
      return UUID.randomUUID().toString();
    }
    String[] path = name.split("\\.", -1);
    if (path.length == 1) {
      return known(variables, name);
    }
    Api.Answer answer = known(answers, path[0]);
    if (path[2].equals("headers")) {
      return answer.header(path[3]);
    }
    JsonNode node = answer.body();
    for (int i = 3; i < path.length; i++) {
      node = node.required(path[i]);
    }
    return node.asText();
  }

  private static <T> T known(Map<String, T> values, String name) {
    T value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("nothing is called " + name);
    }
    return value;
  }

  /**
   * One request.
   *
   * @param title what stands behind the {@code ###}
   * @param name what later requests know its answer by; empty where none does
   * @param expected the statuses that it may get
   */
  record Request(
      String title,
      String name,
      List<Integer> expected,
      String method,
      String target,
      Map<String, String> headers,
      String body) {

    static Request of(String part) {
      List<String> lines = part.lines().toList();
      String name = "";
      List<Integer> expected = new ArrayList<>();
      int at = 1;
      for (; lines.get(at).startsWith("#"); at++) {
        String comment = lines.get(at).substring(1).strip();
        if (comment.startsWith("@name ")) {
          name = comment.substring(6).strip();
        } else if (comment.startsWith("expect ")) {
          for (String status : comment.substring(7).split(" ", -1)) {
            expected.add(Integer.parseInt(status));
          }
        }
      }
      String[] line = lines.get(at).split(" ", 2);
      Map<String, String> headers = new LinkedHashMap<>();
      for (at++; at < lines.size() && !lines.get(at).isBlank(); at++) {
        String[] header = lines.get(at).split(":", 2);
        headers.put(header[0].strip(), header[1].strip());
      }
      String body = String.join("\n", lines.subList(at, lines.size())).strip();
      return new Request(lines.getFirst().strip(), name, expected, line[0], line[1], headers, body);
    }
  }
}
