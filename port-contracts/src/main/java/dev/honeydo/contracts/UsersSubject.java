package dev.honeydo.contracts;

import dev.honeydo.application.port.Users;

/** What the clauses about users need of the adapter that they try. */
interface UsersSubject extends Racing {

  /** The adapter: the same one throughout a test. */
  Users users();

  /**
   * Another adapter of the same store, as another instance of the service would have it; the same
   * one only where the store lives inside the adapter.
   */
  Users anotherView();

  /**
   * An adapter that was open and whose store is gone: its client closed, its file or its server
   * away. It is in nobody else's way.
   */
  Users unreachable();
}
