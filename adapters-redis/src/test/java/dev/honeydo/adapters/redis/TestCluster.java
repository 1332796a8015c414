package dev.honeydo.adapters.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A real Redis Cluster: three primaries, and a replica of the first. */
final class TestCluster implements AutoCloseable {
  private static final int SLOTS = 16_384;
  private static final int PRIMARIES = 3;
  private static final int BUS = 10_000;

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
    int port = TestRedis.freePort();
    while (port + BUS > 65_535) {
      port = TestRedis.freePort();
    }
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
