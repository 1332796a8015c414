package dev.honeydo.bootstrap;

import dev.honeydo.application.health.MonitoredPart;
import dev.honeydo.application.health.MonitoredPart.Part;
import dev.honeydo.application.port.RecordStore;
import dev.honeydo.bootstrap.config.Config;
import dev.honeydo.bootstrap.config.Config.Mongo;
import java.util.List;
import java.util.Optional;

/** What health reports on. */
final class Parts {
  private Parts() {}

  static List<MonitoredPart> of(Config config, RecordStore record, Shared shared) {
    boolean onMongo = config.storage() instanceof Mongo;
    return List.of(
        shared.redis(),
        onMongo ? monitored(Part.MONGODB, record) : MonitoredPart.unused(Part.MONGODB),
        monitored(Part.STORE, record));
  }

  private static MonitoredPart monitored(Part part, RecordStore record) {
    return new MonitoredPart(
        part, Optional.of(record.location()), Optional.of(record.healthProbe()));
  }
}
