package dev.honeydo.domain.auth;

import dev.honeydo.domain.Identifiers;
import java.util.Optional;
import java.util.UUID;

/** Names one access token ({@code jti}, RFC 7519, section 4.1.7). */
public record TokenId(UUID value) {

  /** The id that {@code text} writes, or empty where it writes none. */
  public static Optional<TokenId> parse(String text) {
    return Identifiers.parse(text).map(TokenId::new);
  }

  /** The canonical text of the id, which {@link #parse} reads. */
  @Override
  public String toString() {
    return value.toString();
  }
}
