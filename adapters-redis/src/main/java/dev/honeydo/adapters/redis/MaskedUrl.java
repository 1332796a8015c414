package dev.honeydo.adapters.redis;

import io.lettuce.core.RedisURI;

/** A URL cut down to what may be shown: no user, password, database or option. */
final class MaskedUrl {
  private MaskedUrl() {}

  static String of(RedisURI uri, boolean credentials) {
    String host = uri.getHost().contains(":") ? "[" + uri.getHost() + "]" : uri.getHost();
    return (uri.isSsl() ? "rediss://" : "redis://")
        + (credentials ? "***:***@" : "")
        + host
        + ":"
        + uri.getPort();
  }
}
