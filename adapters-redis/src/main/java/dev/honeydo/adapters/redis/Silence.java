package dev.honeydo.adapters.redis;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.lettuce.core.RedisCommandExecutionException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a server has fallen silent: from the first command that waited for it in vain until it
 * answers a question that is put for that alone. Meanwhile nobody else needs to find out for
 * themselves, at the price of a timeout each.
 *
 * <p>Thread-safe.
 */
final class Silence {
  private static final Logger LOG = LoggerFactory.getLogger(Silence.class);
  private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(100);

  private final Supplier<? extends CompletionStage<?>> question;
  private final Duration timeout;
  private final ScheduledExecutorService executor;
  private final AtomicBoolean fallen = new AtomicBoolean();

  /** Whether a question was not answered, either. */
  private volatile boolean confirmed;

  /**
   * There is none yet.
   *
   * @param question is put to the server; may throw when it cannot be
   * @param timeout how long the answer may take
   * @param executor asks again
   */
  Silence(
      Supplier<? extends CompletionStage<?>> question,
      Duration timeout,
      ScheduledExecutorService executor) {
    this.question = question;
    this.timeout = timeout;
    this.executor = executor;
  }

  /** Whether it lasts. */
  boolean isFallen() {
    return fallen.get();
  }

  /** Somebody has waited in vain. */
  void suspect() {
    if (fallen.compareAndSet(false, true)) {
      ask();
    }
  }

  private void ask() {
    var _ =
        put()
            .toCompletableFuture()
            .orTimeout(timeout.toMillis(), MILLISECONDS)
            .handle((_, failure) -> failure == null || isAnswer(failure))
            .thenAccept(this::heard);
  }

  private CompletionStage<?> put() {
    try {
      return question.get();
    } catch (RuntimeException away) {
      // Whatever it is: nobody would ever ask again.
      return CompletableFuture.failedFuture(away);
    }
  }

  private void heard(boolean answer) {
    if (answer) {
      boolean was = confirmed;
      confirmed = false;
      fallen.set(false);
      if (was) {
        LOG.info("Redis answers again");
      }
      return;
    }
    if (!confirmed) {
      confirmed = true;
      LOG.warn("Redis does not answer: Honeydo does without it, and asks it until it does");
    }
    try {
      var _ = executor.schedule(this::ask, BETWEEN_QUESTIONS.toMillis(), MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      // Nobody will want to know.
    }
  }

  /** A refusal is one. */
  private static boolean isAnswer(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof RedisCommandExecutionException;
  }
}
