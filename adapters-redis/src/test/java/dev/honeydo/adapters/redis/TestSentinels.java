package dev.honeydo.adapters.redis;

import dev.honeydo.contracts.FreePort;
import io.lettuce.core.RedisException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A real primary, its replica, and three Sentinels that watch them. */
final class TestSentinels implements AutoCloseable {
  private static final int SENTINELS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path directory;
  private final TestRedis primary;
  private final TestRedis replica;
  private final List<TestRedis> sentinels = new ArrayList<>();

  private TestSentinels(Path directory) throws IOException {
    this.directory = directory;
    this.primary = TestRedis.start();
    this.replica = TestRedis.start("--replicaof", "127.0.0.1", "" + primary.port());
    for (int i = 0; i < SENTINELS; i++) {
      int port = FreePort.next();
      Path file =
          Files.writeString(
              directory.resolve("sentinel-" + port + ".conf"),
              """
              dir %s
              sentinel monitor main 127.0.0.1 %d 2
              sentinel down-after-milliseconds main 500
              sentinel failover-timeout main 3000
              """
                  .formatted(directory, primary.port()));
      sentinels.add(TestRedis.startSentinel(port, file));
    }
    Await.until(PATIENCE, () -> sentinels.stream().allMatch(TestSentinels::knowsAll));
    Await.until(
        PATIENCE, () -> replica.ask(it -> it.info("replication")).contains("link_status:up"));
  }

  /** Starts them, and waits until they know each other. */
  static TestSentinels start() {
    try {
      return new TestSentinels(Files.createTempDirectory("redis-sentinel"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean knowsAll(TestRedis sentinel) {
    String line =
        sentinel
            .ask(it -> it.info("sentinel"))
            .lines()
            .filter(it -> it.startsWith("master0:"))
            .findFirst()
            .orElse("");
    return line.contains("status=ok,")
        && line.contains("slaves=1,")
        && line.contains("sentinels=" + SENTINELS);
  }

  /** The primary, as they began. */
  TestRedis primary() {
    return primary;
  }

  /** Its replica, as they began. */
  TestRedis replica() {
    return replica;
  }

  /** Whether the replica has taken over. */
  boolean isPromoted() {
    try {
      return replica.ask(it -> it.info("replication")).contains("role:master");
    } catch (RedisException endsConnectionsThen) {
      return false;
    }
  }

  /** Has the replica take over from a primary that works. */
  void failOver() {
    sentinels.getFirst().tell("SENTINEL", "FAILOVER", "main");
  }

  /** What names the primary. */
  String url() {
    return sentinels.stream()
        .map(it -> "127.0.0.1:" + it.port())
        .collect(Collectors.joining(",", "redis-sentinel://", "/0#main"));
  }

  @Override
  public void close() {
    sentinels.forEach(TestRedis::close);
    replica.close();
    primary.close();
    try (var files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(it -> it.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
