package dev.honeydo.bootstrap;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What was opened and must be closed: closed in reverse, each thing once, the rest also when one
 * fails. Used by one thread at a time.
 */
final class Resources implements AutoCloseable {
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  /** Remembers to close it. */
  <T extends AutoCloseable> T opened(T resource) {
    opened.push(resource);
    return resource;
  }

  /**
   * Closes everything.
   *
   * @throws IllegalStateException when anything could not be closed, after all the rest was
   */
  @Override
  public void close() {
    IllegalStateException failure = null;
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        if (failure == null) {
          failure = new IllegalStateException("Not everything could be closed", e);
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
