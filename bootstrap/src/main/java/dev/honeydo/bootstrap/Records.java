package dev.honeydo.bootstrap;

import dev.honeydo.adapters.mongo.MongoAdapters;
import dev.honeydo.adapters.sqlite.SqliteAdapters;
import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.RecordStore;
import dev.honeydo.application.port.RecordStoreProvider;
import dev.honeydo.bootstrap.config.Config;
import dev.honeydo.bootstrap.config.Config.Embedded;
import dev.honeydo.bootstrap.config.Config.Mongo;
import dev.honeydo.bootstrap.config.Config.Provided;
import dev.honeydo.bootstrap.config.InvalidConfig;
import dev.honeydo.bootstrap.config.InvalidConfig.Mistake;
import java.time.InstantSource;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/** Opens the record that the configuration names. To keep it elsewhere, begin here. */
final class Records {
  private Records() {}

  /**
   * The record, open.
   *
   * @throws InvalidConfig when {@code DB_URI} names no record
   * @throws StartFailed when the record refuses to be opened
   */
  static RecordStore open(Config config, InstantSource clock) {
    return switch (config.storage()) {
      case Embedded() -> embedded(config, clock);
      case Mongo mongo -> connected(() -> MongoAdapters.open(settings(mongo), clock));
      case Provided(String uri) -> connected(() -> provider(uri).open(uri, clock));
    };
  }

  private static RecordStore embedded(Config config, InstantSource clock) {
    try {
      return SqliteAdapters.open(config.dataDirectory(), clock);
    } catch (SqliteAdapters.DataDirectoryUnusable unusable) {
      throw new StartFailed(String.valueOf(unusable.getMessage()), unusable);
    }
  }

  static MongoAdapters.Config settings(Mongo mongo) {
    return new MongoAdapters.Config(
        mongo.uri(), mongo.database(), mongo.todoCollection(), mongo.userCollection());
  }

  private static RecordStore connected(Supplier<RecordStore> opening) {
    try {
      return opening.get();
    } catch (IllegalArgumentException wrong) {
      throw new InvalidConfig(List.of(new Mistake("DB_URI", "is " + wrong.getMessage())));
    } catch (PortUnavailable refused) {
      // Only the kind of failure: a message of somebody's driver may quote the URI.
      throw new StartFailed(
          "the record that DB_URI names refuses to be opened (" + kindOf(refused) + ")", refused);
    }
  }

  private static String kindOf(PortUnavailable refused) {
    Throwable cause = refused.getCause();
    return cause == null ? "for no reason given" : cause.getClass().getSimpleName();
  }

  private static RecordStoreProvider provider(String uri) {
    String scheme = uri.substring(0, uri.indexOf(':'));
    List<RecordStoreProvider> providers =
        ServiceLoader.load(RecordStoreProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    return providers.stream()
        .filter(it -> it.scheme().equals(scheme))
        .findFirst()
        .orElseThrow(() -> new InvalidConfig(List.of(unknownScheme(providers))));
  }

  private static Mistake unknownScheme(List<RecordStoreProvider> providers) {
    List<String> others = providers.stream().map(it -> ", " + it.scheme() + ":").toList();
    return new Mistake(
        "DB_URI", "must begin with mongodb://, mongodb+srv://" + String.join("", others));
  }
}
