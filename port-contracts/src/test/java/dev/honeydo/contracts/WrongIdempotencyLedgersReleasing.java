package dev.honeydo.contracts;

import static dev.honeydo.contracts.IdempotencyLedgerDefect.abandoning;
import static dev.honeydo.contracts.IdempotencyLedgerDefect.claiming;
import static dev.honeydo.contracts.IdempotencyLedgerDefect.withdrawing;
import static dev.honeydo.contracts.WrongDouble.breaking;

import dev.honeydo.application.port.IdempotencyLedger;
import dev.honeydo.application.port.IdempotencyLedger.Claim;
import dev.honeydo.application.port.IdempotencyLedger.InFlight;
import dev.honeydo.application.port.IdempotencyLedger.Mismatch;
import dev.honeydo.application.port.IdempotencyLedger.Overtaken;
import dev.honeydo.application.port.IdempotencyLedger.Replay;
import dev.honeydo.application.port.IdempotencyLedger.Won;
import dev.honeydo.contracts.IdempotencyLedgerDefect.Asked;
import dev.honeydo.contracts.IdempotencyLedgerDefect.Known;
import dev.honeydo.contracts.IdempotencyLedgerDefect.OnClaim;
import dev.honeydo.contracts.IdempotencyLedgerDefect.OnRelease;
import dev.honeydo.contracts.IdempotencyLedgerDefect.Spoilt;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/** Doubles that release too much, or too little. */
final class WrongIdempotencyLedgersReleasing {
  private WrongIdempotencyLedgersReleasing() {}

  static final List<WrongDouble<IdempotencyLedger>> ALL =
      List.of(
          breaking(
              "IDEM-28",
              "gives who follows one that has abandoned a seed of their own",
              following((asked, claim) -> new Claim(claim.key(), asked.seed(), claim.attempt()))),
          breaking(
              "IDEM-28",
              "counts anew after one that has abandoned",
              following((_, claim) -> new Claim(claim.key(), claim.seed(), 1))),
          breaking(
              "IDEM-29",
              "lets who abandons be followed by anything",
              claiming((it, asked, answer) ->
                  answer instanceof Mismatch && !it.released.isEmpty() ? asked.won() : answer)),
          breaking(
              "IDEM-30",
              "lets who comes late abandon another's claim",
              abandoning(
                  stale(
                      (it, claim) -> !it.released.contains(claim),
                      (it, claim) -> it.right.abandon(claim)))),
          breaking(
              "IDEM-31",
              "lets who has abandoned abandon another's claim",
              abandoning(
                  stale(
                      (it, claim) -> it.released.contains(claim),
                      (it, claim) -> it.right.abandon(claim)))),
          breaking("IDEM-32", "lets go of what is complete when it is abandoned", losing(true)),
          breaking(
              "IDEM-33",
              "remembers what it was about that was withdrawn",
              claiming((it, asked, answer) ->
                  it.calls.are("claim", "withdraw", "claim")
                          && it.known(asked.key())
                              .filter(known -> known.isAboutAnother(asked))
                              .isPresent()
                      ? new Mismatch()
                      : answer)),
          breaking(
              "IDEM-34",
              "gives the seed of what was withdrawn again",
              claiming(reusingSeeds((it, known) -> it.released.contains(known.claim())))),
          breaking(
              "IDEM-35",
              "lets who comes late withdraw another's claim",
              withdrawing(
                  stale(
                      (it, claim) -> !it.released.contains(claim),
                      (it, claim) -> it.right.withdraw(claim)))),
          breaking("IDEM-36", "lets go of what is complete when it is withdrawn", losing(false)),
          breaking(
              "IDEM-37",
              "lets who has withdrawn withdraw another's claim",
              withdrawing(
                  stale(
                      (it, claim) -> it.released.contains(claim),
                      (it, claim) -> it.right.withdraw(claim)))));

  /** Changes the claim of who comes right after one that has abandoned theirs. */
  private static IdempotencyLedgerDefect following(BiFunction<Asked, Claim, Claim> change) {
    return claiming((it, asked, answer) ->
        answer instanceof Won(Claim claim) && it.calls.are("claim", "abandon", "claim")
            ? new Won(change.apply(asked, claim))
            : answer);
  }

  /** Releases the latest claim where the one that comes is not it. */
  private static OnRelease stale(BiPredicate<Spoilt, Claim> wrong, OnRelease release) {
    return (it, claim) -> {
      if (claim.equals(it.latest(claim)) || !wrong.test(it, claim)) {
        return release.release(it, claim);
      }
      IdempotencyLedger.Release _ = release.release(it, it.latest(claim));
      return new Overtaken();
    };
  }

  /** Takes back an answer when its claim is released. */
  private static IdempotencyLedgerDefect losing(boolean abandoned) {
    IdempotencyLedgerDefect none = IdempotencyLedgerDefect.NONE;
    OnRelease noting =
        (it, claim) -> {
          it.noted.add(claim.key());
          return abandoned ? it.right.abandon(claim) : it.right.withdraw(claim);
        };
    return new IdempotencyLedgerDefect(
        (it, asked, answer) ->
            answer instanceof Replay && it.noted.contains(asked.key()) ? new InFlight() : answer,
        none.completing(),
        abandoned ? noting : none.abandoning(),
        abandoned ? none.withdrawing() : noting,
        none.purging());
  }

  /** Gives the seed of an earlier entry to one that begins anew. */
  static OnClaim reusingSeeds(BiPredicate<Spoilt, Known> when) {
    return (it, asked, answer) ->
        answer instanceof Won(Claim claim) && claim.isFirst()
            ? it.known(asked.key())
                .filter(known -> when.test(it, known))
                .<IdempotencyLedger.Claiming>map(
                    known -> new Won(new Claim(claim.key(), known.claim().seed(), 1)))
                .orElse(answer)
            : answer;
  }
}
