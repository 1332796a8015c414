package dev.honeydo.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import dev.honeydo.bootstrap.FaultLoad.Person;
import dev.honeydo.bootstrap.FaultLoad.Sample;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * An earlier version, whose keys in Redis have another schema, and this one, over one record and
 * one Redis:
 *
 * <pre>{@code
 * git worktree add /tmp/earlier ef10b30
 * (cd /tmp/earlier && ./mvnw package -pl bootstrap -am -DskipTests)
 * ./mvnw test -pl bootstrap -am -Dtest=RollingDeploymentTest \
 *     -Dhoneydo.earlier=/tmp/earlier/bootstrap/target/honeydo.jar
 * }</pre>
 */
@EnabledIfSystemProperty(named = "honeydo.earlier", matches = ".+")
class RollingDeploymentTest {
  private static final int SECONDS = 10;
  private static final int LOGOUTS = 10;

  /** Two seconds, and what a busy machine takes to answer. */
  private static final Duration KNOWN = Duration.ofSeconds(4);

  private final Path earlier =
      Path.of(Objects.requireNonNull(System.getProperty("honeydo.earlier")));

  @Test
  void twoVersionsShareWhatTheyHaveWithoutAnError(@TempDir Path directory) throws Exception {
    MongoServer mongo = new MongoServer(new OrderlyBackend());
    mongo.bind("127.0.0.1", 0);
    try (RedisProcess redis = new RedisProcess()) {
      Map<String, String> settings = new HashMap<>();
      settings.put("REDIS_URL", redis.url());
      settings.put(
          "DB_URI",
          "mongodb://127.0.0.1:"
              + mongo.getLocalAddress().getPort()
              + "/?timeoutMS=5000&serverSelectionTimeoutMS=5000");
      settings.put("JWT_SECRET_KEY", "the same 32 bytes in both instances");
      try (ServerProcess before =
              ServerProcess.start(
                  Files.createDirectory(directory.resolve("before")), settings, earlier);
          ServerProcess after =
              ServerProcess.start(Files.createDirectory(directory.resolve("after")), settings)) {
        List<Api> both = List.of(Api.at(before.address()), Api.at(after.address()));
        assertTheyWorkTogether(both);
        assertLogoutsAreSeen(both.getFirst(), after.address());
        assertLogoutsAreSeen(both.getLast(), before.address());
      }
    } finally {
      mongo.shutdownNow();
    }
  }

  private static void assertTheyWorkTogether(List<Api> both) throws InterruptedException {
    FaultLoad load = new FaultLoad("together", both, FaultLoad.Cast.at(both.getFirst()));
    try (load) {
      load.begin();
      boolean _ = new CountDownLatch(1).await(SECONDS, TimeUnit.SECONDS);
    }
    List<Sample> samples = load.samples();
    System.out.printf(
        "[honeydo] two versions: %d requests, %d created, %d logged out, slowest %d ms%n",
        samples.size(),
        load.creations(),
        load.revocations(),
        samples.stream().mapToLong(Sample::millis).max().orElseThrow());
    assertThat(load.violations()).isEmpty();
    assertThat(samples).noneMatch(it -> it.status() >= 500);
    assertThat(load.revocations()).isPositive();
  }

  private static void assertLogoutsAreSeen(Api here, URI there) {
    long slowest = 0;
    for (int i = 0; i < LOGOUTS; i++) {
      Api inside = here.bearer(Person.at(here).token());
      Api elsewhere = new Api(there, inside.headers());
      assertThat(elsewhere.get("/api/users/me").outcome()).isEqualTo("200");
      assertThat(inside.post("/api/auth/logout", "").outcome()).isEqualTo("204");
      long begun = System.nanoTime();
      Await.until(
          KNOWN, () -> elsewhere.get("/api/users/me").outcome().equals("401 token_revoked"));
      slowest = Math.max(slowest, System.nanoTime() - begun);
    }
    System.out.printf("[honeydo] a logout is seen after %d ms at most%n", slowest / 1_000_000);
  }
}
