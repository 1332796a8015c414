package dev.honeydo.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TodoRoutesTest {
  private final TestServer server = TestServer.start();
  private Client ada = server.client();

  @BeforeAll
  void register() {
    ada = server.client().registered("ada@example.org");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void aTodoIsCreatedWithEverythingThatIsKnownOfIt() {
    Client.Reply reply =
        ada.post("/api/todos", "{\"heading\":\" Buy bread \",\"tags\":[\"home\"]}");
    System.err.println(reply.response().headers().map() + reply.body());
    assertThat(reply.status()).isEqualTo(201);
  }
}
