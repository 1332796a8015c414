package dev.honeydo.application.auth;

import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.domain.auth.AccessClaims;
import dev.honeydo.domain.auth.Session;
import java.util.Optional;

/**
 * Tells whether what a genuine access token claims still holds.
 *
 * <p>Thread-safe.
 */
public interface AccessChecks {

  /**
   * The live session that the token was issued in; or empty where that has ended, where the token
   * itself was revoked, or where its epoch is over.
   *
   * @throws PortUnavailable when nobody can tell
   */
  Optional<Session> check(AccessClaims claims);
}
