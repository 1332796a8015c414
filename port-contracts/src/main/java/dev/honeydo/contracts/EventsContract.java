package dev.honeydo.contracts;

/**
 * What every adapter of {@link dev.honeydo.application.port.Events} must keep. Its test implements
 * this interface, gives what {@link EventsSubject} asks for, and inherits every clause.
 */
public interface EventsContract extends EventsTelling, EventsMissing, EventsWaiting {}
