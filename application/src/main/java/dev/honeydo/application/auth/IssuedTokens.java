package dev.honeydo.application.auth;

import dev.honeydo.domain.auth.AccessToken;
import dev.honeydo.domain.auth.RefreshToken;
import java.time.Duration;

/**
 * What a client goes on with after a login or a refresh.
 *
 * @param expiresIn how long the access token is good for
 */
public record IssuedTokens(AccessToken access, Duration expiresIn, RefreshToken refresh) {}
