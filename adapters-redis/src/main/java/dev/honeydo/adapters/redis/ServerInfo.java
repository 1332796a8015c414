package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.CacheControl;
import java.util.HashMap;
import java.util.Map;

/**
 * What a server answers to {@code INFO}: lines of a name, a colon and a value. What it does not say
 * counts as 0.
 */
record ServerInfo(Map<String, String> values) {
  static ServerInfo of(String text) {
    Map<String, String> values = new HashMap<>();
    text.lines()
        .forEach(line -> {
          int colon = line.indexOf(':');
          if (colon > 0) {
            values.put(line.substring(0, colon), line.substring(colon + 1).strip());
          }
        });
    return new ServerInfo(Map.copyOf(values));
  }

  CacheControl.Server toServer() {
    return new CacheControl.Server(
        number("used_memory"),
        number("used_memory_peak"),
        fraction("mem_fragmentation_ratio"),
        number("connected_clients"),
        number("total_commands_processed"));
  }

  private long number(String name) {
    try {
      return Long.parseLong(values.getOrDefault(name, "0"));
    } catch (NumberFormatException other) {
      return 0;
    }
  }

  private double fraction(String name) {
    try {
      return Double.parseDouble(values.getOrDefault(name, "0"));
    } catch (NumberFormatException other) {
      return 0;
    }
  }
}
