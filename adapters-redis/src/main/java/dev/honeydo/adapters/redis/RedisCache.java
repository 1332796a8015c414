package dev.honeydo.adapters.redis;

import dev.honeydo.adapters.redis.RedisAdapters.Caching;
import dev.honeydo.adapters.redis.RedisAdapters.Level;
import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.Ids;
import dev.honeydo.application.port.UnheardWriters;
import dev.honeydo.domain.user.UserId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A cache that instances share: near copies in this process, then Redis, then the loader.
 *
 * <p>See {@link SharedCopies} for what makes a copy good, {@link NearCopies} and {@link Tracking}
 * for when one is believed without asking Redis, {@link Unsynced} for writes that Redis has not
 * heard of, and {@link OthersNotes} for those of other instances. Whatever is in doubt, the loader
 * is asked: by one load at a time for each key, which begins after everybody began to wait that it
 * answers.
 */
final class RedisCache implements Cache, AutoCloseable {
  private static final int MOST_UNSYNCED = 10_000;

  private final Reads reads;
  private final NearCopies near;
  private final SharedReads shared;
  private final Writes writes;
  private final Pulse pulse;
  private final Fences fences = new Fences();
  private final OthersNotes others;
  private final RedisCacheControl control;

  /**
   * A cache over one server.
   *
   * @param mostNearBytes about how much to keep in this process; 0 for nothing
   */
  RedisCache(
      RedisLink link,
      Ids ids,
      long mostNearBytes,
      InstantSource clock,
      Caching caching,
      UnheardWriters unheardWriters) {
    UUID self = ids.next();
    Supplier<String> unique = RedisAdapters.unique(() -> self);
    Chance chance = new Chance(self);
    Unsynced unsynced = new Unsynced(MOST_UNSYNCED);
    RedisPort port = link.port("Cache");
    this.reads = new Reads(caching.listener(), caching.nanoTime());
    this.near = new NearCopies(mostNearBytes, fences, clock, chance);
    Namespaces namespaces = new Namespaces(link, port, unique, caching.nanoTime());
    Generations generations = new Generations(port, unique);
    OwnNote own = new OwnNote(unheardWriters, self, clock, unsynced);
    this.others =
        new OthersNotes(
            unheardWriters,
            own,
            namespaces::areKnown,
            clock,
            caching.nanoTime(),
            Ages.longest(caching.ttls()));
    SharedCopies copies = new SharedCopies(link, port, unique);
    this.shared =
        new SharedReads(
            near,
            copies,
            namespaces,
            unsynced,
            others,
            reads,
            new Ages(caching.ttls(), chance),
            chance,
            caching.nanoTime());
    this.writes = new Writes(fences, generations, unsynced, own);
    this.pulse =
        new Pulse(
            link,
            namespaces,
            generations,
            unsynced,
            eraEnded ->
                mostNearBytes > 0
                    ? Optional.of(new Tracking(link, near, fences, eraEnded))
                    : Optional.empty());
    this.control =
        new RedisCacheControl(link, port, near, reads, fences, namespaces, unsynced, writes, own);
    others.begin();
  }

  @Override
  public <V> V read(Key<V> key, Supplier<V> loader) {
    long begun = reads.begin();
    V copy = near.find(key);
    if (copy != null) {
      reads.nearHit();
      reads.answered(key, Level.NEAR, begun);
      return copy;
    }
    reads.nearMiss();
    SharedReads.Answer<V> answer = shared.read(key, loader);
    reads.answered(key, answer.level(), begun);
    return answer.value();
  }

  /** Where near copies answer, that saves next to nothing. */
  @Override
  public <R> R prefetching(Next next, Supplier<R> work) {
    return near.isTrusted() ? work.get() : shared.prefetching(next, work);
  }

  @Override
  public <R> R write(UserId owner, Scope scope, Supplier<R> change) {
    return writes.write(new Fenced(owner, scope), change);
  }

  /**
   * There is an event about that owner's todos, which comes by another way than word of the write:
   * nobody is to read of it and then ask, and be shown what was there before.
   */
  void heardOf(UserId owner) {
    fences.move(new Fenced(owner, Scope.TODOS));
  }

  /** What those who run the installation may do to it. */
  RedisCacheControl control() {
    return control;
  }

  /** Whether Redis answers for copies, and, where any are kept near, word of writes has come in. */
  boolean isSettled() {
    return pulse.isSettled();
  }

  /** Whether the record was asked of late who writes unheard, and knows of nobody. */
  boolean isQuiet() {
    return others.areAbsent();
  }

  /** Stops believing anything. */
  @Override
  public void close() {
    others.close();
    pulse.close();
    shared.close();
    near.distrust();
  }
}
