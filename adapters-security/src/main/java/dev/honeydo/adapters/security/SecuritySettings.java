package dev.honeydo.adapters.security;

import dev.honeydo.domain.InvalidValue;
import dev.honeydo.domain.Violation;

/**
 * What the adapters are opened with.
 *
 * @param issuer the {@code iss} of access tokens, not empty
 * @param concurrentHashes how many passwords may be hashed at once, 1 to 1024: as many as there are
 *     processors, and no more than the heap has room for at {@code passwordCost}
 */
public record SecuritySettings(
    SigningKeys signingKeys, String issuer, Argon2Cost passwordCost, int concurrentHashes) {
  /** The one algorithm that access tokens are signed with. */
  public static final String JWT_ALGORITHM = "HS256";

  /** The issuer of an installation that has named none. */
  public static final String DEFAULT_ISSUER = "honeydo";

  private static final int MOST_CONCURRENT = 1024;

  /**
   * Checks the bounds.
   *
   * @throws InvalidValue when one of them is broken
   */
  public SecuritySettings {
    if (issuer.isEmpty()) {
      throw new InvalidValue(Violation.REQUIRED, "the issuer must not be empty");
    }
    if (concurrentHashes < 1 || concurrentHashes > MOST_CONCURRENT) {
      throw new InvalidValue(
          Violation.OUT_OF_RANGE, "1 to " + MOST_CONCURRENT + " passwords can be hashed at once");
    }
  }
}
