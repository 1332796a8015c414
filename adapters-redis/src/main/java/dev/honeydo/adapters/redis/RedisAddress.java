package dev.honeydo.adapters.redis;

import io.lettuce.core.RedisURI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Where Redis is: one server, one that Sentinels name, or a cluster.
 *
 * <p>A cluster is a list of URLs or hosts with commas between ({@code redis://a:7000,b:7000}), or
 * has the scheme {@code redis-cluster://} ({@code rediss-cluster://} with TLS) where one node is
 * enough to find the others by.
 */
sealed interface RedisAddress {
  /** What may be shown of it: no user, password, database or option. */
  String masked();

  /**
   * One server, or the one that Sentinels name.
   *
   * @param uri with credentials, if there are any
   */
  record One(RedisURI uri, boolean credentials) implements RedisAddress {
    @Override
    public String masked() {
      if (uri.getSentinels().isEmpty()) {
        return scheme(uri, "redis") + mask(credentials) + place(uri);
      }
      return scheme(uri, "redis-sentinel") + mask(credentials) + places(uri.getSentinels());
    }
  }

  /**
   * A cluster.
   *
   * @param seeds at least one of its nodes, each with credentials, if there are any
   */
  record Cluster(List<RedisURI> seeds, boolean credentials) implements RedisAddress {
    /** Copies the list. */
    public Cluster {
      seeds = List.copyOf(seeds);
    }

    @Override
    public String masked() {
      RedisURI first = seeds.getFirst();
      return scheme(first, "redis") + mask(credentials) + places(seeds);
    }
  }

  /**
   * The address that a text names.
   *
   * @throws IllegalArgumentException when it names none; the message repeats nothing of it
   */
  static RedisAddress parse(String text) {
    try {
      return parsed(text.strip());
    } catch (NotOurs notOurs) {
      throw notOurs;
    } catch (RuntimeException malformed) {
      // Its message quotes the URL, and a password may be in it.
      throw new IllegalArgumentException(
          "not a Redis URL; right would be, for example, redis://user:password@host:6379/0 with user"
              + " and password percent-encoded");
    }
  }

  private static RedisAddress parsed(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.startsWith("redis-sentinel://") || lower.startsWith("rediss-sentinel://")) {
      RedisURI uri = RedisURI.create(text);
      if (uri.getSentinelMasterId() == null || uri.getSentinelMasterId().isBlank()) {
        throw new NotOurs(
            "a Redis Sentinel URL without the name of its master, which stands behind #, as in"
                + " redis-sentinel://host:26379,host2:26379/0#mymaster");
      }
      return new One(uri, text.contains("@"));
    }
    if (lower.startsWith("redis-cluster://") || lower.startsWith("rediss-cluster://")) {
      return cluster(text.replaceFirst("-(?i:cluster)://", "://"));
    }
    if (!lower.startsWith("redis://") && !lower.startsWith("rediss://")) {
      throw new NotOurs(
          "not a URL of Redis, which begins with redis://, with rediss:// for TLS, with"
              + " redis-sentinel:// or with redis-cluster://");
    }
    return text.contains(",") ? cluster(text) : new One(RedisURI.create(text), text.contains("@"));
  }

  /** What the first says of scheme and credentials holds for those that say nothing. */
  private static Cluster cluster(String text) {
    List<String> nodes = List.of(text.split(",", -1));
    String first = nodes.getFirst();
    int host = Math.max(first.indexOf("://") + 3, first.lastIndexOf('@') + 1);
    String common = first.substring(0, host);
    List<RedisURI> seeds =
        nodes.stream()
            .map(String::strip)
            .map(node -> clustered(node.contains("://") ? node : common + node))
            .toList();
    return new Cluster(seeds, text.contains("@"));
  }

  private static RedisURI clustered(String text) {
    RedisURI uri = RedisURI.create(text);
    if (uri.getDatabase() != 0) {
      throw new NotOurs("a Redis cluster with a database, which it has only one of");
    }
    return uri;
  }

  private static String scheme(RedisURI uri, String name) {
    return (uri.isSsl() ? name.replace("redis", "rediss") : name) + "://";
  }

  private static String mask(boolean credentials) {
    return credentials ? "***:***@" : "";
  }

  private static String places(List<RedisURI> uris) {
    return uris.stream().map(RedisAddress::place).collect(Collectors.joining(","));
  }

  private static String place(RedisURI uri) {
    String host = uri.getHost();
    boolean bare = host.contains(":") && !host.startsWith("[");
    return (bare ? "[" + host + "]" : host) + ":" + uri.getPort();
  }

  /** Says what is wrong in words that repeat nothing. */
  final class NotOurs extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private NotOurs(String message) {
      super(message);
    }
  }
}
