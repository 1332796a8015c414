package dev.honeydo.bootstrap;

import dev.honeydo.adapters.security.SigningKey;
import dev.honeydo.adapters.security.SigningKeys;
import dev.honeydo.bootstrap.config.Config;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The signing keys of an installation, and where more of them may come from.
 *
 * @param present those there are when it starts
 * @param source the file they were read from; absent where they were set outright
 */
record Keys(SigningKeys present, Optional<Source> source) {

  /**
   * The keys that the configuration names, or that are kept in the data directory.
   *
   * @throws StartFailed when a file has none
   */
  static Keys of(Config config) {
    Config.Auth auth = config.auth();
    if (auth.signingKey().isPresent()) {
      SigningKey only = SigningKey.parse(auth.signingKey().get().value());
      return new Keys(SigningKeys.of(only), Optional.empty());
    }
    return in(
        auth.signingKeyFile()
            .map(SigningKeyFile::at)
            .orElseGet(() -> SigningKeyFile.madeIn(config.dataDirectory())));
  }

  private static Keys in(SigningKeyFile file) {
    // The look comes before the reading: what changes in between is seen as a change.
    Source source = new Source(file, file.stamp());
    try {
      return new Keys(file.read(), Optional.of(source));
    } catch (SigningKeyFile.Unusable unusable) {
      throw new StartFailed(
          "the file of signing keys " + file.path() + " " + unusable.getMessage(), unusable);
    }
  }

  /** What takes other keys into use when the file they come from changes. */
  Optional<Runnable> watch(Consumer<SigningKeys> use) {
    return source.map(it -> SigningKeyWatch.over(it.file(), it.taken(), use));
  }

  /** A file, and how it looked just before it was read. */
  record Source(SigningKeyFile file, Optional<SigningKeyFile.Stamp> taken) {}
}
