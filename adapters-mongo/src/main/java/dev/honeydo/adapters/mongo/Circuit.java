package dev.honeydo.adapters.mongo;

import static io.github.resilience4j.circuitbreaker.CircuitBreaker.State.CLOSED;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves a server alone that does not answer: after five calls on end that found none, and a look
 * that finds none either, every call fails at once. A second later the next one has it looked
 * whether the server is there. It waits a moment for that and goes through if it is; where looking
 * takes longer, those go through that come when it is done.
 *
 * <p>Whatever a server answers, be it a refusal, is no reason to leave it alone.
 */
final class Circuit {
  private static final Logger LOG = LoggerFactory.getLogger(Circuit.class);
  private static final int FAILURES = 5;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int MOMENT_MILLISECONDS = 200;

  private final Runnable trial;
  private final CircuitBreaker breaker =
      CircuitBreaker.of(
          "record",
          CircuitBreakerConfig.custom()
              .slidingWindow(FAILURES, FAILURES, CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
              .failureRateThreshold(100)
              .recordException(Failures::areOfNoServer)
              .waitDurationInOpenState(PAUSE)
              .permittedNumberOfCallsInHalfOpenState(1)
              .writableStackTraceEnabled(false)
              .build());

  /**
   * A circuit that is closed.
   *
   * @param trial returns if the server is there, and throws what {@link Failures} is about if it is
   *     not; in as long as any call takes
   */
  Circuit(Runnable trial) {
    this.trial = trial;
    breaker.getEventPublisher().onStateTransition(this::changed);
  }

  /**
   * Does the work, unless there was no server for it of late.
   *
   * @throws CallNotPermittedException without having done anything
   */
  <T> T call(Supplier<T> work) {
    if (!isClosed()) {
      lookAgain();
      if (!isClosed()) {
        throw CallNotPermittedException.createCallNotPermittedException(breaker);
      }
    }
    return breaker.executeSupplier(work);
  }

  /** Whether every call goes through. */
  boolean isClosed() {
    return breaker.getState() == CLOSED;
  }

  private void lookAgain() {
    if (breaker.tryAcquirePermission()) {
      if (isClosed()) {
        // It was closed in this very moment, and needs no trial.
        breaker.releasePermission();
        return;
      }
      CompletableFuture<Boolean> done = new CompletableFuture<>();
      var _ = Thread.ofVirtual().name("mongo-trial").start(() -> look(done));
      var _ = done.completeOnTimeout(false, MOMENT_MILLISECONDS, MILLISECONDS).join();
    }
  }

  private void look(CompletableFuture<Boolean> done) {
    try {
      trial.run();
      breaker.onSuccess(0, MILLISECONDS);
    } catch (RuntimeException | Error failure) {
      breaker.onError(0, MILLISECONDS, failure);
    } finally {
      done.complete(true);
    }
  }

  private void changed(CircuitBreakerOnStateTransitionEvent event) {
    switch (event.getStateTransition()) {
      case CLOSED_TO_OPEN -> {
        var _ = Thread.ofVirtual().name("mongo-trial").start(this::confirm);
      }
      case HALF_OPEN_TO_CLOSED -> LOG.info("MongoDB answers again");
      default -> LOG.debug("{}", event.getStateTransition());
    }
  }

  /** A server that is there after all, and was only slow for some, is not left alone. */
  private void confirm() {
    try {
      trial.run();
      breaker.transitionToClosedState();
    } catch (RuntimeException failure) {
      if (Failures.areOfNoServer(failure)) {
        LOG.warn("MongoDB does not answer: it is left alone, and tried again every second");
      } else {
        breaker.transitionToClosedState();
      }
    }
  }
}
