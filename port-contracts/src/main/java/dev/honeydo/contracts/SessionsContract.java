package dev.honeydo.contracts;

/**
 * What every adapter of {@link dev.honeydo.application.port.Sessions} must keep. Its test
 * implements this interface, gives what {@link SessionsSubject} asks for, and inherits every
 * clause.
 */
public interface SessionsContract
    extends SessionsKeeping,
        SessionsExpiring,
        SessionsLimiting,
        SessionsRevoking,
        SessionsListing,
        SessionsSeeing,
        SessionsAnnotating,
        SessionsRekeying,
        SessionsClearing,
        SessionsUnreachable {}
