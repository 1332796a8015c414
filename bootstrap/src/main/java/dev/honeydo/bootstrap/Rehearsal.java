package dev.honeydo.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import dev.honeydo.bootstrap.config.Config;
import dev.honeydo.bootstrap.config.Settings;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A short life of Honeydo, from which the JVM learns what to have ready at the next start (JEP
 * 514): over data of its own it is started, asked what clients ask most, and stopped. The launcher
 * runs it once after a build.
 */
public final class Rehearsal {
  private static final int ROUNDS = 40;
  private static final String JSON = "Content-Type: application/json\r\n";
  private static final String ACCOUNT =
      "\"email\":\"ada@example.org\",\"password\":\"correct horse battery\"}";

  private final URI address;

  private Rehearsal(URI address) {
    this.address = address;
  }

  /**
   * Plays it.
   *
   * @throws IllegalStateException when a request is not answered as it should be
   */
  public static void main(String[] arguments) throws IOException {
    Path stage = Files.createTempDirectory("honeydo-rehearsal");
    try {
      Logging.start(Level.WARN);
      Config config =
          Config.from(
              Settings.read(
                  stage,
                  Map.of(
                      "DATA_DIR", stage.resolve("data").toString(),
                      "PORT", "0",
                      "RATE_LIMIT_API", "1000000/1")));
      Logging.start(config.logLevel());
      try (Honeydo honeydo = Honeydo.start(config, InstantSource.system())) {
        System.out.println(Welcome.text(config, honeydo.address()));
        new Rehearsal(honeydo.address()).play();
      }
    } finally {
      clear(stage);
    }
  }

  private void play() throws IOException {
    String _ = ask("GET", "/readyz", "", "");
    String _ = ask("GET", "/api/health", "", "");
    String _ = ask("POST", "/api/auth/register", JSON, "{\"name\":\"Ada\"," + ACCOUNT);
    String login = ask("POST", "/api/auth/login", JSON, "{" + ACCOUNT);
    String credentials = "Authorization: Bearer " + member(login, "access_token") + "\r\n";
    String _ = ask("GET", "/api/users/me", credentials, "");
    for (int i = 0; i < ROUNDS; i++) {
      String todo =
          ask("POST", "/api/todos", credentials + JSON, "{\"heading\":\"Buy bread " + i + "\"}");
      String one = "/api/todos/" + member(todo, "id");
      String _ = ask("GET", one, credentials, "");
      String _ = ask("PATCH", one, credentials + JSON, "{\"completed\":true}");
      String _ = ask("GET", "/api/todos", credentials, "");
      String _ = ask("GET", "/api/todos/search?q=bread", credentials, "");
    }
    String _ = ask("POST", "/api/auth/logout", credentials, "");
  }

  private String ask(String method, String path, String headers, String body) throws IOException {
    String request =
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
            + body.length()
            + "\r\n"
            + headers
            + "\r\n"
            + body;
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      if (!answer.startsWith("HTTP/1.1 2")) {
        throw new IllegalStateException(method + " " + path + " is answered with " + answer);
      }
      return answer;
    }
  }

  /** The text of the first member of that name. */
  private static String member(String json, String name) {
    String before = "\"" + name + "\":\"";
    int from = json.indexOf(before) + before.length();
    return json.substring(from, json.indexOf('"', from));
  }

  private static void clear(Path stage) throws IOException {
    List<Path> parts;
    try (Stream<Path> walk = Files.walk(stage)) {
      parts = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path part : parts) {
      Files.delete(part);
    }
  }
}
