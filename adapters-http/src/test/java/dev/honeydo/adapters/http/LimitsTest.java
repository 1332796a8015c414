package dev.honeydo.adapters.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much a client may send. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsTest {
  private final TestServer server = TestServer.start();
  private Client ada = server.client();

  @BeforeAll
  void register() {
    ada = server.client().registered().with("Content-Type", "application/json");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({"65535,201", "65536,201", "65537,413", "65600,413", "1000000,413"})
  void aBodyHasAtMost64KiB(int length, int status) {
    byte[] body = body(length);
    Client.Reply known = ada.send("POST", "/api/todos", BodyPublishers.ofByteArray(body));
    Client.Reply chunked =
        ada.send(
            "POST",
            "/api/todos",
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    for (Client.Reply reply : new Client.Reply[] {known, chunked}) {
      assertThat(reply.status()).isEqualTo(status);
      assertThat(reply.code()).isEqualTo(status == 413 ? "payload_too_large" : "");
    }
  }

  @Test
  void aBodyThatIsSaidToBeTooLongIsNotWaitedFor() {
    String head = "POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    try (RawConnection connection = new RawConnection(server.port())) {
      RawConnection.Answered answer =
          connection
              .send(head + "Expect: 100-continue\r\nContent-Length: 1000000000\r\n\r\n")
              .read();
      assertThat(answer.json().path("code").asText()).isEqualTo("payload_too_large");
    }
  }

  @Test
  void compressedBodiesAreNotTaken() {
    ada.with("Content-Encoding", "gzip")
        .send("POST", "/api/todos", BodyPublishers.ofByteArray(body(100)))
        .expect(415, "unsupported_media_type");
    ada.with("Content-Encoding", "identity")
        .send("POST", "/api/todos", BodyPublishers.ofByteArray(body(100)))
        .expect(201);
  }

  @Test
  void aBodyWhereNoneIsTakenIsNotLookedAtUnlessItIsTooLong() {
    String todo = ada.post("/api/todos", "{\"heading\":\"a\"}").expect(201).header("Location");
    Client bob = server.client().registered();
    for (String type : new String[] {"application/json", "text/plain"}) {
      Client client = bob.with("Content-Type", type);
      byte[] most = new byte[65_536];
      byte[] tooMuch = new byte[65_537];
      client.send("GET", "/livez", BodyPublishers.ofByteArray(most)).expect(200);
      client.send("GET", "/api/todos", BodyPublishers.ofString("{nonsense")).expect(200);
      for (String line : new String[] {"GET /api/todos", "DELETE " + todo, "GET /livez"}) {
        String[] parts = line.split(" ", -1);
        client
            .send(parts[0], parts[1], BodyPublishers.ofByteArray(tooMuch))
            .expect(413, "payload_too_large");
        client
            .send(
                parts[0],
                parts[1],
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooMuch)))
            .expect(413, "payload_too_large");
      }
      server
          .client()
          .send("GET", "/api/todos", BodyPublishers.ofByteArray(tooMuch))
          .expect(401, "authentication_required");
      client
          .send("POST", "/api/auth/logout", BodyPublishers.ofByteArray(tooMuch))
          .expect(413, "payload_too_large");
    }
    ada.get(todo).expect(200);
    bob.send("POST", "/api/auth/logout", BodyPublishers.ofString("{nonsense")).expect(204);
    ada.send("DELETE", todo, BodyPublishers.ofString("{nonsense")).expect(204);
  }

  @Test
  void noMoreThanAHundredParametersAreComplainedAbout() {
    StringBuilder query = new StringBuilder("?");
    for (int i = 0; i < 1000; i++) {
      query.append('p').append(i).append('&');
    }
    Client.Reply reply = ada.get("/api/todos" + query).expect(400, "unknown_parameter");
    assertThat(reply.json().get("errors")).hasSize(100);
    assertThat(reply.json().get("detail").textValue())
        .isEqualTo("1000 parameters are not acceptable; the first 100 are listed");
  }

  @Test
  void headersHaveAtMost8KiB() {
    ada.with("X-Long", "a".repeat(7000)).get("/api/todos").expect(200);
    ada.with("X-Long", "a".repeat(8192)).get("/api/todos").expect(431, "headers_too_large");
  }

  @Test
  void noMoreThanAHundredFieldsAreComplainedAbout() {
    StringBuilder body = new StringBuilder("{\"heading\":\"a\"");
    for (int i = 0; i < 5000; i++) {
      body.append(",\"f").append(i).append("\":1");
    }
    Client.Reply reply =
        ada.send("POST", "/api/todos", BodyPublishers.ofString(body + "}"))
            .expect(422, "validation_failed");
    assertThat(reply.json().get("errors")).hasSize(100);
    assertThat(reply.json().get("detail").textValue())
        .isEqualTo("5000 fields are not acceptable; the first 100 are listed");
  }

  /** A todo in so many bytes. */
  private static byte[] body(int length) {
    byte[] body = new byte[length];
    Arrays.fill(body, (byte) ' ');
    byte[] todo = "{\"heading\":\"a\"}".getBytes(UTF_8);
    System.arraycopy(todo, 0, body, 0, todo.length);
    return body;
  }
}
