package dev.honeydo.contracts;

/**
 * What every adapter of {@link dev.honeydo.application.port.UnheardWriters} must keep. Its test
 * implements this interface, gives what {@link UnheardWritersSubject} asks for, and inherits every
 * clause.
 */
public interface UnheardWritersContract
    extends UnheardWritersEntering,
        UnheardWritersLeaving,
        UnheardWritersForgetting,
        UnheardWritersUnreachable {}
