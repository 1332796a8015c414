package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A cache that instances share: near copies in this process, then Redis, then the loader.
 *
 * <p>See {@link SharedCopies} for what makes a copy good, {@link NearCopies} and {@link Tracking}
 * for when one is believed without asking Redis, and {@link Unsynced} for writes that Redis has not
 * heard of. Whatever is in doubt, the loader is asked: by one load at a time for each key, which
 * begins after everybody began to wait that it answers.
 */
final class RedisCache implements Cache, AutoCloseable {
  private static final int MOST_UNSYNCED = 10_000;

  private final Fences fences = new Fences();
  private final Flights flights = new Flights();
  private final Unsynced unsynced = new Unsynced(MOST_UNSYNCED);
  private final NearCopies near;
  private final SharedCopies shared;
  private final Namespaces namespaces;
  private final Pulse pulse;

  /**
   * A cache over one server.
   *
   * @param unique never gives the same text twice, nor what another process gives
   * @param mostNearBytes about how much to keep in this process; 0 for nothing
   */
  RedisCache(RedisLink link, Supplier<String> unique, long mostNearBytes, InstantSource clock) {
    RedisPort port = link.port("Cache");
    this.near = new NearCopies(mostNearBytes, fences, clock);
    this.shared = new SharedCopies(link, port, unique);
    this.namespaces = new Namespaces(link, port, unique);
    Optional<Tracking> tracking =
        mostNearBytes > 0 ? Optional.of(new Tracking(link, near, fences)) : Optional.empty();
    this.pulse = new Pulse(link, namespaces, shared, unsynced, tracking);
  }

  @Override
  public <V> V read(Key<V> key, Supplier<V> loader) {
    Fenced fenced = Fenced.of(key);
    Ages ages = Ages.of(key.scope());
    NearCopies.Sight sight = near.look(fenced);
    Optional<V> copy = near.find(key, sight, ages.fresh());
    if (copy.isPresent()) {
      return copy.get();
    }
    boolean doubtful = sight.position() == Fences.MOVING || unsynced.contains(fenced);
    Optional<Namespace> namespace = doubtful ? Optional.empty() : namespaces.current();
    return namespace
        .flatMap(it -> look(key, it))
        .map(found -> shared(key, loader, sight, found))
        .orElseGet(() -> flights.follow(key, loader));
  }

  /** What Redis says of the key, if it can be believed. */
  private <V> Optional<Look<V>> look(Key<V> key, Namespace namespace) {
    try {
      SharedCopies.Found<V> found = shared.look(key);
      boolean sure = namespaces.current().filter(namespace::equals).isPresent();
      return sure && !found.isMoving()
          ? Optional.of(new Look<>(namespace, found))
          : Optional.empty();
    } catch (PortUnavailable away) {
      return Optional.empty();
    }
  }

  private <V> V shared(Key<V> key, Supplier<V> loader, NearCopies.Sight sight, Look<V> look) {
    Ages ages = Ages.of(key.scope());
    Optional<Envelope<V>> fresh = look.found().good(look.namespace(), ages.fresh());
    if (fresh.isPresent()) {
      Duration age = Duration.ofMillis(look.found().age(fresh.get()));
      near.put(key, fresh.get().value(), sight, age);
      return fresh.get().value();
    }
    try {
      return flights.join(
          new Flight(key, look.found().generation(), look.namespace()),
          () -> filled(key, loader, sight, look));
    } catch (PortUnavailable gone) {
      return look.found()
          .good(look.namespace(), ages.kept())
          .map(Envelope::value)
          .orElseThrow(() -> gone);
    }
  }

  private <V> V filled(Key<V> key, Supplier<V> loader, NearCopies.Sight sight, Look<V> look) {
    Optional<V> meanwhile =
        look(key, look.namespace())
            .flatMap(it -> it.found().good(it.namespace(), Ages.of(key.scope()).fresh()))
            .map(Envelope::value);
    if (meanwhile.isPresent()) {
      return meanwhile.get();
    }
    V value = loader.get();
    near.put(key, value, sight, Duration.ZERO);
    SharedCopies.Found<V> found = look.found();
    shared.fill(
        key,
        new Envelope<>(found.generation(), look.namespace(), found.at(), value),
        Ages.of(key.scope()).kept());
    return value;
  }

  @Override
  public <R> R write(UserId owner, Scope scope, Supplier<R> change) {
    Fenced fenced = new Fenced(owner, scope);
    String writer = shared.writer();
    fences.begin(fenced);
    try {
      long ticket = begin(fenced, writer);
      try {
        return change.get();
      } finally {
        end(fenced, writer, ticket);
      }
    } finally {
      fences.end(fenced);
    }
  }

  private long begin(Fenced fenced, String writer) {
    long ticket = unsynced.ticket(fenced);
    try {
      shared.begin(fenced, writer);
      return ticket;
    } catch (PortUnavailable away) {
      return unsynced.add(fenced);
    }
  }

  private void end(Fenced fenced, String writer, long ticket) {
    try {
      shared.end(fenced, writer);
      unsynced.settle(fenced, ticket);
    } catch (PortUnavailable away) {
      var _ = unsynced.add(fenced);
    }
  }

  /** Whether Redis answers for copies, and, where any are kept near, word of writes has come in. */
  boolean isSettled() {
    return pulse.isSettled();
  }

  /** Stops believing anything. */
  @Override
  public void close() {
    pulse.close();
    near.distrust();
  }

  private record Look<V>(Namespace namespace, SharedCopies.Found<V> found) {}

  private record Flight(Key<?> key, String generation, Namespace namespace) {}
}
