package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.CacheControl;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * What servers answer to {@code INFO}: lines of a name, a colon and a value. What they do not say
 * counts as 0. Of several, numbers are added up.
 */
record ServerInfo(List<Map<String, String>> servers) {
  static ServerInfo of(List<String> texts) {
    return new ServerInfo(texts.stream().map(ServerInfo::values).toList());
  }

  private static Map<String, String> values(String text) {
    Map<String, String> values = new HashMap<>();
    text.lines()
        .forEach(line -> {
          int colon = line.indexOf(':');
          if (colon > 0) {
            values.put(line.substring(0, colon), line.substring(colon + 1).strip());
          }
        });
    return Map.copyOf(values);
  }

  CacheControl.Server toServer() {
    return new CacheControl.Server(
        number("used_memory"),
        number("used_memory_peak"),
        number("used_memory_rss"),
        number("connected_clients"),
        number("total_commands_processed"));
  }

  private long number(String name) {
    return sum(it -> number(it, name));
  }

  private long sum(ToLongFunction<Map<String, String>> each) {
    return servers.stream().mapToLong(each).sum();
  }

  private static long number(Map<String, String> values, String name) {
    try {
      return Long.parseLong(values.getOrDefault(name, "0"));
    } catch (NumberFormatException other) {
      return 0;
    }
  }
}
