package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.Cache.Scope;
import dev.honeydo.domain.user.UserId;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The fences of this process: a count for each, which moves with everything that may have changed
 * what stands behind it, and never back.
 *
 * <p>In each scope there are as many as owners share: who shares one loses copies with the others,
 * no more.
 *
 * <p>Thread-safe, without locks.
 */
final class Fences {
  /** What is seen while somebody writes: it is nobody's position. */
  static final long MOVING = -1;

  private static final int BITS = 13;
  private static final int COUNT = 1 << BITS;
  private static final int ALL = COUNT * Scope.values().length;

  private final AtomicLongArray positions = new AtomicLongArray(ALL);
  private final AtomicIntegerArray writers = new AtomicIntegerArray(ALL);

  /** Where the fence stands, or {@link #MOVING}. To be asked before a copy is made. */
  long position(UserId owner, Scope scope) {
    int index = index(owner, scope);
    // A writer that begins after this was read moves the position with it.
    long position = positions.get(index);
    return writers.get(index) > 0 ? MOVING : position;
  }

  /** A write of this process begins. */
  void begin(Fenced fenced) {
    int index = index(fenced.owner(), fenced.scope());
    var _ = writers.incrementAndGet(index);
    var _ = positions.incrementAndGet(index);
  }

  /** A write of this process has ended. */
  void end(Fenced fenced) {
    int index = index(fenced.owner(), fenced.scope());
    var _ = positions.incrementAndGet(index);
    var _ = writers.decrementAndGet(index);
  }

  /** Somebody else has written. */
  void move(Fenced fenced) {
    var _ = positions.incrementAndGet(index(fenced.owner(), fenced.scope()));
  }

  /**
   * What stands behind it may be newer than all that was seen before. Where it stands now, if
   * nothing else has moved it since it stood at {@code seen}; else {@link #MOVING}.
   */
  long renew(UserId owner, Scope scope, long seen) {
    int index = index(owner, scope);
    if (seen != MOVING
        && writers.get(index) == 0
        && positions.compareAndSet(index, seen, seen + 1)) {
      return seen + 1;
    }
    var _ = positions.incrementAndGet(index);
    return MOVING;
  }

  /** Nobody knows what others have written in that scope. */
  void moveAll(Scope scope) {
    int first = part(scope) * COUNT;
    for (int index = first; index < first + COUNT; index++) {
      var _ = positions.incrementAndGet(index);
    }
  }

  /** Nobody knows what others have written. */
  void moveAll() {
    for (Scope scope : Scope.values()) {
      moveAll(scope);
    }
  }

  private static int part(Scope scope) {
    return switch (scope) {
      case ACCESS -> 0;
      case PROFILE -> 1;
      case TODOS -> 2;
    };
  }

  private static int index(UserId owner, Scope scope) {
    int hash = owner.hashCode() * 0x9E3779B9;
    return part(scope) * COUNT + (hash >>> (Integer.SIZE - BITS));
  }
}
