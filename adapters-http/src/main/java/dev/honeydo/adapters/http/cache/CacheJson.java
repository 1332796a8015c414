package dev.honeydo.adapters.http.cache;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.honeydo.adapters.http.json.JsonText;
import dev.honeydo.application.cache.CacheQueries.Report;
import dev.honeydo.application.port.Cache.Scope;
import dev.honeydo.application.port.CacheControl.Lookups;
import dev.honeydo.application.port.CacheControl.Server;
import dev.honeydo.application.port.CacheControl.State;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** The cache in JSON. */
final class CacheJson {
  private static final String[] UNITS = {"B", "K", "M", "G", "T"};

  private CacheJson() {}

  static void writeStats(JsonGenerator json, Report report) throws IOException {
    State state = report.state();
    json.writeStartObject();
    json.writeObjectFieldStart("cache_stats");
    json.writeNumberField("total_keys", state.keys());
    json.writeNumberField(
        "cache_keys", state.copies().values().stream().mapToLong(Long::longValue).sum());
    json.writeNumberField("session_keys", copies(state, Scope.ACCESS));
    json.writeNumberField("user_cache_keys", copies(state, Scope.PROFILE));
    json.writeNumberField("task_cache_keys", copies(state, Scope.TODOS));
    json.writeStringField(
        "redis_type",
        switch (state.store()) {
          case REDIS -> "Redis";
          case CAFFEINE -> "Caffeine";
        });
    json.writeFieldName("l1");
    write(json, state.near());
    json.writeFieldName("l2");
    write(json, state.shared());
    json.writeEndObject();
    json.writeBooleanField("health", state.healthy());
    JsonText.writeInstant(json, "timestamp", report.at());
    json.writeEndObject();
  }

  private static long copies(State state, Scope scope) {
    return state.copies().getOrDefault(scope, 0L);
  }

  private static void write(JsonGenerator json, Lookups lookups) throws IOException {
    json.writeStartObject();
    json.writeNumberField("hits", lookups.hits());
    json.writeNumberField("misses", lookups.misses());
    long all = lookups.hits() + lookups.misses();
    if (all == 0) {
      json.writeNullField("hit_ratio");
    } else {
      json.writeNumberField("hit_ratio", Math.round(1e4 * lookups.hits() / all) / 1e4);
    }
    json.writeNumberField("size", lookups.size());
    json.writeEndObject();
  }

  static void writeInfo(JsonGenerator json, Optional<Server> server) throws IOException {
    json.writeStartObject();
    if (server.isPresent()) {
      Server known = server.get();
      json.writeNumberField("used_memory", known.usedMemory());
      json.writeStringField("used_memory_human", human(known.usedMemory()));
      json.writeStringField("used_memory_peak_human", human(known.peakMemory()));
      json.writeNumberField("mem_fragmentation_ratio", fragmentation(known));
      json.writeNumberField("connected_clients", known.clients());
      json.writeNumberField("total_commands_processed", known.commands());
    } else {
      json.writeNullField("used_memory");
      json.writeNullField("used_memory_human");
      json.writeNullField("used_memory_peak_human");
      json.writeNullField("mem_fragmentation_ratio");
      json.writeNullField("connected_clients");
      json.writeNullField("total_commands_processed");
    }
    json.writeEndObject();
  }

  /** As Redis has it: what the system gave for what is used, to two digits. */
  private static double fragmentation(Server known) {
    return known.usedMemory() == 0
        ? 0
        : Math.round(100.0 * known.residentMemory() / known.usedMemory()) / 100.0;
  }

  /** As Redis writes it, for example {@code 1.02M}. */
  static String human(long bytes) {
    double amount = bytes;
    int unit = 0;
    while (amount >= 1024 && unit < UNITS.length - 1) {
      amount /= 1024;
      unit++;
    }
    return unit == 0 ? bytes + "B" : String.format(Locale.ROOT, "%.2f%s", amount, UNITS[unit]);
  }
}
