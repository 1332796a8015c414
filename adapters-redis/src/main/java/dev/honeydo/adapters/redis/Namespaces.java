package dev.honeydo.adapters.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import dev.honeydo.application.port.Cache.Scope;
import dev.honeydo.application.port.PortUnavailable;
import io.lettuce.core.SetArgs;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What copies are good for now: asked of the server when it is connected to, and unknown until it
 * has answered. The server tells all instances at once when an era ends, as it tells them of
 * generations; where it cannot, they ask it twice a second.
 *
 * <p>Thread-safe.
 */
final class Namespaces {
  private static final Pattern RUN_ID = Pattern.compile("^run_id:(\\w+)", Pattern.MULTILINE);
  private static final Duration KEPT = Duration.ofHours(24);
  private static final List<Scope> SCOPES = List.of(Scope.values());
  private static final List<String> ERAS = SCOPES.stream().map(Keys::era).toList();

  /** Touches a key only where it must: who is told of all that changes would be told of that. */
  private static final Script READ =
      Script.of(
          """
          local eras = {}
          for i, key in ipairs(KEYS) do
            local era = redis.call('GET', key)
            if not era then
              era = ARGV[1]
              redis.call('SET', key, era, 'PX', ARGV[2])
            elseif redis.call('PTTL', key) < ARGV[2] / 2 then
              redis.call('PEXPIRE', key, ARGV[2])
            end
            eras[i] = era
          end
          return eras
          """);

  private final RedisLink link;
  private final RedisPort port;
  private final Supplier<String> unique;
  private final AtomicLong forgotten = new AtomicLong();
  private volatile @Nullable Known known;

  /** Asks through {@code port}; {@code unique} never gives the same text twice, nor another's. */
  Namespaces(RedisLink link, RedisPort port, Supplier<String> unique) {
    this.link = link;
    this.port = port;
    this.unique = unique;
  }

  /**
   * What copies of a scope are good for on the connection that there is, or empty while that is
   * unknown.
   */
  Optional<Namespace> current(Scope scope) {
    Known seen = known;
    return seen != null && isCurrent(seen)
        ? Optional.ofNullable(seen.namespaces().get(scope))
        : Optional.empty();
  }

  /** Whether it is known what copies are good for. */
  boolean areKnown() {
    Known seen = known;
    return seen != null && isCurrent(seen);
  }

  private boolean isCurrent(Known seen) {
    return seen.incarnation() == link.incarnation() && seen.forgotten() == forgotten.get();
  }

  /** Some era has ended: nothing is known until the server was asked. Does not wait. */
  void forget() {
    var _ = forgotten.incrementAndGet();
  }

  /**
   * Asks the server.
   *
   * @throws PortUnavailable when it does not answer
   */
  void refresh() {
    long incarnation = link.incarnation();
    long before = forgotten.get();
    Known last = known;
    String runId = last != null && last.incarnation() == incarnation ? last.runId() : runId();
    byte[] kept = ascii(Long.toString(KEPT.toMillis()));
    var eras = port.run("namespace", READ, ERAS, ascii(unique.get()), kept);
    var found = port.understood("namespace", () -> namespaces(runId, eras));
    known = new Known(incarnation, before, runId, found);
  }

  private static Map<Scope, Namespace> namespaces(String runId, List<@Nullable Object> eras) {
    Map<Scope, Namespace> found = new EnumMap<>(Scope.class);
    for (int i = 0; i < SCOPES.size(); i++) {
      byte[] era = (byte[]) requireNonNull(eras.get(i));
      found.put(SCOPES.get(i), new Namespace(runId, new String(era, US_ASCII)));
    }
    return found;
  }

  /**
   * Ends the era of these scopes: no copy is good any more.
   *
   * @throws PortUnavailable when the server does not answer; they may have ended or not
   */
  void end(Set<Scope> scopes) {
    for (Scope scope : scopes) {
      byte[] next = ascii(unique.get());
      var _ = port.ask("end", it -> it.set(Keys.era(scope), next, SetArgs.Builder.px(KEPT)));
    }
    forget();
    refresh();
  }

  private String runId() {
    String info = port.ask("namespace", it -> it.info("server"));
    Matcher found = RUN_ID.matcher(info);
    if (!found.find()) {
      throw new PortUnavailable("Cache", "namespace", new IOException("a server without run_id"));
    }
    return found.group(1);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }

  private record Known(
      long incarnation, long forgotten, String runId, Map<Scope, Namespace> namespaces) {}
}
