package dev.honeydo.adapters.http;

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
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * Sends requests as a client would, and holds each exchange against the {@link Contract}.
 * Immutable: each {@code with} makes another client.
 */
final class Client {
  static final String PASSWORD = "correct horse battery";

  private static volatile HttpClient http = connecting();
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final int port;
  private final List<String> headers;

  Client(int port) {
    this(port, List.of());
  }

  private Client(int port, List<String> headers) {
    this.port = port;
    this.headers = headers;
  }

  private static HttpClient connecting() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  /** Ends the connections: a server that stops waits a second for those that nobody uses. */
  static void hangUp() {
    HttpClient last = http;
    http = connecting();
    last.shutdownNow();
  }

  Client with(String name, String value) {
    List<String> all = new ArrayList<>(headers);
    Collections.addAll(all, name, value);
    return new Client(port, all);
  }

  Client bearer(String token) {
    return with("Authorization", "Bearer " + token);
  }

  /** An address that nobody has. */
  static String address() {
    return UUID.randomUUID() + "@example.org";
  }

  /** Registers as somebody new and logs in, and goes on with the access token. */
  Client registered() {
    return registered(address());
  }

  /** Registers and logs in, and goes on with the access token. */
  Client registered(String email) {
    return bearer(login(email).json().get("access_token").textValue());
  }

  /** Registers and logs in. */
  Reply login(String email) {
    post("/api/auth/register", registration(email)).expect(201);
    return post("/api/auth/login", credentials(email)).expect(200);
  }

  static String registration(String email) {
    return "{\"name\":\"Ada\",\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD);
  }

  static String credentials(String email) {
    return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD);
  }

  Reply get(String path) {
    return send("GET", path);
  }

  Reply post(String path, String json) {
    return json("POST", path, json);
  }

  Reply put(String path, String json) {
    return json("PUT", path, json);
  }

  Reply patch(String path, String json) {
    return json("PATCH", path, json);
  }

  Reply delete(String path) {
    return send("DELETE", path);
  }

  Reply json(String method, String path, String json) {
    return with("Content-Type", "application/json")
        .send(method, path, BodyPublishers.ofString(json));
  }

  Reply send(String method, String path) {
    return send(method, path, BodyPublishers.noBody());
  }

  Reply send(String method, String path, HttpRequest.BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(20))
            .method(method, body);
    for (int i = 0; i < headers.size(); i += 2) {
      request.header(headers.get(i), headers.get(i + 1));
    }
    try {
      HttpRequest built = request.build();
      Reply reply = new Reply(http.send(built, BodyHandlers.ofByteArray()));
      Contract.current().check(Contract.Sent.of(built), Contract.Came.of(reply.response()));
      return reply;
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What came back. */
  record Reply(HttpResponse<byte[]> response) {

    int status() {
      return response.statusCode();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    String body() {
      return new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
    }

    JsonNode json() {
      try {
        return MAPPER.readTree(response.body());
      } catch (IOException e) {
        throw new UncheckedIOException(body(), e);
      }
    }

    String code() {
      return json().path("code").asText();
    }

    Reply expect(int status) {
      if (status() != status) {
        throw new AssertionError("expected " + status + " but was " + status() + ": " + body());
      }
      return this;
    }

    Reply expect(int status, String code) {
      expect(status);
      if (!code().equals(code)) {
        throw new AssertionError("expected " + code + " but was: " + body());
      }
      return this;
    }
  }
}
