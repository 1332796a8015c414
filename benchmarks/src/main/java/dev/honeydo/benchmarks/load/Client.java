package dev.honeydo.benchmarks.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Asks a server for one thing at a time, for what has to be there before a measurement. */
final class Client {
  private final InetSocketAddress server;

  Client(InetSocketAddress server) {
    this.server = server;
  }

  /** The bytes of a request whose connection stays open. */
  static byte[] request(String method, String path, String headers, String body) {
    return (method
            + " "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\n"
            + headers
            + length(body)
            + "\r\n"
            + body)
        .getBytes(UTF_8);
  }

  private static String length(String body) {
    return body.isEmpty()
        ? ""
        : "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n";
  }

  /** A whole answer, as it comes over the wire. */
  byte[] ask(String method, String path, String headers, String body) throws IOException {
    byte[] request = request(method, path, headers + "Connection: close\r\n", body);
    try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
      socket.getOutputStream().write(request);
      byte[] answer = socket.getInputStream().readAllBytes();
      if (answer.length < 12 || answer[9] != '2') {
        throw new IOException(
            method + " " + path + " is answered with " + new String(answer, ISO_8859_1));
      }
      return answer;
    }
  }

  /** Registers a user and logs in: the header with the token. */
  String login(String email) throws IOException {
    String account = "\"email\":\"" + email + "\",\"password\":\"correct horse battery\"}";
    byte[] _ = ask("POST", "/api/auth/register", "", "{\"name\":\"Ada\"," + account);
    String token = member(ask("POST", "/api/auth/login", "", "{" + account), "access_token");
    return "Authorization: Bearer " + token + "\r\n";
  }

  /** The text of the first member of that name. */
  static String member(byte[] answer, String name) {
    String json = new String(answer, UTF_8);
    String before = "\"" + name + "\":\"";
    int from = json.indexOf(before) + before.length();
    return json.substring(from, json.indexOf('"', from));
  }
}
