package dev.honeydo.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A client as somebody would write it who has nothing but the contract.
 *
 * @param headers sent with every request
 */
record Api(URI address, Map<String, String> headers) {
  static final String PASSWORD = "correct horse battery";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static volatile HttpClient client = connecting();

  private static HttpClient connecting() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  /** Ends the connections: a server that stops waits a second for those that nobody uses. */
  static void hangUp() {
    HttpClient last = client;
    client = connecting();
    last.shutdownNow();
  }

  static Api at(URI address) {
    return new Api(address, Map.of());
  }

  Api with(String header, String value) {
    Map<String, String> more = new java.util.HashMap<>(headers);
    more.put(header, value);
    return new Api(address, Map.copyOf(more));
  }

  Api bearer(String token) {
    return with("Authorization", "Bearer " + token);
  }

  /** All of the user's todos, as the record has them. */
  List<JsonNode> todos() {
    List<JsonNode> items = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = with("Cache-Control", "no-cache").get("/api/todos?limit=100" + cursor).body();
      page.path("items").forEach(items::add);
      JsonNode next = page.path("next_cursor");
      cursor = next.isTextual() ? "&cursor=" + next.textValue() : "";
    } while (!cursor.isEmpty());
    return items;
  }

  Answer get(String path) {
    return send("GET", path, "");
  }

  Answer post(String path, String body) {
    return send("POST", path, body);
  }

  Answer put(String path, String body) {
    return send("PUT", path, body);
  }

  Answer patch(String path, String body) {
    return send("PATCH", path, body);
  }

  Answer delete(String path) {
    return send("DELETE", path, "");
  }

  /** Registers a user of that address. */
  Answer register(String email) {
    return post(
        "/api/auth/register", json("{'name':'Ada','email':'%s','password':'%s'}", email, PASSWORD));
  }

  /** Logs that user in. */
  Answer login(String email) {
    return post("/api/auth/login", json("{'email':'%s','password':'%s'}", email, PASSWORD));
  }

  /** This client, with the access token of a fresh login. */
  Api loggedIn(String email) {
    return bearer(login(email).body().path("access_token").asText());
  }

  Answer send(String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(30));
    headers.forEach(request::header);
    if (!body.isEmpty() && !headers.containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    request.method(
        method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body, UTF_8));
    try {
      return new Answer(client.send(request.build(), BodyHandlers.ofString(UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** JSON written with single quotes. */
  static String json(String template, Object... values) {
    return String.format(java.util.Locale.ROOT, template.replace('\'', '"'), values);
  }

  /** What came back. */
  record Answer(HttpResponse<String> raw) {
    int status() {
      return raw.statusCode();
    }

    String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }

    JsonNode body() {
      try {
        return JSON.readTree(raw.body());
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }

    String text(String field) {
      return body().path(field).asText();
    }

    /** The status, and the code of the problem if it is one: enough to say what went wrong. */
    String outcome() {
      return raw.body().isEmpty() ? "" + status() : (status() + " " + text("code")).strip();
    }
  }
}
