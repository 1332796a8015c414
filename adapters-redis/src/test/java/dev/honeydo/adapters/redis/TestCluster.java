package dev.honeydo.adapters.redis;

import dev.honeydo.contracts.FreePort;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.cluster.SlotHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A real Redis Cluster: three primaries, and a replica of the first. */
final class TestCluster implements AutoCloseable {
  private static final int SLOTS = 16_384;
  private static final int PRIMARIES = 3;

  private final Path directory;
  private final List<TestRedis> nodes = new ArrayList<>();

  private TestCluster(Path directory) {
    this.directory = directory;
  }

  /** Starts one, and waits until it serves. */
  static TestCluster start() {
    try {
      TestCluster cluster = new TestCluster(Files.createTempDirectory("redis-cluster"));
      cluster.build();
      return cluster;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One for all tests of this process, which leave it as they found it; it ends with that. */
  static TestCluster shared() {
    return Shared.ONE;
  }

  private static final class Shared {
    private static final TestCluster ONE = started();

    private static TestCluster started() {
      TestCluster cluster = start();
      Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
      return cluster;
    }
  }

  private void build() {
    IntStream.rangeClosed(0, PRIMARIES).forEach(_ -> nodes.add(node()));
    for (int i = 0; i < PRIMARIES; i++) {
      int[] slots = IntStream.range(SLOTS * i / PRIMARIES, SLOTS * (i + 1) / PRIMARIES).toArray();
      nodes.get(i).ask(it -> it.clusterAddSlots(slots));
      int epoch = i + 1;
      nodes.get(i).ask(it -> it.clusterSetConfigEpoch(epoch));
    }
    for (TestRedis node : nodes.subList(1, nodes.size())) {
      nodes.getFirst().ask(it -> it.clusterMeet("127.0.0.1", node.port()));
    }
    Await.until(Duration.ofSeconds(20), () -> nodes.stream().allMatch(TestCluster::knowsAll));
    String first = nodes.getFirst().ask(it -> it.clusterMyId());
    nodes.getLast().ask(it -> it.clusterReplicate(first));
    Await.until(Duration.ofSeconds(20), this::serves);
  }

  private static boolean knowsAll(TestRedis node) {
    return node.ask(it -> it.clusterNodes()).lines().filter(it -> it.contains("connected")).count()
        == PRIMARIES + 1;
  }

  private boolean serves() {
    return nodes.stream()
            .allMatch(it -> it.ask(node -> node.clusterInfo()).contains("cluster_state:ok"))
        && nodes.getLast().ask(it -> it.info("replication")).contains("master_link_status:up");
  }

  private TestRedis node() {
    int port = FreePort.next();
    return TestRedis.startAt(
        port,
        "--dir",
        directory.toString(),
        "--cluster-enabled",
        "yes",
        "--cluster-config-file",
        "nodes-" + port + ".conf",
        "--cluster-node-timeout",
        "1000");
  }

  /** All its nodes; the first three were primaries when it began. */
  List<TestRedis> nodes() {
    return nodes;
  }

  /** Its primaries, as it began. */
  List<TestRedis> primaries() {
    return nodes.subList(0, PRIMARIES);
  }

  /** Asks whichever of them has the key, past the adapters. */
  <T> T ask(String key, Function<RedisCommands<String, String>, T> question) {
    int slot = SlotHash.getSlot(key);
    int node = 0;
    while (slot >= SLOTS * (node + 1) / PRIMARIES) {
      node++;
    }
    return nodes.get(node).ask(question);
  }

  /** Empties it. */
  void flush() {
    primaries().forEach(TestRedis::flush);
  }

  /**
   * How often its nodes have answered that a command was sent to the wrong node, or to more than
   * one at once.
   */
  long misdirected() {
    return nodes.stream()
        .map(it -> it.ask(node -> node.info("errorstats")))
        .flatMap(String::lines)
        .filter(it -> it.matches("errorstat_(MOVED|ASK|CROSSSLOT|TRYAGAIN|CLUSTERDOWN):.*"))
        .mapToLong(it -> Long.parseLong(it.substring(it.indexOf('=') + 1).strip()))
        .sum();
  }

  /** Whether the replica of the first has taken over, and all that are left serve all slots. */
  boolean hasPromoted() {
    return nodes.getLast().ask(it -> it.info("replication")).contains("role:master")
        && nodes.stream()
            .skip(1)
            .allMatch(it -> it.ask(node -> node.clusterInfo()).contains("cluster_state:ok"));
  }

  /** Two of its nodes, as a configuration lists them. */
  String url() {
    return nodes.stream()
        .limit(2)
        .map(it -> "127.0.0.1:" + it.port())
        .collect(Collectors.joining(",", "redis://", ""));
  }

  @Override
  public void close() {
    nodes.forEach(TestRedis::close);
    try (var files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(it -> it.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
