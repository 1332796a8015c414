package dev.honeydo.application.port;

import dev.honeydo.domain.auth.RefreshLink;
import dev.honeydo.domain.auth.RefreshToken;
import java.util.Optional;

/**
 * Turns the links of refresh families into tokens and back.
 *
 * <p><b>Guarantees.</b> The token of a link is always the same, so that it can be given twice
 * though it is kept nowhere; nobody can make one without the key.
 *
 * <p>Thread-safe; never unavailable.
 */
public interface RefreshTokens {

  /** The token of that link. */
  RefreshToken tokenOf(RefreshLink link);

  /** The link that a token stands for, or empty where it is not one of ours. */
  Optional<RefreshLink> read(RefreshToken token);
}
