package dev.honeydo.contracts;

import dev.honeydo.application.port.Cache;
import dev.honeydo.domain.auth.Session;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** What the clauses about caches need of the adapter that they try. */
interface CacheSubject {

  /** The adapter: the same one throughout a test. */
  Cache cache();

  /**
   * Another adapter over the same store of copies, as another instance of the service would have
   * it; the same one only where the copies live inside the adapter.
   */
  Cache anotherView();

  /**
   * The clock that copies age by, or empty where that is a server's own; the clauses about ages are
   * then skipped by that name.
   */
  Optional<TestClock> clock();

  /** Waits until word of every write that has ended has come through to every view. */
  default void settle() {}

  /** What a record would hold, and how often it was asked. */
  final class Held implements Supplier<Optional<Session>> {
    private final AtomicReference<Optional<Session>> value;
    private final AtomicInteger loads = new AtomicInteger();

    Held(Optional<Session> value) {
      this.value = new AtomicReference<>(value);
    }

    /** Something that is held. */
    static Held something() {
      return new Held(Optional.of(session()));
    }

    /** A session of somebody's. */
    static Session session() {
      return Specimens.session(Specimens.userId(), Specimens.NOW);
    }

    @Override
    public Optional<Session> get() {
      loads.incrementAndGet();
      return value.get();
    }

    /** Holds something else from now on, and says so: it can be a write's change. */
    Optional<Session> become(Optional<Session> next) {
      value.set(next);
      return next;
    }

    /** Becomes another session. */
    Optional<Session> change() {
      return become(Optional.of(session()));
    }

    /** What is held now, without being counted. */
    Optional<Session> now() {
      return value.get();
    }

    int loads() {
      return loads.get();
    }
  }
}
