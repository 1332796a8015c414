package dev.honeydo.bootstrap;

import dev.honeydo.application.auth.PurgeExpired;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clears out what has expired. That it cannot is logged once, and so is that it can again. Used by
 * one thread.
 */
final class Cleanup implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Cleanup.class);

  private final PurgeExpired purgeExpired;
  private boolean failing;

  Cleanup(PurgeExpired purgeExpired) {
    this.purgeExpired = purgeExpired;
  }

  @Override
  public void run() {
    switch (purgeExpired.handle(new PurgeExpired.Command())) {
      case PurgeExpired.Purged() -> {
        if (failing) {
          LOG.info("What has expired is cleared out again");
        }
        failing = false;
      }
      case PurgeExpired.Unreachable(String port) -> {
        if (!failing && !Thread.currentThread().isInterrupted()) {
          LOG.warn("What has expired is not cleared out: {} is unavailable", port);
          failing = true;
        }
      }
      case PurgeExpired.Interrupted() -> LOG.debug("Clearing out was cut short");
    }
  }
}
