package dev.honeydo.adapters.redis;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.honeydo.application.port.PortUnavailable;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.RedisReadOnlyException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How one port reaches the server: no command takes longer than the timeout, none is sent while the
 * server is silent ({@link Silence}), and after five failures on end the server is left alone for a
 * second.
 */
final class RedisPort {
  private static final Logger LOG = LoggerFactory.getLogger(RedisPort.class);
  private static final int FAILURES = 5;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final String name;
  private final RedisLink link;
  private final Duration timeout;
  private final CircuitBreaker circuit;

  RedisPort(String name, RedisLink link, Duration timeout) {
    this.name = name;
    this.link = link;
    this.timeout = timeout;
    this.circuit =
        CircuitBreaker.of(
            name,
            CircuitBreakerConfig.custom()
                .slidingWindow(
                    FAILURES, FAILURES, CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(100)
                .waitDurationInOpenState(PAUSE)
                .permittedNumberOfCallsInHalfOpenState(1)
                .writableStackTraceEnabled(false)
                .build());
    circuit.getEventPublisher().onStateTransition(it -> logged(it.getStateTransition()));
  }

  /** Whether the server is not being left alone. */
  boolean isClosed() {
    return circuit.getState() == CircuitBreaker.State.CLOSED && !link.silence().isFallen();
  }

  String name() {
    return name;
  }

  /** A trial that fails is no news, one that succeeds is. */
  private void logged(CircuitBreaker.StateTransition transition) {
    if (transition.getFromState() == CircuitBreaker.State.CLOSED) {
      LOG.warn("{} leaves Redis alone: it has failed {} times on end", name, FAILURES);
    } else if (transition.getToState() == CircuitBreaker.State.CLOSED) {
      LOG.info("{} goes to Redis again", name);
    }
  }

  /**
   * Sends a command and waits for the answer.
   *
   * @throws PortUnavailable when there is none in time, or it is an error
   */
  <T> T ask(
      String operation,
      Function<RedisClusterAsyncCommands<String, byte[]>, CompletionStage<T>> command) {
    try {
      return guarded(() -> answer(command));
    } catch (CallNotPermittedException | RedisException failed) {
      throw new PortUnavailable(name, operation, failed);
    }
  }

  /**
   * Runs a script and waits for what it returns: numbers as {@code Long}, text as {@code byte[]},
   * false as null.
   *
   * @throws PortUnavailable when there is no answer in time, or it is an error
   */
  List<@Nullable Object> run(
      String operation, Script script, List<String> keys, byte[]... arguments) {
    String[] names = keys.toArray(String[]::new);
    try {
      return guarded(() -> {
        try {
          return answer(
              it -> it.evalsha(script.digest(), ScriptOutputType.MULTI, names, arguments));
        } catch (RedisNoScriptException _) {
          return answer(it -> it.eval(script.text(), ScriptOutputType.MULTI, names, arguments));
        }
      });
    } catch (CallNotPermittedException | RedisException failed) {
      throw new PortUnavailable(name, operation, failed);
    }
  }

  /**
   * Runs a script and waits for the one number that it returns.
   *
   * @throws PortUnavailable when there is no answer in time, or it is an error or anything else
   */
  long number(String operation, Script script, List<String> keys, byte[]... arguments) {
    List<@Nullable Object> answer = run(operation, script, keys, arguments);
    return understood(operation, () -> only(answer));
  }

  private static Long only(List<@Nullable Object> answer) {
    if (answer.size() > 1) {
      throw new IndexOutOfBoundsException(answer.size());
    }
    return (Long) Objects.requireNonNull(answer.getFirst());
  }

  private <T> T guarded(Supplier<T> work) {
    if (link.silence().isFallen()) {
      throw new RedisException("the server does not answer");
    }
    return circuit.executeSupplier(work);
  }

  /**
   * What an answer says.
   *
   * @throws PortUnavailable when it is none that the script gives: whoever answers is no Redis, or
   *     the answer is to something else
   */
  <T> T understood(String operation, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (ClassCastException
        | IndexOutOfBoundsException
        | NoSuchElementException
        | ArithmeticException
        | NullPointerException garbage) {
      throw new PortUnavailable(name, operation, garbage);
    }
  }

  /**
   * Runs a script, if the server is there, and does not wait for it; one that is silent gets it,
   * and may run it when it is back.
   */
  void send(Script script, List<String> keys, byte[]... arguments) {
    String[] names = keys.toArray(String[]::new);
    try {
      var _ =
          link.commands()
              .<List<Object>>evalsha(script.digest(), ScriptOutputType.MULTI, names, arguments)
              .exceptionallyCompose(failed -> sendText(failed, script, names, arguments));
    } catch (RedisException away) {
      // Then it is not run.
    }
  }

  private CompletionStage<List<Object>> sendText(
      Throwable failed, Script script, String[] names, byte[]... arguments) {
    boolean unknown =
        failed instanceof RedisNoScriptException
            || failed.getCause() instanceof RedisNoScriptException;
    return unknown
        ? link.commands().eval(script.text(), ScriptOutputType.MULTI, names, arguments)
        : CompletableFuture.failedFuture(failed);
  }

  private <T> T answer(
      Function<RedisClusterAsyncCommands<String, byte[]>, CompletionStage<T>> command) {
    long incarnation = link.incarnation();
    try {
      return command
          .apply(link.commands())
          .toCompletableFuture()
          .get(timeout.toMillis(), MILLISECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RedisReadOnlyException) {
        // It was the primary; who is now can be found by a new connection only.
        link.findPrimary(incarnation);
      }
      if (failed.getCause() instanceof RedisCommandTimeoutException) {
        link.silence().suspect();
      }
      if (failed.getCause() instanceof RedisException ours) {
        throw ours;
      }
      throw new RedisException(failed.getCause());
    } catch (TimeoutException none) {
      link.silence().suspect();
      throw new RedisException(none);
    } catch (CancellationException none) {
      throw new RedisException(none);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      throw new RedisException(hurried);
    }
  }
}
