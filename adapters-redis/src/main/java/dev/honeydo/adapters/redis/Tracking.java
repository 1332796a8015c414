package dev.honeydo.adapters.redis;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.TrackingArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.push.PushMessage;
import io.lettuce.core.codec.StringCodec;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of every generation that changes, and of every era that ends: over a connection of its own,
 * the server sends their names (RESP3, {@code CLIENT TRACKING} in broadcasting mode). Near copies
 * are trusted from when the server has agreed to that, until the connection breaks or misses a
 * ping.
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
  private @Nullable StatefulRedisConnection<String, byte[]> connection;
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
    StatefulRedisConnection<String, byte[]> current = connection;
    if (current == null) {
      begin();
    } else if (!current.isOpen() || !answers(current)) {
      drop(current);
    }
  }

  /** Whether everything has been heard that the server sent before now. */
  boolean isUpToDate() {
    StatefulRedisConnection<String, byte[]> current = connection;
    return current != null && near.isTrusted() && answers(current);
  }

  private void begin() {
    if (pause > 0) {
      pause--;
      return;
    }
    Optional<StatefulRedisConnection<String, byte[]>> made = within(link.listen());
    if (made.isEmpty()) {
      return;
    }
    StatefulRedisConnection<String, byte[]> next = made.get();
    next.addListener(this::hear);
    next.addListener(new Watch());
    TrackingArgs all = TrackingArgs.Builder.enabled().bcast().prefixes(Keys.GENERATIONS);
    if (within(next.async().clientTracking(all)).isEmpty()) {
      LOG.info("Redis does not tell of changes (RESP3 CLIENT TRACKING): nothing is kept near");
      pause = ROUNDS_AFTER_REFUSAL;
      drop(next);
      return;
    }
    connection = next;
    near.trust();
    if (!next.isOpen()) {
      drop(next);
    }
  }

  private void drop(StatefulRedisConnection<String, byte[]> mute) {
    near.distrust();
    connection = null;
    var _ = mute.closeAsync();
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
      // Everything was flushed, eras too.
      eraEnded.run();
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
    StatefulRedisConnection<String, byte[]> current = connection;
    if (current != null) {
      drop(current);
    }
  }

  private final class Watch implements RedisConnectionStateListener {
    @Override
    public void onRedisDisconnected(RedisChannelHandler<?, ?> which) {
      near.distrust();
    }
  }
}
