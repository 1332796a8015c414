package dev.honeydo.adapters.mongo;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves a server alone that does not answer: after one call that found none, and a look that finds
 * none either, every call fails at once. A second later the next one has it looked again.
 *
 * <p>While somebody looks, whoever calls waits a moment for the outcome and goes through if the
 * server is there; where looking takes longer, they fail, and those go through that come when it is
 * done. So a request waits for a server in vain once, however often it calls, and a server that was
 * only slow for some is not left alone.
 *
 * <p>Whatever a server answers, be it a refusal, is no reason to doubt it. Thread-safe.
 */
final class Circuit {
  private static final Logger LOG = LoggerFactory.getLogger(Circuit.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration MOMENT = Duration.ofMillis(100);

  private final Runnable trial;

  /**
   * The last look while the server is in doubt or left alone; absent while every call goes through.
   */
  private final AtomicReference<@Nullable Look> look = new AtomicReference<>();

  /**
   * A circuit that is closed.
   *
   * @param trial returns if the server is there, and throws what {@link Failures} is about if it is
   *     not; in as long as any call takes
   */
  Circuit(Runnable trial) {
    this.trial = trial;
  }

  /**
   * Does the work, unless there was no server for it of late.
   *
   * @throws LeftAlone without having done anything
   */
  <T> T call(Supplier<T> work) {
    if (!answers()) {
      throw new LeftAlone();
    }
    try {
      T answer = work.get();
      heard();
      return answer;
    } catch (RuntimeException failure) {
      if (Failures.areOfNoServer(failure)) {
        begin(null, new Look(true));
      }
      throw failure;
    }
  }

  /** Somebody was answered just now: whatever a look finds, the server is there. */
  private void heard() {
    Look doubted = look.get();
    if (doubted != null && look.compareAndSet(doubted, null)) {
      doubted.end();
    }
  }

  /** Whether every call goes through. */
  boolean isClosed() {
    return look.get() == null;
  }

  private boolean answers() {
    Look last = look.get();
    if (last != null && last.isDue()) {
      begin(last, new Look(false));
      last = look.get();
    }
    return last == null || last.isThere();
  }

  private void begin(@Nullable Look last, Look next) {
    if (look.compareAndSet(last, next)) {
      var _ = Thread.ofVirtual().name("mongo-trial").start(next::run);
    }
  }

  /** One look whether the server is there. */
  private final class Look {
    private final boolean first;
    private final CompletableFuture<Boolean> outcome = new CompletableFuture<>();
    private final CompletableFuture<Boolean> soon =
        outcome.copy().completeOnTimeout(false, MOMENT.toMillis(), MILLISECONDS);
    private final CompletableFuture<Boolean> pause =
        new CompletableFuture<Boolean>().completeOnTimeout(true, PAUSE.toMillis(), MILLISECONDS);

    /** The first since the server was last there, or one more. */
    Look(boolean first) {
      this.first = first;
    }

    void run() {
      boolean there = false;
      try {
        there = tried();
      } finally {
        if (there && look.compareAndSet(this, null)) {
          end();
        }
        boolean left = outcome.complete(there) && !there;
        if (left && first) {
          LOG.warn("MongoDB does not answer: it is left alone, and tried again every second");
        }
      }
    }

    /** The server is there. */
    void end() {
      boolean left = outcome.isDone() || !first;
      var _ = outcome.complete(true);
      if (left) {
        LOG.info("MongoDB answers again");
      }
    }

    private boolean tried() {
      try {
        trial.run();
        return true;
      } catch (RuntimeException failure) {
        return !Failures.areOfNoServer(failure);
      }
    }

    /** Whether it was in vain, and some time ago. */
    boolean isDue() {
      return outcome.isDone() && pause.isDone();
    }

    /** What it found, or false if that takes longer than a moment from its beginning. */
    boolean isThere() {
      return soon.join();
    }
  }

  /** Nothing was asked of a server that did not answer of late. */
  static final class LeftAlone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Without a trace: it is thrown often, and always from the same place. */
    LeftAlone() {
      super("MongoDB did not answer of late", null, false, false);
    }
  }
}
