package dev.honeydo.architecture;

import java.util.Optional;
import java.util.stream.Stream;

/** Names that rules use already, of things that are still to come. */
enum Awaited {
  LETTUCE("adapters.redis..", "io.lettuce..", "the Redis adapter is not written yet"),
  CAFFEINE(
      "adapters.redis..",
      "com.github.benmanes.caffeine..",
      "Redis' fallback in the process is not written yet");

  private final String users;
  private final String packages;
  private final String reason;

  Awaited(String users, String packages, String reason) {
    this.users = users;
    this.packages = packages;
    this.reason = reason;
  }

  static Optional<Awaited> of(Literal literal) {
    return Stream.of(values()).filter(it -> it.literal().equals(literal)).findFirst();
  }

  Literal literal() {
    return new Literal.ForeignPackage(Honeydo.ROOT + "." + users, packages);
  }

  String reason() {
    return reason;
  }
}
