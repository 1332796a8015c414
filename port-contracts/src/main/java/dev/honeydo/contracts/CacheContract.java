package dev.honeydo.contracts;

/**
 * What every adapter of {@link dev.honeydo.application.port.Cache} must keep. Its test implements
 * this interface, gives what {@link CacheSubject} asks for, and inherits every clause.
 */
public interface CacheContract
    extends CacheReading,
        CacheWriting,
        CacheOvertaking,
        CacheAgeing,
        CacheKinds,
        CachePrefetching {}
