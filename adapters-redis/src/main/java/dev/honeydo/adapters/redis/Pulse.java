package dev.honeydo.adapters.redis;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.honeydo.application.port.Cache.Scope;
import dev.honeydo.application.port.PortUnavailable;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a cache does about its server by itself, twice a second and whenever the connection comes or
 * goes, in one thread: learns what copies are good for, tells it of the writes that it missed, and
 * sees that it can be heard.
 */
final class Pulse implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
  private static final Duration BEAT = Duration.ofMillis(500);

  /** After so many questions without an answer the connection is made anew. */
  private static final int MOST_MISSED = 4;

  private final RedisLink link;
  private final Namespaces namespaces;
  private final Generations generations;
  private final Unsynced unsynced;
  private final Optional<Tracking> tracking;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("cache").factory());
  private int missed;

  /**
   * Begins to beat.
   *
   * @param tracking listens, if anybody is to, and runs what it is given when an era has ended
   */
  Pulse(
      RedisLink link,
      Namespaces namespaces,
      Generations generations,
      Unsynced unsynced,
      Function<Runnable, Optional<Tracking>> tracking) {
    this.link = link;
    this.namespaces = namespaces;
    this.generations = generations;
    this.unsynced = unsynced;
    this.tracking = tracking.apply(this::askAnew);
    beat();
    var _ =
        thread.scheduleWithFixedDelay(this::beat, BEAT.toMillis(), BEAT.toMillis(), MILLISECONDS);
    link.onChange(this::beatSoon);
  }

  private void askAnew() {
    namespaces.forget();
    beatSoon();
  }

  private void beatSoon() {
    if (!thread.isShutdown()) {
      thread.execute(this::beat);
    }
  }

  private synchronized void beat() {
    try {
      namespaces.refresh();
      replay();
      missed = 0;
    } catch (PortUnavailable away) {
      missed += isSilence(away) ? 1 : 0;
      if (missed >= MOST_MISSED) {
        missed = 0;
        link.renew();
      }
    } catch (RuntimeException bug) {
      LOG.error("The cache's thread goes on after a bug", bug);
    }
    tracking.ifPresent(Tracking::see);
  }

  /** An error is an answer, and a question that was not put tells nothing. */
  private static boolean isSilence(PortUnavailable away) {
    return away.getCause() instanceof RedisException
        && !(away.getCause() instanceof RedisCommandExecutionException);
  }

  private void replay() {
    Map<Scope, Long> scopes = unsynced.allScopes();
    if (!scopes.isEmpty()) {
      namespaces.end(scopes.keySet());
      scopes.forEach(unsynced::settle);
    }
    unsynced
        .all()
        .forEach((fenced, ticket) -> {
          generations.end(fenced, generations.writer());
          unsynced.settle(fenced, ticket);
        });
  }

  /** Whether the server answers for copies, and everything was heard that it has said. */
  synchronized boolean isSettled() {
    // What is heard last may be that an era has ended.
    return namespaces.areKnown()
        && unsynced.isEmpty()
        && tracking.map(Tracking::isUpToDate).orElse(true)
        && namespaces.areKnown();
  }

  @Override
  public void close() {
    var _ = thread.shutdownNow();
    tracking.ifPresent(Tracking::close);
  }
}
