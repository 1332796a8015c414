package dev.honeydo.contracts;

/**
 * What every adapter of {@link dev.honeydo.application.port.RefreshFamilies} must keep. Its test
 * implements this interface, gives what {@link RefreshFamiliesSubject} asks for, and inherits every
 * clause.
 */
public interface RefreshFamiliesContract
    extends RefreshFamiliesRotating,
        RefreshFamiliesFinding,
        RefreshFamiliesEnding,
        RefreshFamiliesClearing,
        RefreshFamiliesUnreachable {}
