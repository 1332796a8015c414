package dev.honeydo.adapters.redis;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears whose events have changed, all of them: every server that holds data sends the names of the
 * streams.
 *
 * <p>{@link #see} is called about once a second, by one thread.
 */
final class EventWire implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EventWire.class);
  private static final int ROUNDS_AFTER_REFUSAL = 30;

  private final RedisLink link;
  private final Bells bells;
  private volatile @Nullable Broadcasts broadcasts;
  private int pause;

  /** Rings these bells. */
  EventWire(RedisLink link, Bells bells) {
    this.link = link;
    this.bells = bells;
  }

  /** Whether word comes in, as far as anybody knows. */
  boolean isUp() {
    Broadcasts current = broadcasts;
    return current != null && current.areWhole();
  }

  /** Makes sure that word still comes in, and begins to listen where nobody does. */
  void see() {
    Broadcasts current = broadcasts;
    if (current == null) {
      begin();
    } else if (!current.areWhole() || !current.answer()) {
      drop(current);
    }
  }

  private void begin() {
    if (pause > 0) {
      pause--;
      return;
    }
    Optional<Broadcasts> made = Broadcasts.connect(link);
    if (made.isEmpty()) {
      return;
    }
    Broadcasts next = made.get();
    if (!next.begin(EventLog.KEYS, new Ear())) {
      LOG.info("Redis does not tell of events (RESP3 CLIENT TRACKING): it is asked every second");
      pause = ROUNDS_AFTER_REFUSAL;
      drop(next);
      return;
    }
    broadcasts = next;
    bells.ringAll();
  }

  private void drop(Broadcasts mute) {
    broadcasts = null;
    // From now on they look by themselves now and then.
    bells.ringAll();
    mute.close();
  }

  @Override
  public void close() {
    Broadcasts current = broadcasts;
    if (current != null) {
      drop(current);
    }
  }

  private final class Ear implements Broadcasts.Listener {
    @Override
    public void changed(String key) {
      EventLog.owner(key).ifPresentOrElse(bells::ring, bells::ringAll);
    }

    @Override
    public void flushed() {
      bells.ringAll();
    }

    @Override
    public void silent() {
      bells.ringAll();
    }
  }
}
