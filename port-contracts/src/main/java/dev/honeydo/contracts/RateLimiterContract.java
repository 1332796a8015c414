package dev.honeydo.contracts;

/**
 * What every adapter of {@link dev.honeydo.application.port.RateLimiter} must keep. Its test
 * implements this interface, gives what {@link RateLimiterSubject} asks for, and inherits every
 * clause.
 */
public interface RateLimiterContract extends RateLimiterCounting, RateLimiterSharing {}
