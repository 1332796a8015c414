package dev.honeydo.contracts;

/**
 * What every adapter of {@link dev.honeydo.application.port.Locks} must keep. Its test implements
 * this interface, gives what {@link LocksSubject} asks for, and inherits every clause.
 */
public interface LocksContract extends LocksExcluding, LocksInterrupting, LocksLosing {}
