package dev.honeydo.bootstrap;

import dev.honeydo.application.health.MonitoredCapability;
import dev.honeydo.application.health.MonitoredCapability.Capability;
import dev.honeydo.application.health.MonitoredCapability.Mode;
import dev.honeydo.application.health.MonitoredPart;
import dev.honeydo.application.health.MonitoredPart.Part;
import dev.honeydo.application.port.HealthProbe;
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
    HealthProbe probe = record.healthProbe();
    MonitoredPart store = monitored(Part.STORE, record, probe);
    return List.of(
        shared.redis(),
        onMongo ? monitored(Part.MONGODB, record, probe) : MonitoredPart.unused(Part.MONGODB),
        store);
  }

  private static MonitoredPart monitored(Part part, RecordStore record, HealthProbe probe) {
    return new MonitoredPart(part, Optional.of(record.location()), Optional.of(probe));
  }

  /** What goes on otherwise without Redis, and without the record. */
  static List<MonitoredCapability> capabilities(Shared shared) {
    return List.of(
        overRedis(shared, Capability.CACHE, Mode.FROM_RECORD, "Cache"),
        overRedis(shared, Capability.SESSIONS, Mode.FROM_RECORD, "Cache"),
        overRedis(shared, Capability.RATE_LIMITS, Mode.PER_INSTANCE, "RateLimiter"),
        overRedis(shared, Capability.LOCKS, Mode.POSTPONED, "Locks"),
        overRedis(shared, Capability.EVENTS, Mode.THIS_INSTANCE_ONLY, "Events"),
        overRecord(Capability.SESSIONS, Mode.FROM_COPIES),
        overRecord(Capability.TODOS, Mode.UNAVAILABLE),
        overRecord(Capability.USERS, Mode.UNAVAILABLE),
        overRecord(Capability.IDEMPOTENCY, Mode.UNAVAILABLE));
  }

  private static MonitoredCapability overRedis(
      Shared shared, Capability capability, Mode mode, String port) {
    return new MonitoredCapability(
        capability,
        mode,
        Part.REDIS,
        () -> shared.server().map(it -> it.isCircuitClosed(port)).orElse(true));
  }

  private static MonitoredCapability overRecord(Capability capability, Mode mode) {
    return new MonitoredCapability(capability, mode, Part.STORE, () -> true);
  }
}
