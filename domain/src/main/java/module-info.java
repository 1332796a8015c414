import org.jspecify.annotations.NullMarked;

/**
 * Todos, users and what proves who somebody is: values and rules, written in nothing but the JDK.
 *
 * <p>Every type here is immutable and thread-safe. No value can be built invalid: constructors
 * throw {@link dev.honeydo.domain.InvalidValue}. Null is refused everywhere.
 */
@NullMarked
module dev.honeydo.domain {
  requires static org.jspecify;

  exports dev.honeydo.domain;
  exports dev.honeydo.domain.auth;
  exports dev.honeydo.domain.idempotency;
  exports dev.honeydo.domain.todo;
  exports dev.honeydo.domain.user;
}
