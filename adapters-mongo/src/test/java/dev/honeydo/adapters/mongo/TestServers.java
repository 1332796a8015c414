package dev.honeydo.adapters.mongo;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * The servers that are to be had here: always the one in this JVM; {@code mongo:8} as a replica set
 * where a Docker engine answers; and whatever {@code TEST_MONGO_URI} names. What is tried and what
 * is not is said on the build's output; reports know the servers by their numbers.
 */
final class TestServers {
  private static final String IMAGE = "mongo:8";
  private static final int SECONDS_FOR_PULL = 30;
  private static final int SECONDS_FOR_START = 60;

  private static final List<TestServer> ALL =
      Stream.of(Optional.of(inThisJvm()), inContainer(), ofOnesOwn())
          .flatMap(Optional::stream)
          .toList();

  static {
    for (TestServer each : ALL) {
      System.out.println(
          "[honeydo] contracts against [" + (ALL.indexOf(each) + 1) + "] " + each.name());
    }
  }

  private TestServers() {}

  /** The source of every parameterised class. */
  static Stream<TestServer> all() {
    return ALL.stream();
  }

  /** With time for a machine that has much else to do: contracts are not about limits. */
  private static TestServer inThisJvm() {
    return new TestServer(
        "mongo-java-server",
        new JvmServer(0).uri() + "/?timeoutMS=5000&serverSelectionTimeoutMS=5000");
  }

  private static Optional<TestServer> inContainer() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      return notRun(IMAGE, "no Docker engine answers");
    }
    try {
      return CompletableFuture.supplyAsync(TestServers::started)
          .get(SECONDS_FOR_PULL + SECONDS_FOR_START, SECONDS);
    } catch (ExecutionException failed) {
      return notRun(IMAGE, "it does not start: " + failed.getCause());
    } catch (TimeoutException slow) {
      return notRun(IMAGE, "it does not start within " + SECONDS_FOR_START + " s");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return notRun(IMAGE, "interrupted");
    }
  }

  @SuppressWarnings("resource") // Testcontainers removes it when this JVM ends.
  private static Optional<TestServer> started() {
    if (!pulled(DockerClientFactory.lazyClient())) {
      return notRun(IMAGE, "the image does not arrive within " + SECONDS_FOR_PULL + " s");
    }
    MongoDBContainer container = new MongoDBContainer(IMAGE).withReplicaSet();
    container.start();
    return Optional.of(new TestServer(IMAGE, container.getConnectionString()));
  }

  private static boolean pulled(DockerClient docker) {
    try {
      var _ = docker.inspectImageCmd(IMAGE).exec();
      return true;
    } catch (NotFoundException absent) {
      try {
        return docker
            .pullImageCmd(IMAGE)
            .exec(new PullImageResultCallback())
            .awaitCompletion(SECONDS_FOR_PULL, SECONDS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }

  private static Optional<TestServer> ofOnesOwn() {
    String uri = System.getenv("TEST_MONGO_URI");
    return uri == null
        ? notRun("a server of your own", "TEST_MONGO_URI is not set")
        : Optional.of(new TestServer("TEST_MONGO_URI", uri));
  }

  private static Optional<TestServer> notRun(String server, String why) {
    System.out.println("[honeydo] NOT RUN: contracts against " + server + " — " + why);
    return Optional.empty();
  }
}
