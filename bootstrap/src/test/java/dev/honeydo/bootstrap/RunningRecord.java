package dev.honeydo.bootstrap;

import dev.honeydo.application.port.RecordStore;
import dev.honeydo.bootstrap.config.Config;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Honeydo over one record, started as {@code Main} starts it, with a clock that can be moved on.
 */
final class RunningRecord implements AutoCloseable {
  /** The address of the admin, who is the first to register. */
  static final String ADMIN = "root@example.org";

  /** Settings that switch every limit off. */
  static final Map<String, String> NO_LIMITS =
      Map.of(
          "RATE_LIMIT_LOGIN", "off",
          "RATE_LIMIT_REGISTER", "off",
          "RATE_LIMIT_REFRESH", "off",
          "RATE_LIMIT_API", "off");

  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
  private final Function<InstantSource, Honeydo> start;
  private Honeydo honeydo;

  private RunningRecord(Function<InstantSource, Honeydo> start) {
    this.start = start;
    this.honeydo = start.apply(this::now);
    Api.Answer _ = api().register(ADMIN);
  }

  /** Over the record that these settings name. */
  static RunningRecord configured(Path dataDirectory, Map<String, String> settings) {
    Config config = config(dataDirectory, settings);
    return new RunningRecord(clock -> Honeydo.start(config, clock));
  }

  /** Over this record, whatever it is. */
  static RunningRecord over(Path dataDirectory, Function<InstantSource, RecordStore> record) {
    return over(dataDirectory, Map.of(), record);
  }

  /** Over this record, whatever it is, with these settings. */
  static RunningRecord over(
      Path dataDirectory,
      Map<String, String> settings,
      Function<InstantSource, RecordStore> record) {
    Config config = config(dataDirectory, settings);
    AtomicReference<RecordStore> kept = new AtomicReference<>();
    return new RunningRecord(clock -> {
      RecordStore same = kept.updateAndGet(it -> it == null ? record.apply(clock) : it);
      return Honeydo.start(config, same, clock, new Resources());
    });
  }

  private static Config config(Path dataDirectory, Map<String, String> settings) {
    // Tests ask for more than people do; those about limits set their own.
    Map<String, String> all = new HashMap<>(NO_LIMITS);
    all.putAll(settings);
    all.put("PORT", "0");
    all.put("ADMIN_EMAIL", ADMIN);
    all.put("DATA_DIR", dataDirectory.toString());
    return Config.from(all);
  }

  Api api() {
    return Api.at(honeydo.address());
  }

  void restart() {
    close();
    honeydo = start.apply(this::now);
  }

  void elapse(Duration time) {
    ahead.updateAndGet(it -> it.plus(time));
  }

  private Instant now() {
    return Instant.now().plus(ahead.get());
  }

  @Override
  public void close() {
    Api.hangUp();
    honeydo.close();
  }
}
