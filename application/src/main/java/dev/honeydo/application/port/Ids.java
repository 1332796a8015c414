package dev.honeydo.application.port;

import java.util.UUID;

/**
 * Where new ids come from.
 *
 * <p>Thread-safe; never unavailable.
 */
public interface Ids {

  /** An id that nobody has had: a UUIDv7 (RFC 9562, section 5.7), greater than any given before. */
  UUID next();
}
