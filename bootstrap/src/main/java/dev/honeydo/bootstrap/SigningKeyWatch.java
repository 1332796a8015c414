package dev.honeydo.bootstrap;

import dev.honeydo.adapters.security.SigningKeys;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the keys of a file into use when the file has changed.
 *
 * <p>A change is taken up once the file looks the same in two looks: it may have been seen half
 * written, and half a key could be taken for one. Where the file is no good the keys stay as they
 * are, which is logged once for each change. Used by one thread.
 */
final class SigningKeyWatch implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(SigningKeyWatch.class);

  private final SigningKeyFile file;
  private final Consumer<SigningKeys> use;
  private Optional<SigningKeyFile.Stamp> taken;
  private Optional<SigningKeyFile.Stamp> seen;

  private SigningKeyWatch(
      SigningKeyFile file, Optional<SigningKeyFile.Stamp> taken, Consumer<SigningKeys> use) {
    this.file = file;
    this.use = use;
    this.taken = taken;
    this.seen = taken;
  }

  /**
   * Watches from now on.
   *
   * @param taken how the file looked before its keys were read
   * @param use what takes keys into use
   */
  static SigningKeyWatch over(
      SigningKeyFile file, Optional<SigningKeyFile.Stamp> taken, Consumer<SigningKeys> use) {
    return new SigningKeyWatch(file, taken, use);
  }

  /** Looks once. */
  @Override
  public void run() {
    Optional<SigningKeyFile.Stamp> now = file.stamp();
    boolean settled = now.equals(seen);
    seen = now;
    if (!settled || now.equals(taken)) {
      return;
    }
    taken = now;
    try {
      SigningKeys keys = file.read();
      use.accept(keys);
      LOG.info(
          "Tokens are signed with key {} from now on, {} more are honoured",
          keys.current().id(),
          keys.previous().size());
    } catch (SigningKeyFile.Unusable unusable) {
      LOG.warn("The signing keys stay as they are: {} {}", file.path(), unusable.getMessage());
    }
  }
}
