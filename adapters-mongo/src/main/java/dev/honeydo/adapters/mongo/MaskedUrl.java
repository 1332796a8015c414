package dev.honeydo.adapters.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.ServerAddress;
import java.util.stream.Collectors;

/** A connection string cut down to what may be shown: no user, password, database or option. */
final class MaskedUrl {
  private MaskedUrl() {}

  static String of(ConnectionString uri) {
    String scheme = uri.isSrvProtocol() ? "mongodb+srv://" : "mongodb://";
    String credentials = uri.getCredential() == null ? "" : "***:***@";
    return uri.getHosts().stream()
        .map(host -> uri.isSrvProtocol() || host.endsWith(".sock") ? host : withPort(host))
        .collect(Collectors.joining(",", scheme + credentials, ""));
  }

  private static String withPort(String host) {
    return host.startsWith("[") && host.endsWith("]")
        ? host + ":" + ServerAddress.defaultPort()
        : host.lastIndexOf(':') < 0 ? host + ":" + ServerAddress.defaultPort() : host;
  }
}
