package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.RefreshTokens;
import dev.honeydo.domain.auth.RefreshLink;
import dev.honeydo.domain.auth.RefreshToken;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens that say nothing: which link each stands for is kept in a map. */
public final class InMemoryRefreshTokens implements RefreshTokens {
  private final Map<RefreshLink, RefreshToken> tokens = new ConcurrentHashMap<>();
  private final Map<RefreshToken, RefreshLink> links = new ConcurrentHashMap<>();

  @Override
  public RefreshToken tokenOf(RefreshLink link) {
    return tokens.computeIfAbsent(
        link,
        _ -> {
          RefreshToken token = new RefreshToken("refresh." + UUID.randomUUID());
          links.put(token, link);
          return token;
        });
  }

  @Override
  public Optional<RefreshLink> read(RefreshToken token) {
    return Optional.ofNullable(links.get(token));
  }
}
