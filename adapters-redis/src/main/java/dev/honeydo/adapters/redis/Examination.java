package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.Finding;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SetArgs;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.TrackingArgs;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.protocol.ProtocolVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a Redis server as those who run it would: what it can, how it is set up, and what that
 * means for what Honeydo keeps there, which is copies, counts and leases, all with a time to live.
 */
final class Examination {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration KEPT = Duration.ofSeconds(10);
  private static final Duration LEEWAY = Duration.ofSeconds(2);
  private static final double FULL = 0.9;

  private static final String SERVER = "redis";

  private final String name;
  private final InstantSource clock;
  private final boolean cluster;
  private final List<Finding> findings = new ArrayList<>();

  private Examination(String name, InstantSource clock, boolean cluster) {
    this.name = name;
    this.clock = clock;
    this.cluster = cluster;
  }

  /**
   * What there is to say of the server, or of each node of a cluster that the address names.
   *
   * @param authorities a file in PEM of those who may vouch for servers; absent for the JDK's
   * @param name text that nobody else uses for a key
   */
  static List<Finding> of(
      RedisAddress address, Optional<Path> authorities, String name, InstantSource clock) {
    return switch (address) {
      case RedisAddress.One(RedisURI uri, boolean _) -> {
        Examination one = new Examination(name, clock, false);
        yield one.of(uri, authorities, address.masked());
      }
      case RedisAddress.Cluster(List<RedisURI> seeds, boolean credentials) ->
          seeds.stream()
              .flatMap(it -> {
                String masked = new RedisAddress.One(it, credentials).masked();
                return new Examination(name, clock, true).of(it, authorities, masked).stream();
              })
              .toList();
    };
  }

  private List<Finding> of(RedisURI uri, Optional<Path> authorities, String maskedUrl) {
    uri.setTimeout(PATIENCE);
    try (RedisClient client = RedisClient.create(uri)) {
      client.setOptions(
          RedisLink.trusting(ClientOptions.builder(), authorities)
              .autoReconnect(false)
              .protocolVersion(ProtocolVersion.RESP3)
              .timeoutOptions(TimeoutOptions.enabled(PATIENCE))
              .socketOptions(SocketOptions.builder().connectTimeout(PATIENCE).build())
              .build());
      examine(client, maskedUrl);
    } catch (RedisException unreachable) {
      findings.add(unreachable(maskedUrl, unreachable));
    }
    return List.copyOf(findings);
  }

  private void examine(RedisClient client, String maskedUrl) {
    try (var connection = client.connect(StringCodec.UTF8)) {
      RedisCommands<String, String> redis = connection.sync();
      if (cluster) {
        cluster(redis, maskedUrl);
      } else {
        operations(redis, maskedUrl);
      }
      Map<String, String> info = info(redis);
      version(info);
      role(info);
      eviction(info);
      persistence(info);
      tracking(redis);
      time(redis);
    }
  }

  private static Finding unreachable(String maskedUrl, RedisException failure) {
    for (Throwable it = failure; it != null; it = it.getCause()) {
      if (it instanceof RedisCommandExecutionException refused) {
        return Finding.fail(
            SERVER,
            maskedUrl
                + " refuses to talk ("
                + kind(refused)
                + "): see to user and password in REDIS_URL");
      }
    }
    return Finding.fail(
        SERVER,
        maskedUrl
            + " does not answer: is it running, and are host, port and TLS right? Honeydo does"
            + " without it meanwhile");
  }

  /** The first word of what the server says, which names the error and quotes nothing. */
  private static String kind(RedisCommandExecutionException refused) {
    String message = String.valueOf(refused.getMessage());
    String word = message.substring(0, Math.max(0, message.indexOf(' ')));
    return word.matches("[A-Z]+") ? word : "an error";
  }

  private void operations(RedisCommands<String, String> redis, String maskedUrl) {
    String key = Keys.health(name);
    try {
      String _ = redis.ping();
      String _ = redis.set(key, name, SetArgs.Builder.px(KEPT));
      boolean kept = name.equals(redis.get(key));
      boolean deleted = redis.del(key) == 1;
      findings.add(
          kept && deleted
              ? Finding.ok(SERVER, maskedUrl + ": ping, set, get and delete work")
              : Finding.fail(SERVER, maskedUrl + " does not keep what it is given"));
    } catch (RedisCommandExecutionException refused) {
      findings.add(
          Finding.fail(
              SERVER,
              maskedUrl
                  + " refuses ping, set, get or delete ("
                  + kind(refused)
                  + "): see to its memory, its role and what its user may do"));
    }
  }

  /** A node has some of the keys only. */
  private void cluster(RedisCommands<String, String> redis, String maskedUrl) {
    try {
      findings.add(
          redis.clusterInfo().contains("cluster_state:ok")
              ? Finding.ok(SERVER, maskedUrl + ": the cluster serves all slots")
              : Finding.fail(SERVER, maskedUrl + ": the cluster does not serve all slots"));
    } catch (RedisCommandExecutionException refused) {
      findings.add(
          Finding.fail(
              SERVER,
              maskedUrl + " is no node of a cluster, or refuses CLUSTER (" + kind(refused) + ")"));
    }
  }

  private Map<String, String> info(RedisCommands<String, String> redis) {
    Map<String, String> info = new HashMap<>();
    try {
      for (String line : redis.info().split("\r?\n", -1)) {
        int colon = line.indexOf(':');
        if (colon > 0) {
          info.put(line.substring(0, colon), line.substring(colon + 1));
        }
      }
    } catch (RedisCommandExecutionException refused) {
      findings.add(
          Finding.warn(
              "redis info",
              "is refused ("
                  + kind(refused)
                  + "), so neither version nor memory are known: let the user run INFO"));
    }
    return info;
  }

  private void version(Map<String, String> info) {
    String version = info.get("redis_version");
    if (version == null) {
      return;
    }
    String[] parts = version.split("\\.", 3);
    int number = parts.length < 2 ? 0 : number(parts[0]) * 100 + number(parts[1]);
    findings.add(
        number >= 602
            ? Finding.ok("redis version", version)
            : Finding.fail("redis version", version + ": Honeydo needs 6.2 or newer"));
  }

  private static int number(String digits) {
    return digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : 0;
  }

  private void role(Map<String, String> info) {
    if (!cluster && "slave".equals(info.get("role"))) {
      findings.add(
          Finding.fail("redis role", "is a replica, which takes no writes: name its primary"));
    }
  }

  private void eviction(Map<String, String> info) {
    String policy = info.get("maxmemory_policy");
    if (policy == null) {
      return;
    }
    long most = size(info.get("maxmemory"));
    if (most == 0) {
      findings.add(Finding.ok("redis memory", "has no bound, so nothing is evicted"));
    } else if (!policy.equals("noeviction")) {
      findings.add(
          Finding.warn(
              "redis memory",
              "maxmemory-policy "
                  + policy
                  + " evicts counts of rate limits and leases of locks"
                  + " when memory is short: set noeviction, or give it memory enough"));
    } else if (size(info.get("used_memory")) > FULL * most) {
      findings.add(
          Finding.warn(
              "redis memory",
              "more than nine tenths of maxmemory are used: when it is full every write is refused,"
                  + " and Honeydo does without Redis"));
    } else {
      findings.add(Finding.ok("redis memory", "noeviction, and there is room"));
    }
  }

  private static long size(@Nullable String digits) {
    return digits != null && digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
  }

  private void persistence(Map<String, String> info) {
    if (!info.containsKey("rdb_last_bgsave_status")) {
      return;
    }
    boolean failing =
        "err".equals(info.get("rdb_last_bgsave_status"))
            || "err".equals(info.get("aof_last_write_status"));
    findings.add(
        failing
            ? Finding.warn(
                "redis persistence",
                "its last save failed, upon which it may refuse writes: see to its disk")
            : Finding.ok(
                "redis persistence",
                ("1".equals(info.get("aof_enabled")) ? "append-only file" : "no append-only file")
                    + "; Honeydo needs none, the record is elsewhere"));
  }

  private void tracking(RedisCommands<String, String> redis) {
    try {
      String _ =
          redis.clientTracking(TrackingArgs.Builder.enabled().bcast().prefixes(Keys.GENERATIONS));
      String _ = redis.clientTracking(TrackingArgs.Builder.enabled(false));
      findings.add(Finding.ok("redis tracking", "the server tells of changes (RESP3)"));
    } catch (RedisException refused) {
      findings.add(
          Finding.warn(
              "redis tracking",
              "CLIENT TRACKING over RESP3 is refused, so instances keep no copies of their own:"
                  + " allow it, and let no proxy stand between"));
    }
  }

  private void time(RedisCommands<String, String> redis) {
    try {
      List<String> time = redis.time();
      Instant there =
          Instant.ofEpochSecond(Long.parseLong(time.get(0)), Long.parseLong(time.get(1)) * 1_000);
      Duration apart = Duration.between(there, clock.instant()).abs();
      String says =
          String.format(Locale.ROOT, "%.1f s apart from Redis'", apart.toMillis() / 1_000.0);
      findings.add(
          apart.compareTo(LEEWAY) > 0
              ? Finding.warn("clock", says + ": let both be set by NTP")
              : Finding.ok("clock", says));
    } catch (RedisCommandExecutionException refused) {
      findings.add(Finding.warn("clock", "Redis does not tell the time: let the user run TIME"));
    }
  }
}
