package dev.honeydo.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.contracts.FreePort;
import dev.honeydo.contracts.Race;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.contracts.TestClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Opening: with a server, without one, and with what is no server at all. */
@Timeout(30)
final class OpeningTest {
  private static final int INDEXES = 20;

  @Test
  void makesEachIndexOnce() {
    try (JvmServer server = new JvmServer(0);
        MongoAdapters adapters = open(server.uri())) {
      Race.run(_ -> adapters.users().find(Specimens.userId()));
      assertThat(server.received("createIndexes")).hasSize(INDEXES);
    }
  }

  @Test
  void doesNotWaitForAServerThatIsDownAndMakesEachIndexOnceWhenItIsUp() throws IOException {
    int port = FreePort.next();
    long start = System.nanoTime();
    try (MongoAdapters adapters = open("mongodb://127.0.0.1:" + port)) {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(OutageTest.SOON);
      assertThatExceptionOfType(PortUnavailable.class)
          .isThrownBy(() -> adapters.users().find(Specimens.userId()));
      try (JvmServer server = new JvmServer(port)) {
        OutageTest.awaitHealth(adapters);
        Race.run(_ -> adapters.todos().find(Specimens.userId(), Specimens.todoId()));
        assertThat(server.received("createIndexes")).hasSize(INDEXES);
      }
    }
  }

  @Test
  void doesNotWaitForAServerThatIsSilentAndMakesTheIndexesWhenItSpeaks() {
    try (JvmServer server = new JvmServer(0);
        Relay relay = new Relay(server.port())) {
      relay.stall();
      long start = System.nanoTime();
      try (MongoAdapters adapters = open(relay.uri())) {
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(OutageTest.SOON);
        relay.flow();
        OutageTest.awaitHealth(adapters);
        assertThat(server.received("createIndexes")).hasSize(INDEXES);
      }
    }
  }

  @Test
  void refusesADatabaseThatTheIndexesDoNotFit() {
    try (JvmServer server = new JvmServer(0);
        MongoClient client = MongoClients.create(server.uri())) {
      Document twin = new Document("emailKey", "ada@example.org");
      var _ =
          client
              .getDatabase("honeydo")
              .getCollection("users")
              .insertMany(List.of(new Document(twin), new Document(twin)));
      assertThatExceptionOfType(PortUnavailable.class)
          .isThrownBy(() -> open(server.uri()).close())
          .withMessage("MongoDB.open is unavailable");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3cret",
        "redis://ada:s3cret@h1",
        "mongodb://ada:s3cret/pass@h1/",
        "mongodb://ada:s3cret@pass@h1/",
        "mongodb://ada:s3cret%@h1/",
        "mongodb://ada:s3cret@h1:99999/",
        "mongodb://ada:pass@h1/?w=s3cret&authMechanism=s3cret",
      })
  void repeatsNothingOfWhatIsNoConnectionString(String uri) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> open(uri).close())
        .withNoCause()
        .withMessageStartingWith("not a MongoDB connection string")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret"));
  }

  @ParameterizedTest
  @CsvSource({"users, users", "sessions, users", "todos, refresh_families", "health, users"})
  void refusesToPutTwoThingsIntoOneCollection(String todos, String users) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MongoAdapters.Config("mongodb://h1", "honeydo", todos, users));
  }

  @ParameterizedTest
  @CsvSource({"'', todos, users", "a b, todos, users", "honeydo, '', users", "honeydo, todos, ''"})
  void refusesNamesThatAreNone(String database, String todos, String users) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MongoAdapters.Config("mongodb://h1", database, todos, users));
  }

  @Test
  void theConfigurationDoesNotShowItsConnectionString() {
    assertThat(Installation.config("mongodb://ada:s3cret@h1", "honeydo").toString())
        .contains("honeydo", "todos", "users")
        .doesNotContain("s3cret", "ada");
  }

  @Test
  void showsWhereTheRecordIsWithoutCredentials() {
    try (JvmServer server = new JvmServer(0);
        MongoAdapters adapters = open(server.uri() + "/?appName=s3cret")) {
      assertThat(adapters.location()).isEqualTo(server.uri());
    }
  }

  private static MongoAdapters open(String uri) {
    return MongoAdapters.open(Installation.config(uri, "honeydo"), new TestClock());
  }
}
