package dev.honeydo.adapters.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode.NodeFlag;
import io.lettuce.core.resource.ClientResources;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * The primaries of a Redis Cluster.
 *
 * <p>Who they are is asked again every thirty seconds, and at once when a node moves something on,
 * goes away or is unknown.
 */
final class ClusterServers implements Servers {
  private static final Duration BETWEEN_REFRESHES = Duration.ofSeconds(30);
  private static final Duration BETWEEN_TRIGGERED = Duration.ofMillis(500);
  private static final int ATTEMPTS_BEFORE_REFRESH = 1;

  private final RedisClusterClient client;
  private final RedisClient listeners;

  /** The connections to single nodes that count: others only ask who is there. */
  private final Map<StatefulConnection<?, ?>, Boolean> parts =
      Collections.synchronizedMap(new WeakHashMap<>());

  ClusterServers(
      List<RedisURI> seeds,
      ClientResources resources,
      ClientOptions options,
      ClientOptions forListeners) {
    this.client = RedisClusterClient.create(resources, seeds);
    this.listeners = RedisClient.create(resources);
    client.setOptions(
        ClusterClientOptions.builder(options).topologyRefreshOptions(refreshing()).build());
    listeners.setOptions(forListeners);
  }

  private static ClusterTopologyRefreshOptions refreshing() {
    return ClusterTopologyRefreshOptions.builder()
        .enablePeriodicRefresh(BETWEEN_REFRESHES)
        .adaptiveRefreshTriggersTimeout(BETWEEN_TRIGGERED)
        .refreshTriggersReconnectAttempts(ATTEMPTS_BEFORE_REFRESH)
        .build();
  }

  @Override
  public CompletableFuture<StatefulConnection<String, byte[]>> connect() {
    return client
        .refreshPartitionsAsync()
        .thenCompose(_ -> client.connectAsync(RedisLink.CODEC))
        .<StatefulConnection<String, byte[]>>thenApply(it -> it)
        .thenCompose(ClusterServers::reached)
        .toCompletableFuture();
  }

  /**
   * With a connection to each primary that can be reached: otherwise the first commands would be
   * refused, since none waits for a connection.
   */
  private static CompletableFuture<StatefulConnection<String, byte[]>> reached(
      StatefulConnection<String, byte[]> connection) {
    CompletableFuture<?>[] each =
        primaries(connection).stream()
            .map(it -> commandsTo(it, connection).handle((_, _) -> true))
            .toArray(CompletableFuture[]::new);
    return CompletableFuture.allOf(each).thenApply(_ -> connection);
  }

  /** The very connection that commands to that node go through. */
  private static CompletableFuture<StatefulRedisConnection<String, byte[]>> commandsTo(
      RedisClusterNode node, StatefulConnection<String, byte[]> connection) {
    return clustered(connection)
        .getConnectionAsync(node.getUri().getHost(), node.getUri().getPort());
  }

  @Override
  public RedisClusterAsyncCommands<String, byte[]> commands(
      StatefulConnection<String, byte[]> connection) {
    return clustered(connection).async();
  }

  private static StatefulRedisClusterConnection<String, byte[]> clustered(
      StatefulConnection<String, byte[]> connection) {
    return (StatefulRedisClusterConnection<String, byte[]>) connection;
  }

  @Override
  public CompletableFuture<String> identity(StatefulConnection<String, byte[]> connection) {
    return each(
            connection,
            (node, commands) ->
                commands.info("server").thenApply(it -> node.getNodeId() + "=" + RunId.in(it)))
        .whenComplete((_, failed) -> {
          if (failed != null) {
            // Whoever is away may not be a primary any more.
            var _ = client.refreshPartitionsAsync();
          }
        })
        .thenApply(ClusterServers::digest);
  }

  @Override
  public CompletableFuture<?> answer(StatefulConnection<String, byte[]> connection) {
    return each(
        connection,
        (_, commands) -> commands.eval(NOTHING, ScriptOutputType.STATUS, new String[0]));
  }

  @Override
  public CompletableFuture<List<String>> info(StatefulConnection<String, byte[]> connection) {
    return each(connection, (_, commands) -> commands.info());
  }

  private CompletableFuture<List<String>> each(
      StatefulConnection<String, byte[]> connection,
      BiFunction<
              RedisClusterNode, RedisClusterAsyncCommands<String, byte[]>, CompletionStage<String>>
          question) {
    List<CompletableFuture<String>> answers =
        primaries(connection).stream()
            .map(node ->
                commandsTo(node, connection)
                    .thenCompose(it -> {
                      parts.put(it, true);
                      return question.apply(node, it.async());
                    }))
            .toList();
    return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
        .thenApply(_ -> answers.stream().map(CompletableFuture::join).toList());
  }

  /** The primaries that hold data, as far as is known; in the order of their names. */
  private static List<RedisClusterNode> primaries(StatefulConnection<String, byte[]> connection) {
    List<RedisClusterNode> found =
        clustered(connection).getPartitions().stream()
            .filter(it -> it.is(NodeFlag.UPSTREAM) && !it.hasNoSlots())
            .sorted((one, other) -> one.getNodeId().compareTo(other.getNodeId()))
            .toList();
    if (found.isEmpty()) {
      throw new RedisException("a cluster without primaries");
    }
    return found;
  }

  @Override
  public CompletableFuture<List<StatefulRedisConnection<String, byte[]>>> listen(
      StatefulConnection<String, byte[]> connection) {
    List<CompletableFuture<StatefulRedisConnection<String, byte[]>>> each =
        primaries(connection).stream()
            .map(it -> listeners.connectAsync(RedisLink.CODEC, it.getUri()).toCompletableFuture())
            .toList();
    return CompletableFuture.allOf(each.toArray(CompletableFuture[]::new))
        .whenComplete((_, failed) -> {
          if (failed != null) {
            closeThoseMade(each);
          }
        })
        .thenApply(_ -> each.stream().map(CompletableFuture::join).toList());
  }

  private static void closeThoseMade(
      List<CompletableFuture<StatefulRedisConnection<String, byte[]>>> each) {
    for (var one : each) {
      if (!one.isCompletedExceptionally()) {
        var _ = one.join().closeAsync();
      }
    }
  }

  @Override
  public String listenedTo(StatefulConnection<String, byte[]> connection) {
    return primaries(connection).stream()
        .map(RedisClusterNode::getNodeId)
        .collect(Collectors.joining(","));
  }

  @Override
  public void watch(RedisConnectionStateListener watcher) {
    client.addListener(watcher);
  }

  @Override
  public boolean isPart(
      RedisChannelHandler<?, ?> one, StatefulConnection<String, byte[]> connection) {
    return parts.containsKey(one);
  }

  @Override
  public boolean isLeft() {
    synchronized (parts) {
      return parts.keySet().stream().anyMatch(StatefulConnection::isOpen);
    }
  }

  @Override
  public boolean isCluster() {
    return true;
  }

  private static String digest(List<String> names) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(String.join(",", names).getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  @Override
  public void close() {
    listeners.shutdown(Duration.ZERO, RedisLink.CONNECT_TIMEOUT);
    client.shutdown(Duration.ZERO, RedisLink.CONNECT_TIMEOUT);
  }
}
