package dev.honeydo.adapters.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection to the server that commands go through, many at a time.
 *
 * <p>A server that is away when this is opened is tried again every second; one that goes away
 * later is reconnected to within two. Meanwhile commands are refused at once rather than queued,
 * and none is ever sent twice: what was under way when the connection broke has failed.
 */
final class RedisLink implements AutoCloseable {
  static final RedisCodec<String, byte[]> CODEC =
      RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

  private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
  private static final int MOST_UNDER_WAY = 10_000;

  private final ClientResources resources;
  private final RedisClient client;
  private final RedisURI uri;
  private final Duration timeout;
  private volatile @Nullable StatefulRedisConnection<String, byte[]> connection;
  private volatile boolean closed;

  private RedisLink(ClientResources resources, RedisClient client, RedisURI uri, Duration timeout) {
    this.resources = resources;
    this.client = client;
    this.uri = uri;
    this.timeout = timeout;
  }

  /**
   * Opens it, and waits for a second at most for the server to be there.
   *
   * @param timeout how long a command may take
   */
  static RedisLink open(RedisURI uri, Duration timeout) {
    ClientResources resources =
        ClientResources.builder()
            .reconnectDelay(() ->
                Delay.exponential(Duration.ofMillis(50), Duration.ofSeconds(2), 2, MILLISECONDS))
            .build();
    RedisClient client = RedisClient.create(resources);
    client.setOptions(options(timeout));
    RedisLink link = new RedisLink(resources, client, uri, timeout);
    link.connect();
    return link;
  }

  private static ClientOptions options(Duration timeout) {
    return ClientOptions.builder()
        .autoReconnect(true)
        .replayFilter(_ -> true)
        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
        .requestQueueSize(MOST_UNDER_WAY)
        .scriptCharset(UTF_8)
        .timeoutOptions(TimeoutOptions.enabled(timeout))
        .socketOptions(SocketOptions.builder().connectTimeout(CONNECT_TIMEOUT).build())
        .build();
  }

  /** How one port reaches the server, with a circuit of its own. */
  RedisPort port(String name) {
    return new RedisPort(name, this, timeout);
  }

  /** The server's commands; each fails at once while there is no connection. */
  RedisAsyncCommands<String, byte[]> commands() {
    StatefulRedisConnection<String, byte[]> current = connection;
    if (current == null || closed) {
      throw new RedisException("not connected");
    }
    return current.async();
  }

  private void connect() {
    var attempt = client.connectAsync(CODEC, uri).toCompletableFuture();
    var seen =
        attempt.handle((connected, failed) -> {
          if (connected == null) {
            retry();
            return false;
          }
          connection = connected;
          return true;
        });
    try {
      var _ = seen.get(CONNECT_TIMEOUT.toMillis(), MILLISECONDS);
    } catch (TimeoutException | ExecutionException stillAway) {
      LOG.debug("Redis is not there yet", stillAway);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private void retry() {
    if (!closed) {
      var _ =
          resources
              .eventExecutorGroup()
              .schedule(this::connectAgain, BETWEEN_ATTEMPTS.toMillis(), MILLISECONDS);
    }
  }

  private void connectAgain() {
    if (!closed) {
      var _ =
          client
              .connectAsync(CODEC, uri)
              .whenComplete((connected, failed) -> {
                if (connected == null) {
                  retry();
                } else {
                  connection = connected;
                }
              });
    }
  }

  /** Closes the connection; every command fails from then on. */
  @Override
  public void close() {
    closed = true;
    client.shutdown(0, CONNECT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    var _ =
        resources.shutdown(0, CONNECT_TIMEOUT.toMillis(), MILLISECONDS).awaitUninterruptibly(1_000);
  }
}
