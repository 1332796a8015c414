package dev.honeydo.adapters.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One server; with Sentinels, the one that they name whenever a connection is made. */
final class OneServer implements Servers {
  private final RedisClient client;
  private final RedisClient listeners;
  private final RedisURI uri;

  OneServer(
      RedisURI uri, ClientResources resources, ClientOptions options, ClientOptions forListeners) {
    this.uri = uri;
    this.client = RedisClient.create(resources);
    this.listeners = RedisClient.create(resources);
    client.setOptions(options);
    listeners.setOptions(forListeners);
  }

  @Override
  public CompletableFuture<StatefulConnection<String, byte[]>> connect() {
    return client.connectAsync(RedisLink.CODEC, uri).toCompletableFuture().thenApply(it -> it);
  }

  @Override
  public RedisClusterAsyncCommands<String, byte[]> commands(
      StatefulConnection<String, byte[]> connection) {
    return ((StatefulRedisConnection<String, byte[]>) connection).async();
  }

  @Override
  public CompletableFuture<String> identity(StatefulConnection<String, byte[]> connection) {
    return identity(commands(connection));
  }

  private static CompletableFuture<String> identity(
      RedisClusterAsyncCommands<String, byte[]> commands) {
    return commands.info("server").toCompletableFuture().thenApply(RunId::in);
  }

  @Override
  public CompletableFuture<List<StatefulRedisConnection<String, byte[]>>> listen(
      StatefulConnection<String, byte[]> connection) {
    return listeners
        .connectAsync(RedisLink.CODEC, uri)
        .toCompletableFuture()
        .thenCompose(it ->
            identity(it.async())
                .thenCombine(identity(connection), String::equals)
                .whenComplete((same, failed) -> {
                  if (failed != null || !same) {
                    var _ = it.closeAsync();
                  }
                })
                .thenApply(same -> whole(same, it)));
  }

  /** Sentinels may name one server to those who command and another to those who listen. */
  private static List<StatefulRedisConnection<String, byte[]>> whole(
      boolean same, StatefulRedisConnection<String, byte[]> listener) {
    if (!same) {
      throw new RedisException("the server that would be listened to is another");
    }
    return List.of(listener);
  }

  @Override
  public CompletableFuture<?> answer(StatefulConnection<String, byte[]> connection) {
    return commands(connection)
        .eval(NOTHING, ScriptOutputType.STATUS, new String[0])
        .toCompletableFuture();
  }

  @Override
  public CompletableFuture<List<String>> info(StatefulConnection<String, byte[]> connection) {
    return commands(connection).info().toCompletableFuture().thenApply(List::of);
  }

  @Override
  public String listenedTo(StatefulConnection<String, byte[]> connection) {
    return "";
  }

  @Override
  public void watch(RedisConnectionStateListener watcher) {
    client.addListener(watcher);
  }

  @Override
  public boolean isPart(
      RedisChannelHandler<?, ?> one, StatefulConnection<String, byte[]> connection) {
    return one.equals(connection);
  }

  @Override
  public boolean isLeft() {
    return false;
  }

  @Override
  public boolean isCluster() {
    return false;
  }

  @Override
  public void close() {
    listeners.shutdown(Duration.ZERO, RedisLink.CONNECT_TIMEOUT);
    client.shutdown(Duration.ZERO, RedisLink.CONNECT_TIMEOUT);
  }
}
