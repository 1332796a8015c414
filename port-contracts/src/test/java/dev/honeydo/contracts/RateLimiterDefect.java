package dev.honeydo.contracts;

import dev.honeydo.application.port.Charge;
import dev.honeydo.application.port.RateLimiter;
import dev.honeydo.application.port.RateLimiter.Spending;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** What a wrong limiter makes of a right one's answer. */
@FunctionalInterface
interface RateLimiterDefect {

  Spending spoil(Past past, Charge charge, Spending answer);

  /** A limiter with this defect. */
  default BiFunction<RateLimiter, InstantSource, RateLimiter> spoiling() {
    return (right, clock) -> {
      Past past = new Past(right, clock);
      return charge -> past.answer(this, charge);
    };
  }

  /** A charge that was answered. */
  record Call(Charge charge, Spending answer, Instant at) {}

  /** What a wrong limiter remembers. */
  final class Past {
    final RateLimiter right;
    private final InstantSource clock;
    private final List<Call> calls = new ArrayList<>();
    private boolean raced;

    private Past(RateLimiter right, InstantSource clock) {
      this.right = right;
      this.clock = clock;
    }

    private synchronized Spending answer(RateLimiterDefect defect, Charge charge) {
      raced |= WrongDouble.inARace();
      Spending spoilt = defect.spoil(this, charge, right.spend(charge));
      calls.add(new Call(charge, spoilt, clock.instant()));
      return spoilt;
    }

    /** What was answered before to charges of that subject, of one or more buckets. */
    List<Call> of(Charge charge) {
      return calls.stream().filter(it -> subject(it.charge).equals(subject(charge))).toList();
    }

    Instant now() {
      return clock.instant();
    }

    /** Whether the clause at work let many run at once, now or before. */
    boolean raced() {
      return raced;
    }

    private static String subject(Charge charge) {
      return charge.buckets().getFirst().subject();
    }
  }
}
