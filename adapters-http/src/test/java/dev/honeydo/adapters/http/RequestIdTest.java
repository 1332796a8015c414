package dev.honeydo.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestIdTest {
  private final TestServer server = TestServer.start();

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "0", "A.b_c-9", "..", "01J-long.id_0123456789"})
  void isTheClientsIfItIsFit(String id) {
    Client client = server.client().with("X-Request-Id", id);
    assertThat(client.get("/livez").header("X-Request-Id")).isEqualTo(id);
    Client.Reply problem = client.get("/nowhere").expect(404);
    assertThat(problem.header("X-Request-Id")).isEqualTo(id);
    assertThat(problem.json().get("request_id").textValue()).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a,b", "a/b", "\"a\"", "é", "<script>", "a\tb"})
  void isMadeIfTheClientsIsNotFit(String id) {
    try (RawConnection connection = new RawConnection(server.port())) {
      RawConnection.Answered answer =
          connection
              .send("GET /nowhere HTTP/1.1\r\nHost: x\r\nX-Request-Id: " + id + "\r\n\r\n")
              .read();
      assertThat(answer.header("X-Request-Id")).isEqualTo(TestServer.MADE_ID);
      assertThat(answer.json().get("request_id").textValue()).isEqualTo(TestServer.MADE_ID);
    }
  }

  @Test
  void hasAtMost128Characters() {
    String longest = "x".repeat(128);
    Client client = server.client();
    assertThat(client.with("X-Request-Id", longest).get("/livez").header("X-Request-Id"))
        .isEqualTo(longest);
    assertThat(client.with("X-Request-Id", longest + "x").get("/livez").header("X-Request-Id"))
        .isEqualTo(TestServer.MADE_ID);
  }
}
