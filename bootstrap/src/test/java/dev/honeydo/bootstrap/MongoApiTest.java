package dev.honeydo.bootstrap;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The API over MongoDB, by way of a server that speaks its wire protocol in this JVM. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MongoApiTest implements ApiOverRecord {
  private final MongoServer server = new MongoServer(new MemoryBackend());
  private RunningRecord running;

  @BeforeAll
  void start(@TempDir Path directory) {
    running =
        RunningRecord.configured(
            directory,
            Map.of(
                "DB_URI",
                server.bindAndGetConnectionString()
                    + "/?timeoutMS=5000&serverSelectionTimeoutMS=5000"));
  }

  @AfterAll
  void stop() {
    running.close();
    server.shutdownNow();
  }

  @Override
  public Api api() {
    return running.api();
  }

  @Override
  public void restart() {
    running.restart();
  }

  @Override
  public void elapse(Duration time) {
    running.elapse(time);
  }
}
