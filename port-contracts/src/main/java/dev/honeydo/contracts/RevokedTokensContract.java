package dev.honeydo.contracts;

/**
 * What every adapter of {@link dev.honeydo.application.port.RevokedTokens} must keep. Its test
 * implements this interface, gives what {@link RevokedTokensSubject} asks for, and inherits every
 * clause.
 */
public interface RevokedTokensContract
    extends RevokedTokensRevoking,
        RevokedTokensAdvancing,
        RevokedTokensPurging,
        RevokedTokensUnreachable {}
