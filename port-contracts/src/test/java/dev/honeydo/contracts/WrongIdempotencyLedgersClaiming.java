package dev.honeydo.contracts;

import static dev.honeydo.application.port.IdempotencyLedger.LEASE;
import static dev.honeydo.contracts.IdempotencyLedgerDefect.claiming;
import static dev.honeydo.contracts.WrongDouble.breaking;
import static dev.honeydo.contracts.WrongDouble.inARace;

import dev.honeydo.application.port.IdempotencyLedger;
import dev.honeydo.application.port.IdempotencyLedger.Claim;
import dev.honeydo.application.port.IdempotencyLedger.InFlight;
import dev.honeydo.application.port.IdempotencyLedger.Mismatch;
import dev.honeydo.application.port.IdempotencyLedger.Replay;
import dev.honeydo.application.port.IdempotencyLedger.Won;
import dev.honeydo.contracts.IdempotencyLedgerDefect.Asked;
import dev.honeydo.contracts.IdempotencyLedgerDefect.Spoilt;
import dev.honeydo.domain.idempotency.ClaimKey;
import dev.honeydo.domain.idempotency.Fingerprint;
import dev.honeydo.domain.idempotency.Seed;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Doubles that let the wrong ones act, or tell them wrong things. */
final class WrongIdempotencyLedgersClaiming {
  private WrongIdempotencyLedgersClaiming() {}

  static final List<WrongDouble<IdempotencyLedger>> ALL =
      List.of(
          breaking("IDEM-1", "makes seeds of its own", WrongIdempotencyLedgersClaiming::reseeding),
          breaking(
              "IDEM-2",
              "lets a key be claimed twice at one moment",
              claiming((it, asked, answer) ->
                  answer instanceof InFlight
                          && !inARace()
                          && it.calls.are("claim", "claim")
                          && it.sinceFirst(asked.key()).isZero()
                      ? asked.won()
                      : answer)),
          breaking(
              "IDEM-3",
              "knows of its own claims alone",
              claiming((it, asked, answer) ->
                  answer instanceof InFlight && !inARace() && it.known(asked.key()).isEmpty()
                      ? asked.won()
                      : answer)),
          breaking(
              "IDEM-4",
              "takes keys for the same that differ in a last digit",
              (right, _) -> keyed(right, it -> it.replaceFirst("[0-9]$", "0"))),
          breaking(
              "IDEM-5",
              "takes keys for the same whatever their case",
              (right, _) -> keyed(right, it -> it.toLowerCase(Locale.ROOT))),
          breaking(
              "IDEM-6",
              "lets all win who claim a new key at once",
              claiming((it, asked, answer) ->
                  answer instanceof InFlight && inARace() && it.isNew() ? asked.won() : answer)),
          breaking(
              "IDEM-7",
              "asks nobody in flight what they are about",
              claiming((it, asked, answer) ->
                  answer instanceof Mismatch
                          && isHeld(it, asked)
                          && it.known(asked.key())
                              .filter(known -> known.isAboutAnother(asked))
                              .isPresent()
                      ? new InFlight()
                      : answer)),
          breaking(
              "IDEM-8",
              "answers with what is complete whoever asks for whatever",
              claiming((it, asked, answer) ->
                  answer instanceof Mismatch && it.answers.containsKey(asked.key())
                      ? new Replay(it.answers.get(asked.key()))
                      : answer)),
          breaking(
              "IDEM-9",
              "forgets the fingerprint with the lease",
              claiming((it, asked, answer) ->
                  answer instanceof Mismatch && isOver(it, asked) ? asked.won() : answer)),
          breaking(
              "IDEM-10",
              "takes fingerprints for the same whatever their case",
              (right, _) -> fingerprinted(right, it -> it.toLowerCase(Locale.ROOT))),
          breaking(
              "IDEM-11",
              "gives a lease of four seconds",
              claiming((it, asked, answer) ->
                  answer instanceof InFlight
                          && !inARace()
                          && it.sinceFirst(asked.key()).equals(it.sinceLast(asked.key()))
                          && it.sinceFirst(asked.key()).compareTo(Duration.ofSeconds(4)) >= 0
                      ? asked.won()
                      : answer)),
          breaking(
              "IDEM-12",
              "counts the last moment to the lease",
              claiming((it, asked, answer) ->
                  answer instanceof Won && it.sinceLast(asked.key()).equals(LEASE)
                      ? new InFlight()
                      : answer)),
          breaking(
              "IDEM-13",
              "counts to three",
              claiming((_, _, answer) ->
                  answer instanceof Won(Claim claim) && claim.attempt() > 3
                      ? new Won(new Claim(claim.key(), claim.seed(), 3))
                      : answer)),
          breaking(
              "IDEM-13",
              "gives who claims a third time a seed of their own",
              claiming((_, asked, answer) ->
                  answer instanceof Won(Claim claim) && claim.attempt() > 2
                      ? new Won(new Claim(claim.key(), asked.seed(), claim.attempt()))
                      : answer)),
          breaking(
              "IDEM-14",
              "gives who follows half a lease",
              claiming((it, asked, answer) ->
                  answer instanceof InFlight
                          && !inARace()
                          && it.sinceFirst(asked.key()).compareTo(LEASE) >= 0
                          && it.sinceLast(asked.key()).compareTo(LEASE.dividedBy(2)) >= 0
                      ? asked.won()
                      : answer)),
          breaking(
              "IDEM-15",
              "lets all win who follow at once",
              claiming((it, asked, answer) ->
                  answer instanceof InFlight && inARace() && it.old.contains(asked.key())
                      ? asked.won()
                      : answer)),
          breaking(
              "IDEM-16",
              "lets one key be claimed at a time",
              claiming((it, _, answer) ->
                  answer instanceof Won && inARace() && !it.noted.add("busy")
                      ? new InFlight()
                      : answer)));

  private static boolean isHeld(Spoilt it, Asked asked) {
    return !it.answers.containsKey(asked.key())
        && it.released.isEmpty()
        && it.sinceLast(asked.key()).compareTo(LEASE) < 0;
  }

  private static boolean isOver(Spoilt it, Asked asked) {
    return !it.answers.containsKey(asked.key())
        && it.released.isEmpty()
        && it.sinceLast(asked.key()).compareTo(LEASE) >= 0;
  }

  private static IdempotencyLedger reseeding(IdempotencyLedger right) {
    return new Renaming(right) {
      @Override
      Seed seed(Seed seed) {
        return new Seed(new UUID(seed.value().getLeastSignificantBits(), 0));
      }
    };
  }

  private static IdempotencyLedger keyed(IdempotencyLedger right, UnaryOperator<String> change) {
    return new Renaming(right) {
      @Override
      ClaimKey key(ClaimKey key) {
        return new ClaimKey(change.apply(key.value()));
      }
    };
  }

  private static IdempotencyLedger fingerprinted(
      IdempotencyLedger right, UnaryOperator<String> change) {
    return new Renaming(right) {
      @Override
      Fingerprint fingerprint(Fingerprint fingerprint) {
        return new Fingerprint(change.apply(fingerprint.value()));
      }
    };
  }
}
