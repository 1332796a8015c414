package dev.honeydo.contracts;

/**
 * What every adapter of {@link dev.honeydo.application.port.IdempotencyLedger} must keep. Its test
 * implements this interface, gives what {@link IdempotencyLedgerSubject} asks for, and inherits
 * every clause.
 */
public interface IdempotencyLedgerContract
    extends IdempotencyLedgerClaiming,
        IdempotencyLedgerCompleting,
        IdempotencyLedgerReleasing,
        IdempotencyLedgerExpiring,
        IdempotencyLedgerUnreachable {}
