package dev.honeydo.contracts;

import static dev.honeydo.contracts.IdempotencyLedgerDefect.claiming;
import static dev.honeydo.contracts.IdempotencyLedgerDefect.completing;
import static dev.honeydo.contracts.IdempotencyLedgerDefect.purging;
import static dev.honeydo.contracts.IdempotencyLedgerSubject.KEEP;
import static dev.honeydo.contracts.WrongDouble.breaking;

import dev.honeydo.application.port.IdempotencyLedger;
import dev.honeydo.application.port.IdempotencyLedger.Claim;
import dev.honeydo.application.port.IdempotencyLedger.Completed;
import dev.honeydo.application.port.IdempotencyLedger.Mismatch;
import dev.honeydo.application.port.IdempotencyLedger.Overtaken;
import dev.honeydo.application.port.IdempotencyLedger.Replay;
import dev.honeydo.application.port.IdempotencyLedger.Won;
import dev.honeydo.application.port.Purge;
import java.util.List;

/** Doubles that forget too early, or too late. */
final class WrongIdempotencyLedgersExpiring {
  private WrongIdempotencyLedgersExpiring() {}

  static final List<WrongDouble<IdempotencyLedger>> ALL =
      List.of(
          breaking(
              "IDEM-38",
              "forgets an answer half a second early",
              claiming((it, asked, answer) ->
                  answer instanceof Replay
                          && it.calls.are("claim", "complete", "claim")
                          && it.sinceLast(asked.key()).compareTo(KEEP.minusMillis(500)) >= 0
                      ? asked.won()
                      : answer)),
          breaking(
              "IDEM-39",
              "counts the last moment to the time",
              claiming((it, asked, answer) ->
                  answer instanceof Won && it.sinceLast(asked.key()).equals(KEEP)
                      ? new Mismatch()
                      : answer)),
          breaking(
              "IDEM-40",
              "gives the seed of what is over again",
              claiming(
                  WrongIdempotencyLedgersReleasing.reusingSeeds(
                      (it, known) -> it.released.isEmpty() && it.answers.isEmpty()))),
          breaking(
              "IDEM-42",
              "keeps what has begun anew for half the time",
              claiming((it, asked, answer) ->
                  answer instanceof Replay
                          && it.noted.contains(asked.key())
                          && it.sinceLast(asked.key()).compareTo(KEEP.dividedBy(2)) >= 0
                      ? asked.won()
                      : noteSecond(it, asked, answer))),
          breaking(
              "IDEM-43",
              "completes what is over",
              completing((it, claim, answer) -> {
                IdempotencyLedger.Completion completion = it.right.complete(claim, answer);
                return completion instanceof Overtaken
                        && claim.equals(it.latest(claim))
                        && it.sinceLast(claim.key()).compareTo(KEEP) >= 0
                    ? new Completed()
                    : completion;
              })),
          breaking(
              "IDEM-44",
              "counts the time from the first claim",
              claiming((it, asked, answer) ->
                  answer instanceof Replay && it.sinceFirst(asked.key()).compareTo(KEEP) >= 0
                      ? asked.won()
                      : answer)),
          breaking(
              "IDEM-45",
              "keeps everything for an hour",
              claiming((it, asked, answer) ->
                  answer instanceof Won(Claim claim)
                          && !claim.isFirst()
                          && it.sinceFirst(asked.key()).compareTo(KEEP) >= 0
                          && it.known(asked.key())
                              .filter(known -> known.keep().compareTo(KEEP) > 0)
                              .isPresent()
                      ? asked.won()
                      : answer)),
          breaking(
              "IDEM-46",
              "purges what is about to be over",
              new IdempotencyLedgerDefect(
                  (it, asked, answer) ->
                      answer instanceof Replay && it.noted.contains(asked.key())
                          ? asked.won()
                          : answer,
                  IdempotencyLedgerDefect.NONE.completing(),
                  IdempotencyLedgerDefect.NONE.abandoning(),
                  IdempotencyLedgerDefect.NONE.withdrawing(),
                  (it, most) -> {
                    it.noted.addAll(it.answers.keySet());
                    return it.right.purge(most);
                  })),
          breaking(
              "IDEM-47",
              "purges no answers",
              purging((it, most) -> it.answers.isEmpty() ? it.right.purge(most) : new Purge(true))),
          breaking(
              "IDEM-48",
              "takes the first of a few for all",
              purging((it, most) -> {
                Purge _ = it.right.purge(most);
                return new Purge(true);
              })),
          breaking(
              "IDEM-49",
              "is never sure that all is purged where there was nothing",
              purging((it, most) -> {
                Purge purge = it.right.purge(most);
                return new Purge(purge.complete() && it.noted.add(it.clock.instant()));
              })));

  private static IdempotencyLedger.Claiming noteSecond(
      IdempotencyLedgerDefect.Spoilt it,
      IdempotencyLedgerDefect.Asked asked,
      IdempotencyLedger.Claiming answer) {
    if (answer instanceof Won(Claim claim)
        && claim.isFirst()
        && it.known(asked.key()).isPresent()
        && it.answers.containsKey(asked.key())) {
      it.noted.add(asked.key());
    }
    return answer;
  }
}
