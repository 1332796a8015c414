package dev.honeydo.adapters.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not even HTTP gets a problem, too. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenMessagesTest {
  private static final String HOST = "Host: localhost\r\n";
  private static final String JSON = "Content-Type: application/json\r\n";

  private final TestServer server = TestServer.start();

  @AfterAll
  void stop() {
    server.close();
  }

  @BeforeAll
  void user() {
    server.client().registered("ada@example.org").get("/api/users/me").expect(200);
  }

  static Stream<Arguments> messages() {
    String login = "POST /api/auth/login HTTP/1.1\r\n" + HOST + JSON;
    return Stream.of(
        broken("no request line", "\0\0\0\0\r\n\r\n", 400, "malformed_request"),
        broken("a method that is no token", "G@T / HTTP/1.1\r\n" + HOST + "\r\n", 400),
        broken("no version", "GET /livez\r\n\r\n", 400),
        broken("a version that is none", "GET /livez HTTP/x\r\n" + HOST + "\r\n", 400),
        broken("HTTP of the future", "GET /livez HTTP/7.3\r\n" + HOST + "\r\n", 400),
        broken("no Host", "GET /livez HTTP/1.1\r\n\r\n", 400),
        broken("two Hosts", "GET /livez HTTP/1.1\r\n" + HOST + HOST + "\r\n", 400),
        broken("a Host that is none", "GET /livez HTTP/1.1\r\nHost: a b:c\r\n\r\n", 400),
        broken("a header without a colon", "GET /livez HTTP/1.1\r\n" + HOST + "oops\r\n\r\n", 400),
        broken("a space before the colon", "GET /livez HTTP/1.1\r\n" + HOST + "A : b\r\n\r\n", 400),
        broken("a folded header", "GET /livez HTTP/1.1\r\n" + HOST + "A: b\r\n c\r\n\r\n", 400),
        broken("a zero byte in a header", "GET /livez HTTP/1.1\r\n" + HOST + "A: \0\r\n\r\n", 400),
        broken("a broken escape in the path", "GET /%zz HTTP/1.1\r\n" + HOST + "\r\n", 400),
        broken("a cut-off escape in the path", "GET /a% HTTP/1.1\r\n" + HOST + "\r\n", 400),
        broken("an escaped slash", "GET /api%2Ftodos HTTP/1.1\r\n" + HOST + "\r\n", 400),
        broken("escaped dots", "GET /api/%2e%2e/livez HTTP/1.1\r\n" + HOST + "\r\n", 400),
        broken("an escaped zero", "GET /api/%00 HTTP/1.1\r\n" + HOST + "\r\n", 400),
        broken("an escape that is not UTF-8", "GET /api/%ff HTTP/1.1\r\n" + HOST + "\r\n", 400),
        broken("dots with parameters", "GET /api/..;/livez HTTP/1.1\r\n" + HOST + "\r\n", 400),
        broken("an empty segment", "GET //api/todos HTTP/1.1\r\n" + HOST + "\r\n", 400),
        broken("dots above the root", "GET /../x HTTP/1.1\r\n" + HOST + "\r\n", 400),
        broken("a path without a slash", "GET livez HTTP/1.1\r\n" + HOST + "\r\n", 400),
        broken("a fragment", "GET /livez#top HTTP/1.1\r\n" + HOST + "\r\n", 400),
        broken(
            "headers of 9 KiB",
            "GET /livez HTTP/1.1\r\n" + HOST + "A: " + "a".repeat(9 * 1024) + "\r\n\r\n",
            431,
            "headers_too_large"),
        broken(
            "a request line of 9 KiB",
            "GET /" + "a".repeat(9 * 1024) + " HTTP/1.1\r\n" + HOST + "\r\n",
            431,
            "headers_too_large"),
        broken(
            "an expectation nobody meets",
            login + "Expect: 200-maybe\r\nContent-Length: 2\r\n\r\n{}",
            400),
        broken("a length that is no number", login + "Content-Length: ten\r\n\r\n", 400),
        broken("a negative length", login + "Content-Length: -1\r\n\r\n", 400),
        broken("two lengths", login + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", 400),
        broken(
            "a length and chunks",
            login + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            400),
        broken("an unknown coding", login + "Transfer-Encoding: br\r\n\r\n", 400),
        broken(
            "a chunk that is none",
            login + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
            400),
        broken(
            "a chunk longer than it says",
            login + "Transfer-Encoding: chunked\r\n\r\n1\r\n{}\r\n0\r\n\r\n",
            400));
  }

  private static Arguments broken(String name, String message, int status) {
    return broken(name, message, status, "malformed_request");
  }

  private static Arguments broken(String name, String message, int status, String code) {
    return Arguments.of(name, message, status, code);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("messages")
  void isAProblem(String name, String message, int status, String code) {
    try (RawConnection connection = new RawConnection(server.port())) {
      RawConnection.Answered answer = connection.send(message).read();
      assertThat(answer.status()).as(name + ": " + answer.body()).isEqualTo(status);
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(answer.header("X-Request-Id")).isEqualTo(TestServer.MADE_ID);
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.header("Server")).isEmpty();
      assertThat(answer.json().path("code").asText()).isEqualTo(code);
      assertThat(answer.json().path("status").asInt()).isEqualTo(status);
      assertThat(answer.json().path("request_id").asText()).isEqualTo(TestServer.MADE_ID);
      assertThat(answer.json().path("instance").asText()).startsWith("/");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "G@T / HTTP/1.1;Host: a | / | a character that cannot stand there",
        "GET /livez HTTP/x;Host: a | / | HTTP/1.1 or HTTP/1.0",
        "GET /livez HTTP/7.3;Host: a | / | HTTP/1.1 or HTTP/1.0",
        "GET /livez | / | HTTP/1.1 or HTTP/1.0",
        "GET /livez HTTP/1.1;X: y | /livez | no Host header",
        "GET /livez HTTP/1.1;Host: a;Host: b | /livez | more than one Host header",
        "GET /livez HTTP/1.1;Host: a secret:c | /livez | not a host with or without a port",
        "GET /livez HTTP/1.1;Host: a:99999 | /livez | not a host with or without a port",
        "GET http://a/livez HTTP/1.1;Host: secret | /livez | another host than the request line",
        "GET /livez HTTP/1.1;Host: a;secret | /livez | a header has no colon",
        "GET /livez HTTP/1.1;Host: a;secret : b | /livez | a character that cannot stand there",
        "GET /livez HTTP/1.1;Host: a;X: b; secret | /livez | in a second line",
        "GET /badMessage HTTP/1.1;Host: a;Host: b | /badMessage | more than one Host header",
        "GET /%zz HTTP/1.1;Host: a | / | hexadecimal digits",
        "GET /%ff HTTP/1.1;Host: a | /%ff | hexadecimal digits",
        "GET livez HTTP/1.1;Host: a | / | begins with a slash",
        "GET /api%2Ftodos HTTP/1.1;Host: a | /api%2Ftodos | in two ways",
        "GET //livez HTTP/1.1;Host: a | //livez | in two ways",
        "GET /livez#secret HTTP/1.1;Host: a | /livez | a fragment",
        "GET /livez HTTP/1.1;Host: a;Content-Length: secret | /livez | Content-Length header",
        "GET /livez HTTP/1.1;Host: a;Content-Length: 1;Content-Length: 2 | /livez | one whole",
        "GET /livez HTTP/1.1;Host: a;Content-Length: 1;Transfer-Encoding: chunked | /livez | both",
        "GET /livez HTTP/1.1;Host: a;Transfer-Encoding: secret | /livez | must be chunked",
        "GET /livez HTTP/1.1;Host: a;Content-Length: 1;Expect: secret | /livez | 100-continue"
      })
  void saysWhichPartIsBrokenButNotWhatItWas(String lines, String instance, String detail) {
    try (RawConnection connection = new RawConnection(server.port())) {
      RawConnection.Answered answer =
          connection.send(lines.replace(";", "\r\n") + "\r\n\r\n").read();
      assertThat(answer.status()).as(answer.body()).isEqualTo(400);
      assertThat(answer.json().path("instance").asText()).isEqualTo(instance);
      assertThat(answer.json().path("detail").asText()).contains(detail);
      assertThat(answer.body()).doesNotContain("secret");
    }
  }

  @ParameterizedTest
  @CsvSource({"a:443, a:443, 405", "a:443, b, 400", "/livez, a, 400", "/nowhere, a, 400"})
  void aTunnelIsNotMade(String target, String host, int status) {
    String message = "CONNECT " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
    try (RawConnection connection = new RawConnection(server.port())) {
      RawConnection.Answered answer = connection.send(message).read();
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(answer.header("X-Request-Id")).isEqualTo(TestServer.MADE_ID);
      assertThat(connection.isClosed()).isTrue();
    }
  }

  @Test
  void aBodyThatNeverComesWholeIsNoticedAndTheServerGoesOn() {
    try (RawConnection connection = new RawConnection(server.port())) {
      RawConnection _ =
          connection.send(
              "POST /api/auth/login HTTP/1.1\r\n" + HOST + JSON + "Content-Length: 10\r\n\r\n{");
    }
    server.client().get("/livez").expect(200);
  }

  @Test
  void aConnectionIsKeptForTheNextRequest() {
    try (RawConnection connection = new RawConnection(server.port())) {
      String request = "GET /livez HTTP/1.1\r\n" + HOST + "\r\n";
      assertThat(connection.send(request).read().status()).isEqualTo(200);
      assertThat(connection.send(request).read().status()).isEqualTo(200);
      assertThat(connection.send(request + request).read().status()).isEqualTo(200);
      assertThat(connection.read().status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET http://localhost/livez HTTP/1.1, 200",
    "GET http://localhost HTTP/1.1, 200",
    "OPTIONS * HTTP/1.1, 404",
    "CONNECT localhost:443 HTTP/1.1, 400"
  })
  void everyFormOfTargetIsUnderstood(String line, int status) {
    try (RawConnection connection = new RawConnection(server.port())) {
      RawConnection.Answered answer = connection.send(line + "\r\n" + HOST + "\r\n").read();
      assertThat(answer.status()).as(answer.body()).isEqualTo(status);
      assertThat(answer.header("X-Request-Id")).isEqualTo(TestServer.MADE_ID);
    }
  }

  @Test
  void aPathOfStrangeBytesIsRefusedOrNotFound() {
    try (RawConnection connection = new RawConnection(server.port())) {
      RawConnection.Answered answer =
          connection.send("GET /a\u00ff\u00fe HTTP/1.1\r\n" + HOST + "\r\n").read();
      assertThat(answer.status()).isIn(400, 404);
      assertThat(answer.json().path("status").asInt()).isEqualTo(answer.status());
    }
  }

  @Test
  void oldHttpIsServed() {
    try (RawConnection connection = new RawConnection(server.port())) {
      RawConnection.Answered answer = connection.send("GET /livez HTTP/1.0\r\n\r\n").read();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(connection.isClosed()).isTrue();
    }
  }

  @Test
  void whoAsksBeforeSendingIsToldToGoOn() {
    String body = Client.credentials("ada@example.org");
    try (RawConnection connection = new RawConnection(server.port())) {
      String head =
          connection
              .send(
                  "POST /api/auth/login HTTP/1.1\r\n"
                      + HOST
                      + JSON
                      + "Expect: 100-continue\r\nContent-Length: "
                      + body.length()
                      + "\r\n\r\n")
              .readHead();
      assertThat(head).startsWith("HTTP/1.1 100");
      assertThat(connection.send(body.getBytes(ISO_8859_1)).read().status()).isEqualTo(200);
    }
  }

  @Test
  void whoAsksBeforeSendingTooMuchIsToldNotTo() {
    try (RawConnection connection = new RawConnection(server.port())) {
      RawConnection.Answered answer =
          connection
              .send(
                  "POST /api/auth/login HTTP/1.1\r\n"
                      + HOST
                      + JSON
                      + "Expect: 100-continue\r\nContent-Length: 65537\r\n\r\n")
              .read();
      assertThat(answer.status()).isEqualTo(413);
      assertThat(connection.isClosed()).isTrue();
    }
  }
}
