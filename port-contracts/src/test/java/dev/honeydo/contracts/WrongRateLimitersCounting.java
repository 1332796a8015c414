package dev.honeydo.contracts;

import static dev.honeydo.contracts.WrongDouble.breaking;

import dev.honeydo.application.port.Charge;
import dev.honeydo.application.port.RateLimiter;
import dev.honeydo.application.port.RateLimiter.Admitted;
import dev.honeydo.application.port.RateLimiter.Refused;
import dev.honeydo.application.port.RateLimiter.Spending;
import dev.honeydo.application.port.Standing;
import dev.honeydo.contracts.RateLimiterDefect.Call;
import dev.honeydo.contracts.RateLimiterDefect.Past;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Doubles that count one bucket wrongly, or tell wrongly of it. */
final class WrongRateLimitersCounting {
  private WrongRateLimitersCounting() {}

  static final List<WrongDouble<RateLimiter>> ALL =
      List.of(
          wrong(
              "LIMIT-1",
              "gives one more after five that were asked for one by one",
              (past, charge, answer) -> fiveOneByOne(past, charge) ? admitting(answer) : answer),
          wrong(
              "LIMIT-2",
              "tells when the next is back for when all is",
              (_, charge, answer) ->
                  charge.cost() == 1 && answer instanceof Admitted(var standings)
                      ? new Admitted(resetting(standings, Standing::next))
                      : answer),
          wrong(
              "LIMIT-3",
              "has the bucket full again at once when it refuses",
              (_, charge, answer) ->
                  charge.buckets().size() == 1
                          && answer instanceof Refused(var by, var wait, var standings)
                      ? new Refused(by, wait, resetting(standings, _ -> Duration.ZERO))
                      : answer),
          wrong(
              "LIMIT-4",
              "tells a second too little to wait",
              (_, _, answer) -> waiting(answer, it -> it.minusSeconds(1))),
          wrong(
              "LIMIT-5",
              "admits a minute early",
              (_, _, answer) ->
                  answer instanceof Refused it
                          && it.retryAfter().compareTo(RateLimiterSubject.SLACK) <= 0
                      ? admitting(answer)
                      : answer),
          wrong(
              "LIMIT-6", "gives back two where one is back", WrongRateLimitersCounting::givingTwo),
          wrong(
              "LIMIT-7",
              "lets more than the quota gather in a day",
              (past, charge, answer) -> gathered(past, charge) ? admitting(answer) : answer),
          wrong(
              "LIMIT-8",
              "lengthens the wait by each refusal",
              (past, charge, answer) -> {
                long before =
                    past.of(charge).stream()
                        .filter(it -> it.charge().buckets().size() == 1)
                        .filter(it -> it.answer() instanceof Refused)
                        .count();
                return charge.buckets().size() == 1 && !past.raced()
                    ? waiting(answer, it -> it.plusMinutes(before))
                    : answer;
              }),
          wrong(
              "LIMIT-9",
              "spends what there is of a cost that it refuses",
              (past, charge, answer) -> {
                if (answer instanceof Refused(_, _, var standings) && charge.cost() > 1) {
                  int rest = standings.getFirst().remaining();
                  Spending _ = past.right.spend(costing(charge, rest));
                }
                return answer;
              }),
          wrong(
              "LIMIT-10",
              "charges a look at a full bucket",
              (past, charge, answer) -> {
                if (answer instanceof Admitted(var standings)
                    && charge.cost() == 0
                    && standings.getFirst().reset().isZero()) {
                  Spending _ = past.right.spend(costing(charge, 1));
                }
                return answer;
              }),
          wrong(
              "LIMIT-11",
              "refuses a look at an empty bucket",
              (past, charge, answer) ->
                  charge.cost() == 0
                          && !past.raced()
                          && answer instanceof Admitted(var standings)
                          && standings.getFirst().remaining() == 0
                      ? new Refused(
                          standings.getFirst().limit(), standings.getFirst().next(), standings)
                      : answer),
          wrong(
              "LIMIT-12",
              "holds as long as the limit said that was there before",
              (past, charge, answer) -> {
                Duration window = charge.buckets().getFirst().limit().window();
                boolean longer =
                    past.of(charge).stream()
                        .map(it -> it.charge().buckets().getFirst().limit().window())
                        .anyMatch(it -> it.compareTo(window) > 0);
                return longer ? waiting(answer, it -> it.plusHours(23)) : answer;
              }));

  private static WrongDouble<RateLimiter> wrong(
      String clause, String defect, RateLimiterDefect spoil) {
    return breaking(clause, defect, spoil.spoiling());
  }

  private static Spending givingTwo(Past past, Charge charge, Spending answer) {
    List<Call> calls = past.of(charge);
    boolean exhausted = calls.stream().anyMatch(it -> it.charge().cost() == 5);
    boolean oneIsBack =
        !calls.isEmpty()
            && calls.getLast().charge().cost() == 1
            && calls.getLast().answer() instanceof Admitted;
    return exhausted && oneIsBack && !past.raced() ? admitting(answer) : answer;
  }

  private static boolean fiveOneByOne(Past past, Charge charge) {
    return !past.raced()
        && past.of(charge).size() == 5
        && past.of(charge).stream()
            .allMatch(it -> it.charge().equals(charge) && it.charge().cost() == 1);
  }

  private static boolean gathered(Past past, Charge charge) {
    Instant yesterday = past.now().minus(Duration.ofDays(1));
    return past.of(charge).stream().anyMatch(it -> it.at().isBefore(yesterday));
  }

  private static Spending admitting(Spending answer) {
    return answer instanceof Refused(_, _, var standings) ? new Admitted(standings) : answer;
  }

  private static Spending waiting(Spending answer, Function<Duration, Duration> wait) {
    return answer instanceof Refused(var by, var retryAfter, var standings)
        ? new Refused(by, wait.apply(retryAfter), standings)
        : answer;
  }

  private static List<Standing> resetting(
      List<Standing> standings, Function<Standing, Duration> reset) {
    return standings.stream()
        .map(it -> new Standing(it.limit(), it.remaining(), reset.apply(it)))
        .toList();
  }

  private static Charge costing(Charge charge, int cost) {
    return new Charge(charge.partition(), charge.buckets(), cost);
  }
}
