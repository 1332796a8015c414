package dev.honeydo.adapters.redis;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The server, or the servers of a cluster, and how connections to them are made.
 *
 * <p>Thread-safe.
 */
interface Servers extends AutoCloseable {
  /** A script, since a server that lets nobody write (CLIENT PAUSE) still answers a ping. */
  String NOTHING = "return redis.status_reply('OK')";

  /** Makes a connection that commands go through, and that reconnects by itself. */
  CompletableFuture<StatefulConnection<String, byte[]>> connect();

  /** The commands of a connection that {@link #connect} made. */
  RedisClusterAsyncCommands<String, byte[]> commands(StatefulConnection<String, byte[]> connection);

  /**
   * Which processes hold the data, as one name: another as soon as one of them has been started
   * anew, or another has taken its place.
   */
  CompletableFuture<String> identity(StatefulConnection<String, byte[]> connection);

  /**
   * Makes a connection to each that holds data, for what they send unasked (RESP3); they never
   * reconnect.
   */
  CompletableFuture<List<StatefulRedisConnection<String, byte[]>>> listen(
      StatefulConnection<String, byte[]> connection);

  /**
   * Those that {@link #listen} would connect to, as one name; empty where the connection that
   * commands go through says who that is.
   */
  String listenedTo(StatefulConnection<String, byte[]> connection);

  /** What {@code INFO} answers at each that holds data. */
  CompletableFuture<List<String>> info(StatefulConnection<String, byte[]> connection);

  /** Completes when each that holds data has answered what any of them can do at any time. */
  CompletableFuture<?> answer(StatefulConnection<String, byte[]> connection);

  /** Has {@code watcher} told of the connections that commands go through. */
  void watch(RedisConnectionStateListener watcher);

  /**
   * Whether what that connection answered may count for no more when it ends, within the one that
   * {@link #connect} made.
   */
  boolean isPart(RedisChannelHandler<?, ?> one, StatefulConnection<String, byte[]> connection);

  /** Whether some of the data can be reached still, although a connection has ended. */
  boolean isLeft();

  /** Whether these are several, each with a connection of its own within that of all. */
  boolean isCluster();

  @Override
  void close();
}
