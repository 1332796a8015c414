package dev.honeydo.adapters.redis;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of every generation that changes, and of every era that ends. Near copies are trusted from
 * when all servers that hold data have agreed to tell, until a connection breaks or misses a ping,
 * or the data is held by others.
 *
 * <p>{@link #see} is called about once a second, by one thread.
 */
final class Tracking implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Tracking.class);
  private static final int ROUNDS_AFTER_REFUSAL = 30;

  private final RedisLink link;
  private final NearCopies near;
  private final Fences fences;
  private final Runnable eraEnded;
  private @Nullable Broadcasts broadcasts;
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
    Broadcasts current = broadcasts;
    if (current == null) {
      begin();
    } else if (!near.isTrusted() || !current.areWhole() || !current.answer()) {
      drop(current);
    }
  }

  /** Whether everything has been heard that the servers sent before now. */
  boolean isUpToDate() {
    Broadcasts current = broadcasts;
    return current != null && near.isTrusted() && current.answer();
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
    if (!next.begin(Keys.GENERATIONS, new Ear())) {
      LOG.info("Redis does not tell of changes (RESP3 CLIENT TRACKING): nothing is kept near");
      pause = ROUNDS_AFTER_REFUSAL;
      drop(next);
      return;
    }
    broadcasts = next;
    near.trust();
    if (!next.areWhole()) {
      drop(next);
    }
  }

  private void drop(Broadcasts mute) {
    near.distrust();
    broadcasts = null;
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
      if (key.startsWith(Keys.ERAS)) {
        eraEnded.run();
      }
      Keys.fenced(key).ifPresentOrElse(fences::move, fences::moveAll);
    }

    @Override
    public void flushed() {
      // Eras, too.
      eraEnded.run();
      fences.moveAll();
    }

    @Override
    public void silent() {
      near.distrust();
    }
  }
}
