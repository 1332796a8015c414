package dev.honeydo.contracts;

/**
 * What every adapter of {@link dev.honeydo.application.port.Users} must keep. Its test implements
 * this interface, gives what {@link UsersSubject} asks for, and inherits every clause.
 */
public interface UsersContract
    extends UsersKeeping, UsersReplacing, UsersListing, UsersRehashing, UsersUnreachable {}
