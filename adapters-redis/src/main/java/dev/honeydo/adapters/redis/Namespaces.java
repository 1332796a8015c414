package dev.honeydo.adapters.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import dev.honeydo.application.port.Cache.Scope;
import dev.honeydo.application.port.PortUnavailable;
import io.lettuce.core.RedisException;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What copies are good for now: asked of the server when it is connected to, and unknown until it
 * has answered. The server tells all instances at once when an era ends, as it tells them of
 * generations; where it cannot, they ask it twice a second.
 *
 * <p>Thread-safe.
 */
final class Namespaces {
  /** What eras begin with that nobody has begun by ending another. */
  private static final String BORN = "born:";

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
  private final LongSupplier nanoTime;
  private volatile @Nullable Known known;
  private volatile @Nullable Long emptiedAt;

  /** Asks through {@code port}; {@code unique} never gives the same text twice, nor another's. */
  Namespaces(RedisLink link, RedisPort port, Supplier<String> unique, LongSupplier nanoTime) {
    this.link = link;
    this.port = port;
    this.unique = unique;
    this.nanoTime = nanoTime;
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
    String holders = holders();
    String runId = last != null && last.isOf(incarnation, holders) ? last.runId() : identity();
    byte[] kept = ascii(Long.toString(KEPT.toMillis()));
    var eras = port.run("namespace", READ, ERAS, ascii(BORN + unique.get()), kept);
    var found = port.understood("namespace", () -> namespaces(runId, eras));
    if (last != null && (!runId.equals(last.runId()) || isAnyBorn(found, last.namespaces()))) {
      emptiedAt = nanoTime.getAsLong();
    }
    known = new Known(incarnation, before, holders, runId, found);
  }

  private static Map<Scope, Namespace> namespaces(String runId, List<@Nullable Object> eras) {
    Map<Scope, Namespace> found = new EnumMap<>(Scope.class);
    for (int i = 0; i < SCOPES.size(); i++) {
      byte[] era = (byte[]) requireNonNull(eras.get(i));
      found.put(SCOPES.get(i), new Namespace(runId, new String(era, US_ASCII)));
    }
    return found;
  }

  private static boolean isAnyBorn(Map<Scope, Namespace> now, Map<Scope, Namespace> before) {
    return SCOPES.stream()
        .anyMatch(scope -> {
          Namespace it = requireNonNull(now.get(scope));
          return it.era().startsWith(BORN) && !it.equals(before.get(scope));
        });
  }

  /**
   * Whether this server was emptied, or is another than before, of late: those who wrote then may
   * still write, though it knows nothing of them.
   */
  boolean mayHaveForgotten() {
    Long at = emptiedAt;
    return at != null && nanoTime.getAsLong() - at < Generations.MARK.toNanos();
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

  /** A cluster may have given the data to others although no connection has ended. */
  private String holders() {
    try {
      return link.listenedTo();
    } catch (RedisException away) {
      throw new PortUnavailable("Cache", "namespace", away);
    }
  }

  private String identity() {
    return port.ask("namespace", _ -> link.identity());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }

  private record Known(
      long incarnation,
      long forgotten,
      String holders,
      String runId,
      Map<Scope, Namespace> namespaces) {
    boolean isOf(long itsIncarnation, String itsHolders) {
      return incarnation == itsIncarnation && holders.equals(itsHolders);
    }
  }
}
