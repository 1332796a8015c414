package dev.honeydo.bootstrap;

import dev.honeydo.application.cache.WarmUp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads in at start what those are likely to ask for who were seen last, and tells of it. */
final class WarmingUp implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(WarmingUp.class);

  private final WarmUp warmUp;
  private final int most;

  WarmingUp(WarmUp warmUp, int most) {
    this.warmUp = warmUp;
    this.most = most;
  }

  @Override
  public void run() {
    switch (warmUp.handle(new WarmUp.Command(most))) {
      case WarmUp.Warm(int count) -> LOG.info("Read in what {} users were seen with", count);
      case WarmUp.CutShort cut -> {
        String why = cut.port().map(it -> it + " is unavailable").orElse("Honeydo stops");
        LOG.info("Read in what {} users were seen with, no more: {}", cut.count(), why);
      }
    }
  }
}
