import org.jspecify.annotations.NullMarked;

/**
 * What Honeydo does: one final class for each use case, and the ports through which it asks the
 * outside world for what it needs.
 *
 * <p>Everything here is thread-safe. Null is refused everywhere. A business refusal is a case of a
 * sealed outcome; trouble outside is {@link dev.honeydo.application.port.PortUnavailable}; anything
 * else that is thrown is a bug.
 */
@NullMarked
module dev.honeydo.application {
  requires transitive dev.honeydo.domain;
  requires static org.jspecify;

  exports dev.honeydo.application.auth;
  exports dev.honeydo.application.cache;
  exports dev.honeydo.application.event;
  exports dev.honeydo.application.health;
  exports dev.honeydo.application.idempotency;
  exports dev.honeydo.application.job;
  exports dev.honeydo.application.limit;
  exports dev.honeydo.application.port;
  exports dev.honeydo.application.session;
  exports dev.honeydo.application.todo;
  exports dev.honeydo.application.user;
}
