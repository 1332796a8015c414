package dev.honeydo.adapters.redis;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The fences of this process: a count for each, which moves with everything that may have changed
 * what stands behind it, and never back.
 *
 * <p>There are as many as owners share: who shares one loses copies with the others, no more.
 *
 * <p>Thread-safe, without locks.
 */
final class Fences {
  /** What is seen while somebody writes: it is nobody's position. */
  static final long MOVING = -1;

  private static final int BITS = 13;
  private static final int COUNT = 1 << BITS;

  private final AtomicLongArray positions = new AtomicLongArray(COUNT);
  private final AtomicIntegerArray writers = new AtomicIntegerArray(COUNT);

  /** Where the fence stands, or {@link #MOVING}. To be asked before a copy is made. */
  long position(Fenced fenced) {
    int index = index(fenced);
    // A writer that begins after this was read moves the position with it.
    long position = positions.get(index);
    return writers.get(index) > 0 ? MOVING : position;
  }

  /** A write of this process begins. */
  void begin(Fenced fenced) {
    int index = index(fenced);
    var _ = writers.incrementAndGet(index);
    var _ = positions.incrementAndGet(index);
  }

  /** A write of this process has ended. */
  void end(Fenced fenced) {
    int index = index(fenced);
    var _ = positions.incrementAndGet(index);
    var _ = writers.decrementAndGet(index);
  }

  /** Somebody else has written. */
  void move(Fenced fenced) {
    var _ = positions.incrementAndGet(index(fenced));
  }

  /** Nobody knows what others have written. */
  void moveAll() {
    for (int index = 0; index < COUNT; index++) {
      var _ = positions.incrementAndGet(index);
    }
  }

  private static int index(Fenced fenced) {
    int hash = fenced.hashCode() * 0x9E3779B9;
    return hash >>> (Integer.SIZE - BITS);
  }
}
