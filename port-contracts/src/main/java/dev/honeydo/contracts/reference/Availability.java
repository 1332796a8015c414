package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.PortUnavailable;
import java.io.IOException;

/**
 * Whether a reference adapter can reach what would be its store.
 *
 * <p>Thread-safe.
 */
final class Availability {
  private final String port;
  private volatile boolean cut;

  Availability(String port) {
    this.port = port;
  }

  void set(boolean available) {
    cut = !available;
  }

  /** Returns if the store can be reached. */
  void check(String operation) {
    if (cut) {
      throw new PortUnavailable(port, operation, new IOException("made unavailable by a test"));
    }
  }
}
