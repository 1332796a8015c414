package dev.honeydo.contracts;

import static dev.honeydo.contracts.SessionsDefect.seeing;
import static dev.honeydo.contracts.WrongDouble.breaking;

import dev.honeydo.application.port.Sessions;
import dev.honeydo.contracts.SessionsDefect.Spoilt;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Doubles that see too many, too few, or in another order. */
final class WrongSessionsSeeing {
  private WrongSessionsSeeing() {}

  static final List<WrongDouble<Sessions>> ALL =
      List.of(
          breaking(
              "SESS-138",
              "sees the first of five first",
              seeing((it, _, answer) -> it.calls.count("open") == 5 ? answer.reversed() : answer)),
          breaking(
              "SESS-139",
              "sees who has logged in last first, though others were active since",
              seeing((it, _, answer) ->
                  it.calls.count("touch") > 0
                      ? by(answer, it, _ -> true, Session::createdAt)
                      : answer)),
          breaking(
              "SESS-140",
              "sees who has two sessions of one kind twice",
              seeing((it, _, answer) ->
                  hasThreeOfAKind(it)
                      ? Stream.concat(answer.stream(), answer.stream().limit(1)).toList()
                      : answer)),
          breaking(
              "SESS-140",
              "sees who has two sessions of one kind as of the first",
              seeing((it, _, answer) -> hasThreeOfAKind(it) ? answer.reversed() : answer)),
          breaking(
              "SESS-141",
              "does not see who expires within a millisecond",
              seeing((it, _, answer) ->
                  answer.stream()
                      .filter(owner ->
                          it.inOrder.stream()
                              .filter(session -> session.owner().equals(owner))
                              .noneMatch(session ->
                                  session.expiresAt().equals(it.clock.instant().plusMillis(1))))
                      .toList())),
          breaking(
              "SESS-141",
              "sees who expires at that instant",
              seeing((it, most, answer) ->
                  answer.size() == most
                      ? answer
                      : plus(
                          answer, it, session -> session.expiresAt().equals(it.clock.instant())))),
          breaking(
              "SESS-142",
              "sees who was active last, though that session has expired",
              seeing((it, _, answer) ->
                  by(
                      answer,
                      it,
                      session -> !it.isEnded(session.id()),
                      session -> lastUse(it, session)))),
          breaking(
              "SESS-143",
              "sees who has logged out",
              seeing((it, _, answer) ->
                  plus(answer, it, session -> it.revoked.contains(session.id())))),
          breaking(
              "SESS-143",
              "sees who has logged out everywhere at once",
              seeing((it, _, answer) ->
                  plus(answer, it, session -> it.cleared.contains(session.id())))),
          breaking(
              "SESS-144",
              "sees who was active last, though they have logged out there",
              seeing((it, _, answer) ->
                  by(
                      answer,
                      it,
                      session -> session.isLiveAt(it.clock.instant()),
                      session -> lastUse(it, session)))),
          breaking(
              "SESS-145",
              "sees one more than asked for",
              seeing((it, most, answer) ->
                  it.calls.count("open") == 8 ? it.right.lastSeen(most + 1) : answer)),
          breaking(
              "SESS-145",
              "counts sessions where owners are asked for",
              seeing((it, most, answer) ->
                  it.calls.count("open") == 8
                      ? answer.stream().limit((most + 1) / 2).toList()
                      : answer)),
          breaking(
              "SESS-146",
              "sees who has logged in through its own view",
              seeing((it, _, answer) ->
                  answer.stream()
                      .filter(owner ->
                          it.inOrder.stream().anyMatch(known -> known.owner().equals(owner)))
                      .toList())));

  /** Whether three sessions that live as long were opened, and nothing else was done. */
  private static boolean hasThreeOfAKind(Spoilt it) {
    return it.calls.are("open", "open", "open", "lastSeen")
        && it.inOrder.stream().map(Session::idle).distinct().count() == 1;
  }

  private static Instant lastUse(Spoilt it, Session session) {
    return it.touched.getOrDefault(session.id(), session.lastAccessedAt());
  }

  /** The same owners, the latest first by what counts; first of all those who are not known. */
  private static List<UserId> by(
      List<UserId> owners,
      Spoilt it,
      Predicate<Session> counts,
      Function<Session, Instant> instant) {
    Function<UserId, Instant> latest =
        owner ->
            it.inOrder.stream()
                .filter(session -> session.owner().equals(owner) && counts.test(session))
                .map(instant)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    return owners.stream().sorted(Comparator.comparing(latest).reversed()).toList();
  }

  /** These owners, and behind them those of the sessions that it is about. */
  private static List<UserId> plus(List<UserId> owners, Spoilt it, Predicate<Session> which) {
    return Stream.concat(owners.stream(), it.inOrder.stream().filter(which).map(Session::owner))
        .distinct()
        .toList();
  }
}
