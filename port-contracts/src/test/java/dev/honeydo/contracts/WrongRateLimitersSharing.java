package dev.honeydo.contracts;

import static dev.honeydo.contracts.WrongDouble.breaking;
import static dev.honeydo.contracts.WrongDouble.inARace;
import static dev.honeydo.contracts.WrongDouble.leaking;

import dev.honeydo.application.port.Bucket;
import dev.honeydo.application.port.Charge;
import dev.honeydo.application.port.RateLimiter;
import dev.honeydo.application.port.RateLimiter.Admitted;
import dev.honeydo.application.port.RateLimiter.Refused;
import dev.honeydo.application.port.RateLimiter.Spending;
import dev.honeydo.application.port.Standing;
import dev.honeydo.contracts.RateLimiterDefect.Past;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Doubles that mistake one bucket for another, or charge to some of several. */
final class WrongRateLimitersSharing {
  private WrongRateLimitersSharing() {}

  static final List<WrongDouble<RateLimiter>> ALL =
      List.of(
          wrong(
              "LIMIT-13",
              "tells of the buckets from the last to the first",
              (_, _, answer) ->
                  answer instanceof Admitted(var standings)
                      ? new Admitted(standings.reversed())
                      : answer),
          wrong(
              "LIMIT-14",
              "charges the first before it knows of the last",
              (past, charge, answer) -> {
                charging(past, charge.buckets().getFirst(), charge, answer);
                return answer;
              }),
          wrong(
              "LIMIT-15",
              "charges the last though the first is empty",
              (past, charge, answer) -> {
                charging(past, charge.buckets().getLast(), charge, answer);
                return answer;
              }),
          wrong(
              "LIMIT-16",
              "tells the first that is empty",
              (_, _, answer) -> {
                if (!(answer instanceof Refused(_, _, var standings)) || standings.size() == 1) {
                  return answer;
                }
                Standing first =
                    standings.stream().filter(it -> it.remaining() == 0).findFirst().orElseThrow();
                return new Refused(first.limit(), first.next(), standings);
              }),
          breaking(
              "LIMIT-17",
              "takes capital letters for small ones",
              renaming(it -> new Bucket(it.limit(), it.subject().toLowerCase(Locale.ROOT)))),
          wrong(
              "LIMIT-18",
              "counts the three among the five",
              (past, charge, answer) -> {
                boolean five =
                    past.of(charge).stream()
                        .anyMatch(it ->
                            it.charge().cost() == 5
                                && it.charge()
                                    .buckets()
                                    .getFirst()
                                    .limit()
                                    .equals(RateLimiterSubject.FIVE));
                boolean three = charge.cost() == 3 && charge.buckets().size() == 1;
                Standing empty =
                    new Standing(RateLimiterSubject.THREE, 0, RateLimiterSubject.THREE.capacity());
                return five && three
                    ? new Refused(empty.limit(), empty.next(), List.of(empty))
                    : answer;
              }),
          breaking(
              "LIMIT-19",
              "puts a colon between partition and subject, which can have one",
              right ->
                  charge ->
                      right.spend(
                          new Charge(
                              "everywhere",
                              charge.buckets().stream()
                                  .map(it ->
                                      new Bucket(
                                          it.limit(), charge.partition() + ":" + it.subject()))
                                  .toList(),
                              charge.cost()))),
          breaking(
              "LIMIT-20",
              "counts by itself what is asked in turn",
              WrongRateLimitersSharing::lonely),
          breaking(
              "LIMIT-21",
              "counts one thing by itself when many ask at once",
              lonelyInARace(charge -> charge.buckets().size() == 1)),
          breaking(
              "LIMIT-22",
              "counts two things by itself when many ask at once",
              lonelyInARace(charge -> charge.buckets().size() == 2)),
          wrong(
              "LIMIT-21",
              "admits everybody who asks for one thing at once",
              (_, charge, answer) ->
                  inARace()
                          && charge.buckets().size() == 1
                          && answer instanceof Refused(_, _, var standings)
                      ? new Admitted(standings)
                      : answer),
          wrong(
              "LIMIT-22",
              "charges some of several when many ask at once",
              (past, charge, answer) -> {
                if (inARace() && charge.buckets().size() == 2 && answer instanceof Refused) {
                  Bucket five =
                      charge.buckets().stream()
                          .filter(it -> it.limit().equals(RateLimiterSubject.FIVE))
                          .findFirst()
                          .orElseThrow();
                  Spending _ = past.right.spend(new Charge(charge.partition(), List.of(five), 1));
                }
                return answer;
              }),
          leaking("LIMIT-23", RateLimiter.class, "spend"));

  private static WrongDouble<RateLimiter> wrong(
      String clause, String defect, RateLimiterDefect spoil) {
    return breaking(clause, defect, spoil.spoiling());
  }

  /** Charges that bucket though another is why the charge is refused. */
  private static void charging(Past past, Bucket bucket, Charge charge, Spending answer) {
    if (answer instanceof Refused it && !it.by().equals(bucket.limit()) && !past.raced()) {
      Spending _ = past.right.spend(new Charge(charge.partition(), List.of(bucket), 1));
    }
  }

  /** Counts by itself, unless many ask at once or did. */
  private static RateLimiter lonely(RateLimiter right) {
    String own = UUID.randomUUID().toString();
    AtomicBoolean raced = new AtomicBoolean();
    return charge -> {
      if (inARace()) {
        raced.set(true);
      }
      return right.spend(raced.get() ? charge : in(charge.partition() + own, charge));
    };
  }

  /** Counts such charges by itself while many ask at once. */
  private static UnaryOperator<RateLimiter> lonelyInARace(Predicate<Charge> such) {
    return right -> {
      String own = UUID.randomUUID().toString();
      return charge ->
          right.spend(
              inARace() && such.test(charge) ? in(charge.partition() + own, charge) : charge);
    };
  }

  private static Charge in(String partition, Charge charge) {
    return new Charge(partition, charge.buckets(), charge.cost());
  }

  private static UnaryOperator<RateLimiter> renaming(UnaryOperator<Bucket> name) {
    return right ->
        charge ->
            right.spend(
                new Charge(
                    charge.partition(),
                    charge.buckets().stream().map(name).toList(),
                    charge.cost()));
  }
}
