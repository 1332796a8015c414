package dev.honeydo.domain.idempotency;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.UUID;

/**
 * Where the ids of everything come from that one request makes, however often it is begun anew.
 *
 * @param value the id of the one thing that it makes, where it makes one
 */
public record Seed(UUID value) {

  /**
   * The id of the thing that stands at {@code index} where the request makes several: always the
   * same for the same seed (a UUIDv8 of SHA-256; RFC 9562, section 5.8).
   *
   * @param index 0 or more
   */
  public UUID derived(int index) {
    MessageDigest sha256 = ClaimKey.sha256();
    sha256.update(
        ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES)
            .putLong(value.getMostSignificantBits())
            .putLong(value.getLeastSignificantBits())
            .putInt(index)
            .flip());
    ByteBuffer digest = ByteBuffer.wrap(sha256.digest());
    long most = (digest.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L;
    long least = (digest.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(most, least);
  }
}
