package dev.honeydo.adapters.redis;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisException;
import io.lettuce.core.TrackingArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.push.PushMessage;
import io.lettuce.core.codec.StringCodec;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * What every server that holds data sends of the keys with a prefix that change, are flushed,
 * evicted or expire: their names (RESP3, {@code CLIENT TRACKING} in broadcasting mode), over a
 * connection to each.
 */
final class Broadcasts implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final RedisLink link;
  private final String heard;
  private final List<StatefulRedisConnection<String, byte[]>> connections;

  private Broadcasts(
      RedisLink link, String heard, List<StatefulRedisConnection<String, byte[]>> connections) {
    this.link = link;
    this.heard = heard;
    this.connections = connections;
  }

  /** Is told; runs in the thread that reads the connection, and must not wait. */
  interface Listener {
    /** A key is another now, or gone. */
    void changed(String key);

    /** Everything is gone. */
    void flushed();

    /** A connection has ended: something may have been missed. */
    void silent();
  }

  /** Connects to them, or empty while that is not possible. Nothing is sent yet. */
  static Optional<Broadcasts> connect(RedisLink link) {
    try {
      String heard = link.listenedTo();
      CompletableFuture<List<StatefulRedisConnection<String, byte[]>>> made = link.listen();
      Optional<Broadcasts> ours = within(made).map(it -> new Broadcasts(link, heard, it));
      if (ours.isEmpty()) {
        var _ = made.thenAccept(Broadcasts::close);
      }
      return ours;
    } catch (RedisException away) {
      return Optional.empty();
    }
  }

  /** Has them send; false where one of them cannot. */
  boolean begin(String prefix, Listener listener) {
    TrackingArgs all = TrackingArgs.Builder.enabled().bcast().prefixes(prefix);
    return connections.stream()
        .allMatch(it -> {
          it.addListener((PushMessage message) -> hear(message, listener));
          it.addListener(new Watch(listener));
          return within(it.async().clientTracking(all)).isPresent();
        });
  }

  /** Whether they still are those that hold data, and connected, as far as anybody knows. */
  boolean areWhole() {
    try {
      return connections.stream().allMatch(StatefulRedisConnection::isOpen)
          && link.listenedTo().equals(heard);
    } catch (RedisException away) {
      return false;
    }
  }

  /** Whether all answer: then everything has been heard that they sent before now. */
  boolean answer() {
    return connections.stream().allMatch(it -> within(it.async().ping()).isPresent());
  }

  private static void hear(PushMessage message, Listener listener) {
    if (!message.getType().equals("invalidate")) {
      return;
    }
    List<Object> content = message.getContent(Broadcasts::text);
    if (content.size() > 1 && content.get(1) instanceof List<?> names) {
      names.forEach(name -> listener.changed(String.valueOf(name)));
    } else {
      listener.flushed();
    }
  }

  private static Object text(ByteBuffer bytes) {
    return StringCodec.UTF8.decodeKey(bytes);
  }

  private static <T> Optional<T> within(CompletionStage<T> answer) {
    try {
      return Optional.ofNullable(
          answer.toCompletableFuture().get(PATIENCE.toMillis(), MILLISECONDS));
    } catch (ExecutionException | TimeoutException none) {
      return Optional.empty();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    close(connections);
  }

  private static void close(List<StatefulRedisConnection<String, byte[]>> connections) {
    for (var each : connections) {
      var _ = each.closeAsync();
    }
  }

  private record Watch(Listener listener) implements RedisConnectionStateListener {
    @Override
    public void onRedisDisconnected(RedisChannelHandler<?, ?> which) {
      listener.silent();
    }
  }
}
