package dev.honeydo.contracts;

import dev.honeydo.application.port.UnheardWriters;

/** What the clauses about unheard writers need of the adapter that they try. */
interface UnheardWritersSubject extends Racing {

  /** The adapter: the same one throughout a test, but for {@link #reopened}. */
  UnheardWriters writers();

  /**
   * Another adapter of the same store, as another instance of the service would have it; the same
   * one only where the store lives inside the adapter.
   */
  UnheardWriters anotherView();

  /**
   * An adapter of the same store, opened once every other one was closed; the same one only where
   * the store lives inside the adapter.
   */
  UnheardWriters reopened();

  /**
   * An adapter that was open and whose store is gone: its client closed, its file or its server
   * away. It is in nobody else's way.
   */
  UnheardWriters unreachable();
}
