package dev.honeydo.bootstrap;

import dev.honeydo.adapters.mongo.MongoAdapters;
import dev.honeydo.adapters.sqlite.SqliteAdapters;
import dev.honeydo.application.health.MonitoredPart;
import dev.honeydo.application.health.MonitoredPart.Part;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.bootstrap.config.Config;
import dev.honeydo.bootstrap.config.Config.Embedded;
import dev.honeydo.bootstrap.config.Config.Mongo;
import dev.honeydo.bootstrap.config.InvalidConfig;
import dev.honeydo.bootstrap.config.InvalidConfig.Mistake;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Opens the record that the configuration names. To keep it elsewhere, change it here. */
final class Records {
  private Records() {}

  static Adapters open(Config config, InstantSource clock, Resources resources) {
    return switch (config.storage()) {
      case Embedded() -> embedded(config, clock, resources);
      case Mongo mongo -> mongo(mongo, clock, resources);
    };
  }

  private static Adapters embedded(Config config, InstantSource clock, Resources resources) {
    SqliteAdapters sqlite = resources.opened(sqlite(config, clock));
    MonitoredPart store =
        new MonitoredPart(
            Part.STORE, Optional.of("sqlite:honeydo.db"), Optional.of(sqlite.healthProbe()));
    return new Adapters(
        sqlite.users(),
        sqlite.todos(),
        sqlite.sessions(),
        sqlite.refreshFamilies(),
        List.of(MonitoredPart.unused(Part.REDIS), MonitoredPart.unused(Part.MONGODB), store));
  }

  private static SqliteAdapters sqlite(Config config, InstantSource clock) {
    try {
      return SqliteAdapters.open(config.dataDirectory(), clock);
    } catch (SqliteAdapters.DataDirectoryUnusable unusable) {
      throw new StartFailed(String.valueOf(unusable.getMessage()), unusable);
    }
  }

  private static Adapters mongo(Mongo config, InstantSource clock, Resources resources) {
    MongoAdapters mongo = resources.opened(connected(config, clock));
    Optional<String> url = Optional.of(mongo.maskedUrl());
    return new Adapters(
        mongo.users(),
        mongo.todos(),
        mongo.sessions(),
        mongo.refreshFamilies(),
        List.of(
            MonitoredPart.unused(Part.REDIS),
            new MonitoredPart(Part.MONGODB, url, Optional.of(mongo.healthProbe())),
            new MonitoredPart(Part.STORE, url, Optional.of(mongo.healthProbe()))));
  }

  private static MongoAdapters connected(Mongo config, InstantSource clock) {
    try {
      return MongoAdapters.open(
          new MongoAdapters.Config(
              config.uri(), config.database(), config.todoCollection(), config.userCollection()),
          clock);
    } catch (IllegalArgumentException wrong) {
      throw new InvalidConfig(List.of(new Mistake("DB_URI", "is " + wrong.getMessage())));
    } catch (PortUnavailable refused) {
      throw new StartFailed(
          "the MongoDB that DB_URI names refuses to work with it: " + refused.getCause(), refused);
    }
  }
}
