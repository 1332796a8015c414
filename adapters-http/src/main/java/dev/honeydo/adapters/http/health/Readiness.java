package dev.honeydo.adapters.http.health;

/** Whether the server can take traffic. Thread-safe. */
public final class Readiness {
  private volatile State state = State.STARTING;

  /** How a server is. */
  public enum State {
    /** Not yet. */
    STARTING,
    /** Now. */
    READY,
    /** No longer. */
    DRAINING
  }

  /** How it is now. */
  public State state() {
    return state;
  }

  /** Moves on. */
  public void become(State next) {
    state = next;
  }
}
