package dev.honeydo.contracts;

import static dev.honeydo.application.port.IdempotencyLedger.LEASE;
import static dev.honeydo.contracts.IdempotencyLedgerDefect.claiming;
import static dev.honeydo.contracts.IdempotencyLedgerDefect.completing;
import static dev.honeydo.contracts.WrongDouble.breaking;
import static dev.honeydo.contracts.WrongDouble.inARace;

import dev.honeydo.application.port.IdempotencyLedger;
import dev.honeydo.application.port.IdempotencyLedger.Claim;
import dev.honeydo.application.port.IdempotencyLedger.Completed;
import dev.honeydo.application.port.IdempotencyLedger.InFlight;
import dev.honeydo.application.port.IdempotencyLedger.Overtaken;
import dev.honeydo.application.port.IdempotencyLedger.Replay;
import dev.honeydo.application.port.StoredAnswer;
import dev.honeydo.contracts.IdempotencyLedgerDefect.Spoilt;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/** Doubles that keep another answer than they are given, or let the wrong ones answer. */
final class WrongIdempotencyLedgersCompleting {
  private static final int LONG = 1_000_000;

  private WrongIdempotencyLedgersCompleting() {}

  static final List<WrongDouble<IdempotencyLedger>> ALL =
      List.of(
          breaking("IDEM-17", "forgets the location", replaying(it -> with(it, 1))),
          breaking("IDEM-17", "forgets the validator", replaying(it -> with(it, 2))),
          breaking("IDEM-17", "forgets the media type", replaying(it -> with(it, 0))),
          breaking(
              "IDEM-17",
              "answers 200 where it was 201",
              replaying(it ->
                  new StoredAnswer(
                      it.status() == 201 ? 200 : it.status(),
                      it.body(),
                      it.mediaType(),
                      it.location(),
                      it.etag()))),
          breaking(
              "IDEM-17",
              "answers for as long as a lease",
              claiming((it, asked, answer) ->
                  answer instanceof Replay
                          && it.sinceLast(asked.key()).compareTo(LEASE.plusSeconds(1)) == 0
                          && it.noted.contains(asked.key())
                      ? new InFlight()
                      : note(it, asked, answer))),
          breaking(
              "IDEM-18",
              "takes absence for emptiness",
              kept(it ->
                  new StoredAnswer(
                      it.status(),
                      it.body(),
                      it.mediaType().or(() -> Optional.of("")),
                      it.location().or(() -> Optional.of("")),
                      it.etag().or(() -> Optional.of(""))))),
          breaking(
              "IDEM-19",
              "cuts bodies to a million letters",
              kept(it -> withBody(it, it.body().substring(0, Math.min(it.body().length(), LONG))))),
          breaking(
              "IDEM-20",
              "composes what is decomposed",
              keptShort(body -> Normalizer.normalize(body, Normalizer.Form.NFC))),
          breaking("IDEM-20", "trims bodies", keptShort(String::strip)),
          breaking(
              "IDEM-21",
              "answers with its own completions alone",
              claiming((it, asked, answer) ->
                  answer instanceof Replay && !it.answers.containsKey(asked.key()) && !inARace()
                      ? new InFlight()
                      : answer)),
          breaking(
              "IDEM-22",
              "lets nobody complete whose lease is over",
              completing((it, claim, answer) ->
                  it.sinceLast(claim.key()).compareTo(LEASE) >= 0
                      ? new Overtaken()
                      : it.right.complete(claim, answer))),
          breaking(
              "IDEM-23",
              "lets who comes late complete another's claim",
              late((it, claim) -> claim.attempt() < it.latest(claim).attempt())),
          breaking(
              "IDEM-41",
              "tells claims apart by their number alone",
              late((it, claim) ->
                  claim.attempt() == it.latest(claim).attempt()
                      && !claim.seed().equals(it.latest(claim).seed()))),
          breaking(
              "IDEM-24",
              "keeps the answer of who comes last",
              overwriting((it, claim) -> !claim.equals(it.latest(claim)))),
          breaking(
              "IDEM-25",
              "keeps the last answer that an owner gives",
              overwriting((it, claim) -> claim.equals(it.latest(claim)))),
          breaking(
              "IDEM-26",
              "completes what nobody has claimed",
              completing((it, claim, answer) -> {
                IdempotencyLedger.Completion completion = it.right.complete(claim, answer);
                return it.known(claim.key()).isEmpty() && !inARace() ? new Completed() : completion;
              })),
          breaking(
              "IDEM-27",
              "lets all complete who do at once",
              completing((it, claim, answer) -> {
                IdempotencyLedger.Completion completion = it.right.complete(claim, answer);
                return inARace() ? new Completed() : completion;
              })));

  private static IdempotencyLedger.Claiming note(
      Spoilt it, IdempotencyLedgerDefect.Asked asked, IdempotencyLedger.Claiming answer) {
    if (answer instanceof Replay) {
      it.noted.add(asked.key());
    }
    return answer;
  }

  /** Completes the latest claim where the one that comes is not it. */
  private static IdempotencyLedgerDefect late(BiPredicate<Spoilt, Claim> wrong) {
    return completing((it, claim, answer) -> {
      if (!wrong.test(it, claim) || it.answers.containsKey(claim.key())) {
        return it.right.complete(claim, answer);
      }
      IdempotencyLedger.Completion _ = it.right.complete(it.latest(claim), answer);
      return new Overtaken();
    });
  }

  /** Answers with what came after the completion. */
  private static IdempotencyLedgerDefect overwriting(BiPredicate<Spoilt, Claim> wrong) {
    IdempotencyLedgerDefect none = IdempotencyLedgerDefect.NONE;
    return new IdempotencyLedgerDefect(
        (it, asked, answer) -> {
          StoredAnswer later = it.kept.get(asked.key());
          return answer instanceof Replay && later != null ? new Replay(later) : answer;
        },
        (it, claim, answer) -> {
          IdempotencyLedger.Completion completion = it.right.complete(claim, answer);
          if (completion instanceof Overtaken
              && it.answers.containsKey(claim.key())
              && wrong.test(it, claim)) {
            it.kept.put(claim.key(), answer);
          }
          return completion;
        },
        none.abandoning(),
        none.withdrawing(),
        none.purging());
  }

  /** Gives another answer than was kept, where this view has completed it itself. */
  private static IdempotencyLedgerDefect replaying(UnaryOperator<StoredAnswer> change) {
    return claiming((it, asked, answer) ->
        answer instanceof Replay(StoredAnswer kept) && it.answers.containsKey(asked.key())
            ? new Replay(change.apply(kept))
            : answer);
  }

  /** Changes bodies unless they are long. */
  private static UnaryOperator<IdempotencyLedger> keptShort(UnaryOperator<String> change) {
    return kept(it -> it.body().length() < LONG ? withBody(it, change.apply(it.body())) : it);
  }

  private static UnaryOperator<IdempotencyLedger> kept(UnaryOperator<StoredAnswer> change) {
    return right ->
        new Renaming(right) {
          @Override
          StoredAnswer answer(StoredAnswer answer) {
            return change.apply(answer);
          }
        };
  }

  private static StoredAnswer withBody(StoredAnswer it, String body) {
    return new StoredAnswer(it.status(), body, it.mediaType(), it.location(), it.etag());
  }

  /** The answer without its media type, its location or its validator. */
  private static StoredAnswer with(StoredAnswer it, int forgotten) {
    return new StoredAnswer(
        it.status(),
        it.body(),
        it.mediaType().filter(_ -> forgotten != 0),
        it.location().filter(_ -> forgotten != 1),
        it.etag().filter(_ -> forgotten != 2));
  }
}
