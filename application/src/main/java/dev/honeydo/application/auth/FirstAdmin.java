package dev.honeydo.application.auth;

import dev.honeydo.domain.user.EmailAddress;
import dev.honeydo.domain.user.EmailKey;
import java.util.Optional;

/**
 * Who becomes an admin by registering, if nobody has registered before.
 *
 * @param address absent where nobody does
 */
public record FirstAdmin(Optional<EmailKey> address) {
  /** Nobody becomes an admin. */
  public static final FirstAdmin NOBODY = new FirstAdmin(Optional.empty());

  /** Whoever has that address. */
  public static FirstAdmin of(EmailAddress address) {
    return new FirstAdmin(Optional.of(address.key()));
  }

  boolean is(EmailAddress email) {
    return address.filter(email.key()::equals).isPresent();
  }
}
