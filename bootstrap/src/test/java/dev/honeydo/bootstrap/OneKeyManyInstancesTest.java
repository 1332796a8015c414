package dev.honeydo.bootstrap;

import static dev.honeydo.bootstrap.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.honeydo.bootstrap.Api.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key is one key, whichever of the instances over one record is asked. */
class OneKeyManyInstancesTest {
  private static final int INSTANCES = 3;
  private static final int REQUESTS = 100;

  @TempDir Path directory;

  @Test
  void ofAHundredRequestsToThreeInstancesOneIsCarriedOut() throws Exception {
    MongoServer server = new MongoServer(new MemoryBackend());
    List<RunningRecord> instances = new ArrayList<>();
    try {
      Map<String, String> settings =
          Map.of(
              "DB_URI",
              server.bindAndGetConnectionString()
                  + "/?timeoutMS=5000&serverSelectionTimeoutMS=5000",
              "JWT_SECRET_KEY",
              "one key for all of the instances of it");
      for (int i = 0; i < INSTANCES; i++) {
        instances.add(RunningRecord.configured(directory, settings));
      }
      assertOneIsCarriedOut(instances.stream().map(RunningRecord::api).toList());
    } finally {
      instances.forEach(RunningRecord::close);
      server.shutdownNow();
    }
  }

  private static void assertOneIsCarriedOut(List<Api> instances) throws Exception {
    Api first = instances.getFirst();
    assertThat(first.register("ada@example.org").status()).isEqualTo(201);
    String token = first.login("ada@example.org").text("access_token");
    String key = UUID.randomUUID().toString();
    List<Api> clients =
        instances.stream().map(it -> it.bearer(token).with("Idempotency-Key", key)).toList();

    List<Answer> answers = atOnce(clients);

    assertThat(answers)
        .extracting(Answer::outcome)
        .isSubsetOf("201", ApiOverRecord.IN_PROGRESS)
        .contains("201");
    List<Answer> created = answers.stream().filter(it -> it.status() == 201).toList();
    assertThat(created)
        .extracting(it -> it.raw().body())
        .containsOnly(created.getFirst().raw().body());
    assertThat(created).filteredOn(it -> it.header("Idempotent-Replayed").isEmpty()).hasSize(1);
    assertThat(first.bearer(token).get("/api/todos").body().path("items")).hasSize(1);
  }

  private static List<Answer> atOnce(List<Api> clients) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Answer>> requests = new ArrayList<>();
      for (int i = 0; i < REQUESTS; i++) {
        Api client = clients.get(i % clients.size());
        requests.add(() -> client.post("/api/todos", json("{'heading':'Once'}")));
      }
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> answer : threads.invokeAll(requests)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
