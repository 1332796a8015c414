package dev.honeydo.adapters.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import dev.honeydo.application.port.PortUnavailable;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What copies are good for now: asked of the server when it is connected to, and unknown until it
 * has answered.
 */
final class Namespaces {
  private static final Duration KEPT = Duration.ofHours(24);

  private static final Script ERA =
      Script.of(
          """
          local era = redis.call('GET', KEYS[1])
          if not era then
            era = ARGV[1]
            redis.call('SET', KEYS[1], era, 'PX', ARGV[2])
          else
            redis.call('PEXPIRE', KEYS[1], ARGV[2])
          end
          return {era}
          """);

  private final RedisLink link;
  private final RedisPort port;
  private final Supplier<String> unique;
  private volatile @Nullable Known known;

  /** Asks through {@code port}; {@code unique} never gives the same text twice, nor another's. */
  Namespaces(RedisLink link, RedisPort port, Supplier<String> unique) {
    this.link = link;
    this.port = port;
    this.unique = unique;
  }

  /** What copies are good for on the connection that there is, or empty while that is unknown. */
  Optional<Namespace> current() {
    Known seen = known;
    return seen == null || seen.incarnation() != link.incarnation()
        ? Optional.empty()
        : Optional.of(seen.namespace());
  }

  /**
   * Asks the server.
   *
   * @throws PortUnavailable when it does not answer
   */
  void refresh() {
    long incarnation = link.incarnation();
    String runId = current().map(Namespace::runId).orElseGet(this::identity);
    var answer = port.run("namespace", ERA, List.of(Keys.ERA), ascii(unique.get()), kept());
    String era = new String((byte[]) requireNonNull(answer.getFirst()), US_ASCII);
    known = new Known(incarnation, new Namespace(runId, era));
  }

  /**
   * Ends the era: no copy is good any more.
   *
   * @throws PortUnavailable when the server does not answer; it may have ended or not
   */
  void end() {
    byte[] next = ascii(unique.get());
    var _ = port.ask("end", it -> it.set(Keys.ERA, next, SetArgs.Builder.px(KEPT)));
    refresh();
  }

  private String identity() {
    return port.ask("namespace", _ -> link.identity());
  }

  private static byte[] kept() {
    return ascii(Long.toString(KEPT.toMillis()));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }

  private record Known(long incarnation, Namespace namespace) {}
}
