package dev.honeydo.adapters.redis;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

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
 * Hears whose events have changed, all of them over one connection: the server sends the names of
 * the streams (RESP3, {@code CLIENT TRACKING} in broadcasting mode), also when they are flushed,
 * evicted or expire.
 *
 * <p>{@link #see} is called about once a second, by one thread.
 */
final class EventWire implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EventWire.class);
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int ROUNDS_AFTER_REFUSAL = 30;

  private final RedisLink link;
  private final Bells bells;
  private volatile @Nullable StatefulRedisConnection<String, byte[]> connection;
  private int pause;

  /** Rings these bells. */
  EventWire(RedisLink link, Bells bells) {
    this.link = link;
    this.bells = bells;
  }

  /** Whether word comes in, as far as anybody knows. */
  boolean isUp() {
    StatefulRedisConnection<String, byte[]> current = connection;
    return current != null && current.isOpen();
  }

  /** Makes sure that word still comes in, and begins to listen where nobody does. */
  void see() {
    StatefulRedisConnection<String, byte[]> current = connection;
    if (current == null) {
      begin();
    } else if (!current.isOpen() || within(current.async().ping()).isEmpty()) {
      drop(current);
    }
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
    TrackingArgs all = TrackingArgs.Builder.enabled().bcast().prefixes(EventLog.KEYS);
    if (within(next.async().clientTracking(all)).isEmpty()) {
      LOG.info("Redis does not tell of events (RESP3 CLIENT TRACKING): it is asked every second");
      pause = ROUNDS_AFTER_REFUSAL;
      drop(next);
      return;
    }
    connection = next;
    bells.ringAll();
  }

  private void drop(StatefulRedisConnection<String, byte[]> mute) {
    connection = null;
    // From now on they look by themselves now and then.
    bells.ringAll();
    var _ = mute.closeAsync();
  }

  /** By the thread that reads the connection, one push after the other. */
  private void hear(PushMessage message) {
    if (!message.getType().equals("invalidate")) {
      return;
    }
    List<Object> content = message.getContent(EventWire::text);
    if (content.size() > 1 && content.get(1) instanceof List<?> names) {
      names.forEach(name ->
          EventLog.owner(String.valueOf(name)).ifPresentOrElse(bells::ring, bells::ringAll));
    } else {
      // Everything was flushed.
      bells.ringAll();
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
    StatefulRedisConnection<String, byte[]> current = connection;
    if (current != null) {
      drop(current);
    }
  }
}
