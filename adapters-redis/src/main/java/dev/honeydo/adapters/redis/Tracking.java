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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of every generation that changes, and of every era that ends: over connections of their
 * own, each server that holds data sends their names (RESP3, {@code CLIENT TRACKING} in
 * broadcasting mode). Near copies are trusted from when all of them have agreed to that, until a
 * connection breaks or misses a ping, or the data is held by others.
 *
 * <p>{@link #see} is called about once a second, by one thread.
 */
final class Tracking implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Tracking.class);
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int ROUNDS_AFTER_REFUSAL = 30;

  private final RedisLink link;
  private final NearCopies near;
  private final Fences fences;
  private final Runnable eraEnded;
  private List<StatefulRedisConnection<String, byte[]>> connections = List.of();
  private String heard = "";
  private int pause;

  /** Runs {@code eraEnded}, which must not wait, when it hears of that. */
  Tracking(RedisLink link, NearCopies near, Fences fences, Runnable eraEnded) {
    this.link = link;
    this.near = near;
    this.fences = fences;
    this.eraEnded = eraEnded;
  }

  /** Makes sure that word still comes in, and begins to listen where nobody does. */
  void see() {
    if (connections.isEmpty()) {
      begin();
    } else if (!isWhole() || !connections.stream().allMatch(Tracking::answers)) {
      drop();
    }
  }

  /** Whether everything has been heard that the servers sent before now. */
  boolean isUpToDate() {
    return !connections.isEmpty()
        && near.isTrusted()
        && connections.stream().allMatch(Tracking::answers);
  }

  private boolean isWhole() {
    return connections.stream().allMatch(StatefulRedisConnection::isOpen)
        && whom().filter(heard::equals).isPresent();
  }

  /** Who has to be heard, or empty while nobody knows. */
  private Optional<String> whom() {
    try {
      return Optional.of(link.listenedTo());
    } catch (RedisException away) {
      return Optional.empty();
    }
  }

  private void begin() {
    if (pause > 0) {
      pause--;
      return;
    }
    Optional<String> whom = whom();
    if (whom.isEmpty()) {
      return;
    }
    CompletableFuture<List<StatefulRedisConnection<String, byte[]>>> listening = link.listen();
    within(listening)
        .ifPresentOrElse(
            made -> begin(made, whom.get()),
            () -> {
              var _ = listening.thenAccept(Tracking::close);
            });
  }

  private void begin(List<StatefulRedisConnection<String, byte[]>> made, String whom) {
    connections = made;
    heard = whom;
    if (!made.stream().allMatch(this::tells)) {
      LOG.info("Redis does not tell of changes (RESP3 CLIENT TRACKING): nothing is kept near");
      pause = ROUNDS_AFTER_REFUSAL;
      drop();
      return;
    }
    near.trust();
    if (!isWhole()) {
      drop();
    }
  }

  private boolean tells(StatefulRedisConnection<String, byte[]> next) {
    next.addListener(this::hear);
    next.addListener(new Watch());
    TrackingArgs all = TrackingArgs.Builder.enabled().bcast().prefixes(Keys.GENERATIONS);
    return within(next.async().clientTracking(all)).isPresent();
  }

  private void drop() {
    near.distrust();
    List<StatefulRedisConnection<String, byte[]>> mute = connections;
    connections = List.of();
    close(mute);
  }

  private static void close(List<StatefulRedisConnection<String, byte[]>> mute) {
    for (var each : mute) {
      var _ = each.closeAsync();
    }
  }

  /** By the thread that reads the connection, one push after the other. */
  private void hear(PushMessage message) {
    if (!message.getType().equals("invalidate")) {
      return;
    }
    List<Object> content = message.getContent(Tracking::text);
    if (content.size() > 1 && content.get(1) instanceof List<?> names) {
      names.forEach(name -> moved(String.valueOf(name)));
    } else {
      // Everything was flushed.
      fences.moveAll();
    }
  }

  private void moved(String name) {
    if (name.startsWith(Keys.ERAS)) {
      eraEnded.run();
    }
    Keys.fenced(name).ifPresentOrElse(fences::move, fences::moveAll);
  }

  private static Object text(ByteBuffer bytes) {
    return StringCodec.UTF8.decodeKey(bytes);
  }

  private static boolean answers(StatefulRedisConnection<String, byte[]> current) {
    return within(current.async().ping()).isPresent();
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
    if (!connections.isEmpty()) {
      drop();
    }
  }

  private final class Watch implements RedisConnectionStateListener {
    @Override
    public void onRedisDisconnected(RedisChannelHandler<?, ?> which) {
      near.distrust();
    }
  }
}
