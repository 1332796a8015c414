package dev.honeydo.contracts;

import static dev.honeydo.contracts.WrongDouble.leaking;

import dev.honeydo.application.port.IdempotencyLedger;
import java.util.List;
import java.util.stream.Stream;

/** Every wrong double of ledgers. */
final class WrongIdempotencyLedgers {
  private WrongIdempotencyLedgers() {}

  static List<WrongDouble<IdempotencyLedger>> all() {
    return Stream.of(
            WrongIdempotencyLedgersClaiming.ALL,
            WrongIdempotencyLedgersCompleting.ALL,
            WrongIdempotencyLedgersReleasing.ALL,
            WrongIdempotencyLedgersExpiring.ALL,
            LEAKING)
        .flatMap(List::stream)
        .toList();
  }

  private static final List<WrongDouble<IdempotencyLedger>> LEAKING =
      List.of(
          leaking("IDEM-50", IdempotencyLedger.class, "claim"),
          leaking("IDEM-51", IdempotencyLedger.class, "complete"),
          leaking("IDEM-52", IdempotencyLedger.class, "abandon"),
          leaking("IDEM-53", IdempotencyLedger.class, "withdraw"),
          leaking("IDEM-54", IdempotencyLedger.class, "purge"));
}
